import type { QueueState } from '#db/queue-state.ts';
import { formatNumber, formatTime } from '../../format.ts';
import { lookUp } from '../../problem.ts';
import type { View } from '../../view.ts';

/** How many jobs wait, run and failed, queue by queue. */
export function QueueStates({ view, queues }: { view: View; queues: readonly QueueState[] }) {
  const t = view.t.systemPage;
  const number = (value: number): string => formatNumber(value, view.locale);
  const time = (at: Date | null): string => (at === null ? t.nothing : formatTime(at, view.locale));
  return (
    <table class="queue queues">
      <caption>{t.queuesCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.queue}</th>
          <th scope="col" class="number">
            {t.waiting}
          </th>
          <th scope="col" class="number">
            {t.retrying}
          </th>
          <th scope="col" class="number">
            {t.active}
          </th>
          <th scope="col" class="number">
            {t.failed}
          </th>
          <th scope="col">{t.oldest}</th>
          <th scope="col">{t.failedAt}</th>
        </tr>
      </thead>
      <tbody>
        {queues.map((queue) => {
          const name = lookUp(t.queueNames, queue.name) ?? queue.name;
          return (
            <tr data-row>
              <th scope="row">{name}</th>
              <td data-label={t.waiting} class="number">
                {number(queue.waiting)}
              </td>
              <td data-label={t.retrying} class="number">
                {number(queue.retrying)}
              </td>
              <td data-label={t.active} class="number">
                {number(queue.active)}
              </td>
              <td data-label={t.failed} class="number">
                {number(queue.failed)}
                {queue.failed === 0 ? null : (
                  <form method="post" action="/admin/system/retry">
                    <input type="hidden" name="queue" value={queue.name} />
                    <button type="submit" class="quiet" aria-label={t.retryOne(name)}>
                      {t.retry}
                    </button>
                  </form>
                )}
              </td>
              <td data-label={t.oldest} class={queue.oldestAt === null ? 'never' : 'when'}>
                {time(queue.oldestAt)}
              </td>
              <td data-label={t.failedAt} class={queue.failedAt === null ? 'never' : 'when'}>
                {time(queue.failedAt)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
