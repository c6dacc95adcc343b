import type { ItemView, Turn as TurnView } from '#review/index.ts';
import { textOf } from '../forms.ts';
import { formatClock, formatTime } from '../format.ts';
import type { HeldLease } from '../session.ts';
import { may, type Feedback, type View } from '../view.ts';
import { choicesFrom, RadioGroup, SelectField, TextArea } from './fields.tsx';
import { ReviewForm } from './review-form.tsx';

export interface TurnProps {
  readonly view: View;
  readonly item: ItemView;
  readonly feedback: Feedback;
  readonly lease: HeldLease | null;
}

/** The lease this person may answer with, if it still runs. */
export function runningLease(
  view: View,
  item: ItemView,
  lease: HeldLease | null,
): HeldLease | null {
  const { post, turn } = item;
  const own = turn?.holder != null && turn.holder.id === view.actor?.userId;
  return own && lease?.itemId === post.item_id ? lease : null;
}

export function Turn(props: TurnProps) {
  return (
    <div id="turn">
      <Whose {...props} />
    </div>
  );
}

/** Whose turn it is, and the forms when it is this person's. */
function Whose({ view, item, feedback, lease }: TurnProps) {
  const { t, locale } = view;
  const { turn } = item;
  const reviews = may(view, 'review.decide');
  if (turn === null) return null;
  if (reviews && item.contributed) return <p class="callout">{t.review.contributor}</p>;
  const own = runningLease(view, item, lease);
  if (own !== null && turn.holder !== null) {
    return (
      <div class="panel">
        <LeaseClock view={view} until={turn.holder.until} />
        <ReviewForm view={view} item={item} feedback={feedback} lease={own} />
        <KeepOrReturn view={view} item={item} lease={own} />
        <PassForm view={view} item={item} turn={turn} feedback={feedback} lease={own} />
      </div>
    );
  }
  const me = view.actor?.userId ?? null;
  const { holder, keptFor } = turn;
  if (holder !== null && holder.id !== me) {
    return <p>{t.review.heldBy(holder.name, formatClock(holder.until, locale))}</p>;
  }
  if (keptFor !== null && keptFor.id !== me) {
    return <p>{t.turn.keptFor(keptFor.name, formatClock(keptFor.until, locale))}.</p>;
  }
  // Decisions that show mean that this person has given theirs, or is no reviewer.
  if (!reviews || item.decisions !== null) return null;
  if (turn.declined) return <p>{t.turn.declined}</p>;
  return <TakeForm view={view} item={item} turn={turn} />;
}

function TakeForm({ view, item, turn }: { view: View; item: ItemView; turn: TurnView }) {
  const { t, locale } = view;
  const { keptFor, ranOutAt } = turn;
  const elsewhere = turn.holder !== null;
  return (
    <form method="post" action={`/posts/${item.post.id}/take`}>
      <p>
        {elsewhere ? t.review.heldElsewhere : t.review.free}
        {keptFor === null ? null : ` ${t.turn.forMe(formatClock(keptFor.until, locale))}.`}
      </p>
      {ranOutAt === null ? null : (
        <p class="muted">{t.turn.ranOutHere(formatTime(ranOutAt, locale))}</p>
      )}
      <button type="submit" aria-describedby={elsewhere ? undefined : 'turn-hint'}>
        {elsewhere ? t.review.takeHere : t.turn.take}
      </button>
      {elsewhere ? null : (
        <p class="muted" id="turn-hint">
          {t.turn.takeHint}
        </p>
      )}
    </form>
  );
}

function LeaseClock({ view, until }: { view: View; until: Date }) {
  const { t } = view;
  const minutes = Math.max(0, Math.ceil((until.getTime() - view.now.getTime()) / 60_000));
  return (
    <p class="callout" id="lease">
      {t.review.lease(minutes, formatClock(until, view.locale))}
    </p>
  );
}

interface OwnProps {
  readonly view: View;
  readonly item: ItemView;
  readonly lease: HeldLease;
}

function KeepOrReturn({ view, item, lease }: OwnProps) {
  const { t } = view;
  const base = `/posts/${item.post.id}`;
  return (
    <div class="inline">
      <form method="post" action={`${base}/renew`}>
        <LeaseFields lease={lease} />
        <button type="submit" class="quiet">
          {t.turn.renew}
        </button>
      </form>
      <form method="post" action={`${base}/release`}>
        <LeaseFields lease={lease} />
        <button type="submit" class="quiet">
          {t.review.release}
        </button>
      </form>
    </div>
  );
}

/** Skipping, declining and handing over differ in one choice; each needs its reason. */
function PassForm(props: OwnProps & { turn: TurnView; feedback: Feedback }) {
  const { view, item, turn, feedback, lease } = props;
  const { t } = view;
  const refused = feedback.problem?.form === 'pass';
  const typed = refused ? feedback.typed : undefined;
  const { handover, ...alone } = t.turn.kinds;
  const anybody = turn.colleagues.length > 0;
  return (
    <details id="pass" open={refused}>
      <summary>{t.turn.pass}</summary>
      <form method="post" action={`/posts/${item.post.id}/pass`}>
        <LeaseFields lease={lease} />
        <RadioGroup
          name="pass"
          legend={t.turn.what}
          choices={choicesFrom(anybody ? { ...alone, handover } : alone)}
          selected={textOf(typed, 'pass')}
        />
        {anybody ? (
          <SelectField
            id="pass-to"
            name="to"
            label={t.turn.to}
            choices={[
              { value: '', label: t.turn.nobody },
              ...turn.colleagues.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            selected={textOf(typed, 'to')}
          />
        ) : (
          <p class="muted">{t.turn.noColleagues}</p>
        )}
        <TextArea
          id="pass-reason"
          name="reason"
          label={t.turn.reason}
          value={textOf(typed, 'reason')}
          required
        />
        <button type="submit">{t.turn.button}</button>
      </form>
    </details>
  );
}

function LeaseFields({ lease }: { lease: HeldLease }) {
  return (
    <>
      <input type="hidden" name="item" value={lease.itemId} />
      <input type="hidden" name="lease_token" value={lease.token} />
      <input type="hidden" name="fence" value={String(lease.fence)} />
    </>
  );
}
