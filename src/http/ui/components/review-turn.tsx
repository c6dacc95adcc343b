import type { ItemView } from '#review/index.ts';
import { formatClock, formatTime } from '../format.ts';
import type { HeldLease } from '../session.ts';
import { may, type View } from '../view.ts';

type Reviewed = Pick<ItemView, 'turn' | 'contributed'> & {
  /** Null: hidden from this reader. */
  readonly decisions: readonly unknown[] | null;
  readonly post: Pick<ItemView['post'], 'id' | 'item_id' | 'state'>;
};

interface TurnProps {
  readonly view: View;
  readonly item: Reviewed;
}

/** The lease this person may answer with, if it still runs. */
export function runningLease(
  view: View,
  item: Reviewed,
  lease: HeldLease | null,
): HeldLease | null {
  return holds(view, item) && lease?.itemId === item.post.item_id ? lease : null;
}

function holds(view: View, { turn }: Reviewed): boolean {
  return turn?.holder != null && turn.holder.id === view.actor?.userId;
}

/** On an item's page: whose turn it is, and the way to the review page. */
export function TurnSummary({ view, item }: TurnProps) {
  const { t, locale } = view;
  const { holder } = item.turn ?? { holder: null };
  if (!holds(view, item) || holder === null) return <WhoseTurn view={view} item={item} />;
  return (
    <p id="turn">
      {t.turn.mine(formatClock(holder.until, locale))}.{' '}
      <a href={`/posts/${item.post.id}/review`}>{t.workspace.open}</a>
    </p>
  );
}

/** Whose turn it is, and the way to take it; `inForm`: inside the review's form, which is sent with it. */
export function WhoseTurn(props: TurnProps & { inForm?: boolean }) {
  const { view, item, inForm = false } = props;
  const words = turnWords(view, item);
  if (words === null) return null;
  if (!words.take) return <p id="turn">{words.text}</p>;
  const button = (
    <button
      type="submit"
      class="primary"
      formaction={inForm ? `/posts/${item.post.id}/take` : undefined}
      formnovalidate={inForm}
    >
      {words.button}
    </button>
  );
  if (inForm) {
    return (
      <div id="turn" class="callout">
        <p>
          {words.text} {view.t.workspace.keptText}
        </p>
        {button}
      </div>
    );
  }
  return (
    <form method="post" action={`/posts/${item.post.id}/take`} id="turn">
      <p>{words.text}</p>
      {button}
    </form>
  );
}

interface TurnWords {
  readonly text: string;
  readonly take: boolean;
  readonly button: string;
}

/** Null where there is nothing to say to this reader. */
function turnWords(view: View, item: Reviewed): TurnWords | null {
  const { t, locale } = view;
  const { turn } = item;
  const said = (text: string): TurnWords => ({ text, take: false, button: '' });
  if (turn === null || item.post.state !== 'IN_REVIEW') return null;
  const reviews = may(view, 'review.decide');
  if (reviews && item.contributed) return said(t.review.contributor);
  const { holder, keptFor, ranOutAt } = turn;
  if (holder !== null && holder.id !== view.actor?.userId) {
    return said(t.review.heldBy(holder.name, formatClock(holder.until, locale)));
  }
  if (keptFor !== null && keptFor.id !== view.actor?.userId) {
    return said(`${t.turn.keptFor(keptFor.name, formatClock(keptFor.until, locale))}.`);
  }
  // Decisions that show mean that this person has given theirs, or is no reviewer.
  if (!reviews || item.decisions !== null) return null;
  if (turn.declined) return said(t.turn.declined);
  if (holder !== null)
    return { text: t.review.heldElsewhere, take: true, button: t.review.takeHere };
  const text = [
    t.review.free,
    keptFor === null ? null : `${t.turn.forMe(formatClock(keptFor.until, locale))}.`,
    ranOutAt === null ? null : t.turn.ranOutHere(formatTime(ranOutAt, locale)),
    t.turn.takeHint,
  ];
  return { text: text.filter((part) => part !== null).join(' '), take: true, button: t.turn.take };
}
