import type { Page } from '#db/pagination.ts';
import { type Delivery, type Endpoint, webhookEvents } from '#webhooks/index.ts';
import { AdminPage, AdminPages, OneTimeSecret } from '../../components/admin/admin-page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { formatList, formatTime } from '../../format.ts';
import { textOf } from '../../forms.ts';
import { lookUp } from '../../problem.ts';
import type { Feedback, View } from '../../view.ts';

interface WebhooksPageProps {
  readonly view: View;
  readonly page: Page<Endpoint>;
  readonly paged: boolean;
  readonly feedback: Feedback;
  readonly secret?: string;
}

export function WebhooksPage({ view, page, paged, feedback, secret }: WebhooksPageProps) {
  const t = view.t.webhooksPage;
  const ticked = feedback.typed?.getAll('events') ?? webhookEvents;
  return (
    <AdminPage view={view} section="webhooks" feedback={feedback}>
      <p class="lead">{t.intro}</p>
      {secret === undefined ? null : (
        <>
          <OneTimeSecret view={view} label={t.secret} secret={secret} />
          <p>
            <a href="/admin/webhooks">{t.backToList}</a>
          </p>
        </>
      )}
      {page.items.length === 0 ? (
        <p class="empty">{t.empty}</p>
      ) : (
        <EndpointTable view={view} endpoints={page.items} />
      )}
      <AdminPages view={view} path="/admin/webhooks" next={page.nextCursor} paged={paged} />
      <details open={feedback.problem?.form === 'webhook'} id="webhook">
        <summary data-key="n">{t.add}</summary>
        <form method="post" action="/admin/webhooks" class="panel">
          <TextField
            id="url"
            name="url"
            type="url"
            label={t.url}
            value={textOf(feedback.typed, 'url')}
            required
          />
          <fieldset class="choices">
            <legend>{t.events}</legend>
            {webhookEvents.map((event) => (
              <label>
                <input
                  type="checkbox"
                  name="events"
                  value={event}
                  checked={ticked.includes(event)}
                />{' '}
                {t.eventNames[event]}
              </label>
            ))}
          </fieldset>
          <button type="submit" class="primary">
            {t.addButton}
          </button>
        </form>
      </details>
    </AdminPage>
  );
}

/** A disabled endpoint stays so. */
const classes = { test: undefined, rotate: 'quiet', disable: 'danger' } as const;

function EndpointTable({ view, endpoints }: { view: View; endpoints: readonly Endpoint[] }) {
  const t = view.t.webhooksPage;
  return (
    <table class="queue endpoints">
      <caption>{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.url}</th>
          <th scope="col">{t.events}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{view.t.admin.actions}</th>
        </tr>
      </thead>
      <tbody>
        {endpoints.map((one) => (
          <tr data-row>
            <th scope="row" class="break">
              <a href={`/admin/webhooks/${one.id}`}>{one.url}</a>
            </th>
            <td data-label={t.events} class="wraps">
              {formatList(
                one.events.map((event) => lookUp<string>(t.eventNames, event) ?? event),
                view.locale,
              )}
            </td>
            <td data-label={t.state}>{one.disabledAt === null ? t.active : t.disabled}</td>
            <td data-label={view.t.admin.actions}>
              {one.disabledAt !== null ? (
                '–'
              ) : (
                <div class="row-actions">
                  {(['test', 'rotate', 'disable'] as const).map((name) => (
                    <form method="post" action={`/admin/webhooks/${one.id}/${name}`}>
                      <button
                        type="submit"
                        class={classes[name]}
                        aria-label={`${t[name]}: ${one.url}`}
                      >
                        {t[name]}
                      </button>
                    </form>
                  ))}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DeliveriesPageProps {
  readonly view: View;
  readonly id: string;
  readonly page: Page<Delivery>;
  readonly paged: boolean;
}

export function DeliveriesPage({ view, id, page, paged }: DeliveriesPageProps) {
  const t = view.t.webhooksPage;
  return (
    <AdminPage view={view} section="webhooks" title={t.deliveries}>
      <p>
        <a href="/admin/webhooks">{t.backToList}</a>
      </p>
      {page.items.length === 0 ? (
        <p class="empty">{t.noDeliveries}</p>
      ) : (
        <table class="queue">
          <caption>{t.deliveries}</caption>
          <thead>
            <tr>
              <th scope="col">{t.event}</th>
              <th scope="col">{t.state}</th>
              <th scope="col">{t.attempts}</th>
              <th scope="col">{t.answer}</th>
              <th scope="col">{t.at}</th>
            </tr>
          </thead>
          <tbody>
            {page.items.map((one) => (
              <tr data-row>
                <th scope="row">{lookUp<string>(t.eventNames, one.event) ?? one.event}</th>
                <td data-label={t.state}>{t.states[one.state]}</td>
                <td data-label={t.attempts}>{one.attempts}</td>
                <td data-label={t.answer}>{one.lastStatus ?? one.lastError ?? '–'}</td>
                <td data-label={t.at}>
                  {one.attemptedAt === null ? '–' : formatTime(one.attemptedAt, view.locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AdminPages view={view} path={`/admin/webhooks/${id}`} next={page.nextCursor} paged={paged} />
    </AdminPage>
  );
}
