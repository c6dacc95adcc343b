import type { DraftView, ItemView } from '#review/index.ts';
import { type EditRow, maxCitations, maxRows } from '../../edit-rows.ts';
import type { Feedback, View } from '../../view.ts';
import { EditOptions } from '../edit-options.tsx';
import { typedOr } from '../fields.tsx';
import { WholeFindings } from '../findings.tsx';
import { passageName } from '../passage-name.ts';
import { CitationField, type PassageChoice } from './citation-field.tsx';
import { Conflict } from './conflict.tsx';
import { EditorRow } from './editor-row.tsx';
import { lastRoundOf } from './last-round.tsx';
import { CheckSummary, type RowsChecked } from './row-findings.tsx';

export interface EditorFormProps {
  readonly view: View;
  readonly item: ItemView;
  readonly draft: DraftView;
  readonly rows: readonly EditRow[];
  /** Null where what was typed cannot be checked as it is. */
  readonly checked: RowsChecked | null;
  readonly feedback: Feedback;
}

/** All sentences as rows; a refused save shows what was typed. */
export function EditorForm({ view, item, draft, rows, checked, feedback }: EditorFormProps) {
  const { t } = view;
  const postId = item.post.id;
  const { typed } = feedback;
  const base = typedOr(typed, 'base_revision', String(draft.revision));
  const passages = passageChoices(item, draft);
  // What reviewers said stands beside the stored sentences, not beside others typed in their place.
  const lastRound = typed === undefined ? lastRoundOf(item, draft) : null;
  const shared = { view, postId, draft, passages };
  return (
    <form
      method="post"
      action={`/posts/${postId}/edit`}
      id="edit"
      class="editor-form"
      data-check={`/posts/${postId}/check`}
      data-passages={`/posts/${postId}/passages`}
      data-row-title={t.editor.row}
      data-checking={t.editor.checking}
      data-offline={t.editor.offline}
      data-signed-out={t.editor.signedOut}
      data-most-rows={String(maxRows)}
      data-most-citations={String(maxCitations)}
      data-typed={typed === undefined ? undefined : 'yes'}
    >
      <p class="muted">{t.draft.editHint}</p>
      <input type="hidden" name="base_revision" value={base} />
      {typed !== undefined && base !== String(draft.revision) ? (
        <Conflict view={view} postId={postId} draft={draft} rows={rows} />
      ) : null}
      <div id="rows">
        {rows.map((row, index) => (
          <EditorRow
            {...shared}
            row={row}
            name={`s${index}`}
            index={index}
            isNew={index === rows.length - 1 && row.text === '' && index > 0}
            checked={checked}
            lastRound={lastRound}
          />
        ))}
      </div>
      <p>
        <button type="button" data-row-action="append" data-scripted hidden>
          {t.editor.add}
        </button>
      </p>
      <template id="row-template">
        <EditorRow
          {...shared}
          row={{ position: '', role: 'WHY', text: '', citations: [] }}
          name="ROW"
          index={-1}
          isNew
          checked={null}
          lastRound={null}
        />
      </template>
      <template id="citation-template">
        <CitationField
          {...shared}
          row="ROW"
          slot="CITE"
          number={0}
          citation={{ passage: '', quote: '' }}
        />
      </template>
      <EditOptions view={view} draft={draft} typed={typed} />
      <div class="row-findings" data-slot-for="whole">
        {checked === null ? null : <WholeFindings view={view} findings={checked.findings} />}
      </div>
      <div class="save-bar">
        <div class="check-summary" data-slot-for="summary">
          {checked === null ? null : <CheckSummary view={view} checked={checked} />}
        </div>
        <p class="muted" data-busy></p>
        <p class="spoken" role="status" data-spoken></p>
        <button type="submit" class="primary" aria-keyshortcuts="Control+Enter">
          {t.draft.saveButton}
        </button>
      </div>
    </form>
  );
}

function passageChoices(item: ItemView, draft: DraftView): PassageChoice[] {
  const known = new Map<number, string>();
  for (const match of item.claims.flatMap((claim) => claim.matches)) {
    known.set(match.passage_id, passageName(match));
  }
  for (const citation of draft.sentences.flatMap((sentence) => sentence.citations)) {
    known.set(citation.passage_id, passageName(citation));
  }
  return [...known].map(([id, label]) => ({ value: String(id), label }));
}
