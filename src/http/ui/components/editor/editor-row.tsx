import type { DraftView } from '#review/index.ts';
import { type EditRow, maxCitations } from '../../edit-rows.ts';
import type { View } from '../../view.ts';
import { choicesFrom, SelectField } from '../fields.tsx';
import { CitationField, type PassageChoice } from './citation-field.tsx';
import { LastRoundOfRow, type LastRound } from './last-round.tsx';
import { RowFindings, type RowsChecked } from './row-findings.tsx';

const noCitation = { passage: '', quote: '' };

export interface EditorRowProps {
  readonly view: View;
  readonly postId: string;
  readonly draft: DraftView;
  readonly row: EditRow;
  /** Its name in the form: `s2`; the template's has a placeholder. */
  readonly name: string;
  readonly index: number;
  readonly isNew: boolean;
  readonly passages: readonly PassageChoice[];
  readonly checked: RowsChecked | null;
  readonly lastRound: LastRound | null;
}

/** A sentence: its role, its words, what is wrong with them, and its citations. */
export function EditorRow(props: EditorRowProps) {
  const { view, postId, draft, row, name, index, isNew, passages, checked, lastRound } = props;
  const { t } = view;
  const headline = index === 0;
  const title = headline ? t.draft.headline : isNew ? t.draft.newSentence : t.draft.sentence(index);
  const filled = row.citations.filter(({ passage, quote }) => passage !== '' || quote !== '');
  const slots = filled.length < maxCitations ? [...filled, noCitation] : filled;
  return (
    <fieldset class="edit-row" id={`row-${name}`} data-edit-row={name} data-fixed={headline}>
      <legend data-row-title>{title}</legend>
      {headline ? (
        <>
          <input type="hidden" name={`${name}.role`} value="FACT" />
          <input type="hidden" name={`${name}.position`} value="0" />
        </>
      ) : (
        <div class="row-head">
          <SelectField
            id={`${name}-role`}
            name={`${name}.role`}
            label={t.draft.role}
            choices={choicesFrom(t.sentenceRoles)}
            selected={row.role}
          />
          <div class="field" data-unscripted>
            <label for={`${name}-position`}>{t.draft.position}</label>
            <input
              id={`${name}-position`}
              name={`${name}.position`}
              type="number"
              value={row.position}
            />
          </div>
          <RowButtons view={view} title={title} />
        </div>
      )}
      <p class="removed-row" data-removed hidden>
        {t.editor.removed}{' '}
        <button type="button" class="quiet" data-row-action="undo">
          {t.editor.undo}
        </button>
      </p>
      <div data-row-body>
        <label for={`${name}-text`}>{t.draft.text}</label>
        <textarea
          id={`${name}-text`}
          name={`${name}.text`}
          rows={3}
          lang={draft.language}
          aria-describedby={`${name}-findings`}
        >
          {/* A parser drops the first line break of a text area. */}
          {row.text.startsWith('\n') ? `\n${row.text}` : row.text}
        </textarea>
        <div id={`${name}-findings`} class="row-findings" data-slot-for={name}>
          {checked === null ? null : (
            <RowFindings view={view} checked={checked} form={draft} row={index} text={row.text} />
          )}
        </div>
        {lastRound === null || isNew ? null : (
          <LastRoundOfRow view={view} round={lastRound} ordinal={index} draft={draft} />
        )}
        <ul class="citations" aria-label={t.editor.citations}>
          {slots.map((citation, one) => (
            <CitationField
              view={view}
              postId={postId}
              row={name}
              slot={`c${one}`}
              number={one + 1}
              citation={citation}
              passages={passages}
            />
          ))}
        </ul>
        <button type="button" class="quiet find-source" data-open-picker data-scripted hidden>
          {t.editor.find}
        </button>
      </div>
    </fieldset>
  );
}

/** Only of use with script; without it a sentence moves by its position and goes by being emptied. */
function RowButtons({ view, title }: { view: View; title: string }) {
  const { editor } = view.t;
  const actions = [
    ['up', editor.up, '↑'],
    ['down', editor.down, '↓'],
    ['add', editor.addAfter, '+'],
    ['remove', editor.remove, '×'],
  ] as const;
  return (
    <div class="row-buttons" data-scripted hidden>
      {actions.map(([action, label, sign]) => (
        <button
          type="button"
          class="quiet"
          data-row-action={action}
          data-label={label}
          aria-label={editor.rowOf(label, title)}
          title={label}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
    </div>
  );
}
