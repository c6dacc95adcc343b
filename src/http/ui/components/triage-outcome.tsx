import type { BulkOutcome } from '#drafting/index.ts';
import type { View } from '../view.ts';

/** What became of a decision on many posts, with the way back. */
export function TriageOutcome({
  view,
  bulk,
  back,
}: {
  view: View;
  bulk: BulkOutcome;
  back: string;
}) {
  const { triage: words, decisions } = view.t;
  const { decided, refused, undone } = bulk;
  return (
    <div class={decided > 0 || undone !== null ? 'notice' : 'callout'} role="status" id="bulk">
      {undone === null ? (
        <p>{decided > 0 ? words.done(decided, decisions[bulk.decision]) : words.nothingDone}</p>
      ) : (
        <p>
          {words.undone(undone.posts)} {undone.kept > 0 ? words.undoneKept(undone.kept) : null}
        </p>
      )}
      {refused.length > 0 && undone === null ? (
        <>
          <p>{words.refused(refused.length)}</p>
          <ul>
            {refused.map((post, index) => (
              <li>
                <a href={`/posts/${post.post_id}`}>{words.open(index + 1)}</a>:{' '}
                {words.refusals[post.why]}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {bulk.mayUndo ? (
        <form method="post" action="/triage/undo" class="inline">
          <input type="hidden" name="bulk" value={bulk.id} />
          <input type="hidden" name="back" value={back} />
          <button type="submit" aria-describedby="undo-hint">
            {words.undo}
          </button>
          <span class="muted" id="undo-hint">
            {words.undoHint}
          </span>
        </form>
      ) : null}
    </div>
  );
}
