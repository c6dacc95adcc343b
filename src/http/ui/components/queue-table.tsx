import type { Outcome } from '#db/schema/index.ts';
import type { QueueEntry } from '#review/index.ts';
import { formatClock, formatTime } from '../format.ts';
import type { View } from '../view.ts';
import { OutcomeChip, StateChip } from './chips.tsx';
import { InstructionChip } from './instructions.tsx';

export function QueueTable(props: { view: View; caption: string; items: readonly QueueEntry[] }) {
  const { view, caption, items } = props;
  const { t } = view;
  const headings = [
    [t.queue.post],
    [t.queue.state],
    [t.queue.outcomes],
    [t.queue.submissions, 'number'],
    [t.queue.round, 'number'],
    [t.queue.lease],
    [t.queue.received],
  ];
  return (
    <table class="queue">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {headings.map(([heading, kind]) => (
            <th scope="col" class={kind}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Item view={view} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Item({ view, item }: { view: View; item: QueueEntry }) {
  const { t, locale } = view;
  const counts = new Map<Outcome, number>();
  for (const outcome of item.outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return (
    <tr data-row>
      <th scope="row">
        <a
          href={`/posts/${item.postId}${item.mine ? '/review' : ''}`}
          lang={item.language}
          class="excerpt"
        >
          {item.text}
        </a>
      </th>
      <td data-label={t.queue.state}>
        <span class="chips">
          <StateChip view={view} state={item.state} />
          {item.instructed ? <InstructionChip view={view} /> : null}
          {item.needsRecheck ? <span class="chip recheck">{t.recheck.chip}</span> : null}
          {item.lostAnswer === null ? null : (
            <span class="chip recheck">{t.lostAnswers[item.lostAnswer]}</span>
          )}
        </span>
      </td>
      <td data-label={t.queue.outcomes}>
        <span class="chips">
          {counts.size === 0 ? <span class="muted">{t.queue.noClaims}</span> : null}
          {[...counts].map(([outcome, count]) => (
            <OutcomeChip view={view} outcome={outcome} count={count} />
          ))}
        </span>
      </td>
      <td data-label={t.queue.submissions} class="number">
        {item.submissions}
      </td>
      <td data-label={t.queue.round} class="number">
        {item.round}
      </td>
      <td data-label={t.queue.lease}>
        <Holding view={view} item={item} />
      </td>
      <td data-label={t.queue.received}>{formatTime(item.receivedAt, locale)}</td>
    </tr>
  );
}

/** Who holds it until when, for whom it is kept, and whether it is back because a lease ran out. */
function Holding({ view, item }: { view: View; item: QueueEntry }) {
  const { t, locale } = view;
  if (item.leasedBy !== null && item.leasedUntil !== null) {
    const until = formatClock(item.leasedUntil, locale);
    return <>{item.mine ? t.turn.mine(until) : t.queue.leasedUntil(item.leasedBy, until)}</>;
  }
  if (item.reservedFor !== null && item.reservedUntil !== null) {
    const until = formatClock(item.reservedUntil, locale);
    return <>{item.forMe ? t.turn.forMe(until) : t.turn.keptFor(item.reservedFor, until)}</>;
  }
  return (
    <>
      <span class="nowrap">{t.queue.nobody}</span>
      {item.ranOutAt === null ? null : (
        <span class="block muted">{t.turn.ranOut(formatTime(item.ranOutAt, locale))}</span>
      )}
    </>
  );
}
