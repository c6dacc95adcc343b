import { isOpenForDrafting } from './open-for-drafting.ts';
import type { DraftView, ItemView } from '#review/index.ts';
import { type EditRow, rowsOfDraft, rowsOfForm } from '../edit-rows.ts';
import { may, type Feedback, type View } from '../view.ts';
import { EditOptions } from './edit-options.tsx';
import { choicesFrom, SelectField, TextArea, typedOr } from './fields.tsx';
import { SentenceFindings } from './findings.tsx';
import { passageName } from './passage-name.ts';

interface EditFormProps {
  readonly view: View;
  readonly item: ItemView;
  readonly draft: DraftView;
  readonly feedback: Feedback;
}

/** For drafters: every sentence as a row with what was found of it; a refused save shows what was typed. */
export function EditForm({ view, item, draft, feedback }: EditFormProps) {
  const { t } = view;
  const open = isOpenForDrafting(item);
  if (!open || !may(view, 'draft.write')) return null;
  const refused = feedback.problem?.form === 'edit';
  const typed = refused ? feedback.typed : undefined;
  const rows = typed === undefined ? rowsOfDraft(draft) : rowsOfForm(typed);
  const passages = passageChoices(item, draft);
  return (
    <details id="edit" open={refused}>
      <summary>{t.draft.edit}</summary>
      <form method="post" action={`/posts/${item.post.id}/edit`}>
        <p class="muted">{t.draft.editHint}</p>
        <input
          type="hidden"
          name="base_revision"
          value={typedOr(typed, 'base_revision', String(draft.revision))}
        />
        {rows.map((row, index) => (
          <Row
            view={view}
            row={row}
            index={index}
            isNew={index === rows.length - 1}
            draft={draft}
            isStored={typed === undefined}
            passages={passages}
          />
        ))}
        <EditOptions view={view} draft={draft} typed={typed} />
        <button type="submit">{t.draft.saveButton}</button>
      </form>
    </details>
  );
}

interface RowProps {
  readonly view: View;
  readonly row: EditRow;
  readonly index: number;
  readonly isNew: boolean;
  readonly draft: DraftView;
  /** As it is stored: what was found of it still holds. */
  readonly isStored: boolean;
  readonly passages: ReadonlyArray<{ value: string; label: string }>;
}

function Row({ view, row, index, isNew, draft, isStored, passages }: RowProps) {
  const { t } = view;
  const name = `s${index}`;
  const others = isNew ? t.draft.newSentence : t.draft.sentence(index);
  return (
    <fieldset class="edit-row">
      <legend>{index === 0 ? t.draft.headline : others}</legend>
      {index === 0 ? (
        <input type="hidden" name={`${name}.role`} value="FACT" />
      ) : (
        <div class="pair">
          <SelectField
            id={`${name}-role`}
            name={`${name}.role`}
            label={t.draft.role}
            choices={choicesFrom(t.sentenceRoles)}
            selected={row.role}
          />
          <div class="field">
            <label for={`${name}-position`}>{t.draft.position}</label>
            <input
              id={`${name}-position`}
              name={`${name}.position`}
              type="number"
              value={row.position}
            />
          </div>
        </div>
      )}
      <TextArea
        id={`${name}-text`}
        name={`${name}.text`}
        label={t.draft.text}
        value={row.text}
        lang={draft.language}
        rows={3}
      />
      {isStored && !isNew ? <SentenceFindings view={view} draft={draft} ordinal={index} /> : null}
      {row.citations.map((citation, one) => (
        <>
          <SelectField
            id={`${name}-c${one}-passage`}
            name={`${name}.c${one}.passage`}
            label={t.draft.passage(one + 1)}
            choices={[{ value: '', label: t.draft.noPassage }, ...passages]}
            selected={citation.passage}
          />
          <TextArea
            id={`${name}-c${one}-quote`}
            name={`${name}.c${one}.quote`}
            label={t.draft.quote(one + 1)}
            value={citation.quote}
          />
        </>
      ))}
    </fieldset>
  );
}

function passageChoices(item: ItemView, draft: DraftView) {
  const known = new Map<number, string>();
  for (const match of item.claims.flatMap((claim) => claim.matches)) {
    known.set(match.passage_id, passageName(match));
  }
  for (const citation of draft.sentences.flatMap((sentence) => sentence.citations)) {
    known.set(citation.passage_id, passageName(citation));
  }
  return [...known].map(([id, label]) => ({ value: String(id), label }));
}
