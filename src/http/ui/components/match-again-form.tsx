import type { ClaimView, ItemView } from '#review/index.ts';
import { isOpenForDrafting } from './open-for-drafting.ts';
import { may, type View } from '../view.ts';

interface MatchAgainProps {
  readonly view: View;
  readonly item: ItemView;
  readonly claim: ClaimView;
  readonly number: number;
}

/** The corpus has changed since a post came in: look again. */
export function MatchAgainForm({ view, item, claim, number }: MatchAgainProps) {
  const open = may(view, 'draft.write') && isOpenForDrafting(item);
  if (!open || !claim.checkable) return null;
  return (
    <form method="post" action={`/posts/${item.post.id}/match`}>
      <input type="hidden" name="claim" value={claim.id} />
      <input type="hidden" name="number" value={String(number)} />
      <button type="submit" class="quiet">
        {view.t.draft.matchAgain}
      </button>
    </form>
  );
}
