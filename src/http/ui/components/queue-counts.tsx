import type { QueueCount, QueueFilter } from '#review/index.ts';
import { addressOfFilter } from '../queue-address.ts';
import type { View } from '../view.ts';

/** The shares of the queue that are the reviewer's, each a filter of it. */
const shares: ReadonlyArray<readonly [keyof QueueCount, QueueFilter]> = [
  ['waiting', { holding: 'waiting', order: 'priority' }],
  ['held', { holding: 'mine' }],
  ['handed', { holding: 'for_me' }],
  ['again', { holding: 'waiting', again: true, order: 'priority' }],
];

/** What is the reviewer's to do, as numbers that lead to it. */
export function QueueCounts(props: { view: View; count: QueueCount; filter: QueueFilter }) {
  const { view, count, filter } = props;
  const words = view.t.workspace;
  const current = addressOfFilter(filter);
  return (
    <ul class="queue-counts" aria-label={words.yours}>
      {shares.map(([share, shown]) => {
        const address = addressOfFilter(shown);
        return (
          <li>
            <a href={address} aria-current={address === current ? 'page' : undefined}>
              <strong>{count[share] > 99 ? '99+' : count[share]}</strong> {words.shares[share]}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
