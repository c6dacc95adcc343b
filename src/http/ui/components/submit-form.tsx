import type { DraftView, ItemView } from '#review/index.ts';
import { may, type View } from '../view.ts';

interface SubmitFormProps {
  readonly view: View;
  readonly item: ItemView;
  readonly draft: DraftView;
}

/** For drafters: hands the draft to the reviewers, or says what is still missing. */
export function SubmitForm({ view, item, draft }: SubmitFormProps) {
  const { t } = view;
  const { state } = item.post;
  if (!may(view, 'draft.submit') || !['IN_DRAFT', 'RETURNED'].includes(state)) return null;
  const answered = item.claims.find((claim) => claim.id === draft.claim_id);
  const missing = [
    ...(item.response?.decision === 'respond' ? [] : [t.draft.missingResponse]),
    ...(answered?.outcome === 'CONTRADICTED' && answered.decided_by !== null
      ? []
      : [t.draft.missingOutcome]),
    ...(draft.blocked ? [t.lint.missing] : []),
  ];
  return (
    <div id="submit" class="panel">
      <h3>{t.draft.submit}</h3>
      {state === 'RETURNED' ? <p class="callout">{t.draft.returned}</p> : null}
      {missing.length > 0 ? (
        <>
          <p>{t.draft.missing}</p>
          <ul>
            {missing.map((what) => (
              <li>{what}</li>
            ))}
          </ul>
        </>
      ) : null}
      {missing.length === 0 && state === 'IN_DRAFT' ? (
        <form method="post" action={`/posts/${item.post.id}/submit`}>
          <input type="hidden" name="content_sha256" value={draft.content_sha256} />
          <p class="muted">{t.draft.submitHint}</p>
          <button type="submit" class="primary">
            {t.draft.submitButton}
          </button>
        </form>
      ) : null}
    </div>
  );
}
