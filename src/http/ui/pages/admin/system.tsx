import type { DatabaseFacts } from '#db/describe-database.ts';
import type { QueueState } from '#db/queue-state.ts';
import type { DayOfUse } from '#drafting/index.ts';
import type { ModelProgress } from '#retrieval/index.ts';
import { AdminPage } from '../../components/admin/admin-page.tsx';
import { QueueStates } from '../../components/admin/queue-states.tsx';
import { FigureTable } from '../../components/figure-table.tsx';
import { formatBytes, formatDay, formatNumber, formatTime } from '../../format.ts';
import type { Feedback, View } from '../../view.ts';

/** What an admin may know of what runs: no secret, no text of a post. */
export interface SystemFacts {
  readonly version: string;
  readonly startedAt: Date | null;
  readonly queues: readonly QueueState[];
  readonly models: readonly ModelProgress[];
  /** Null: no language model is used. */
  readonly chatModel: string | null;
  readonly budget: { readonly tokens: number; readonly cost: number | null };
  readonly use: readonly DayOfUse[];
  readonly failures: ReadonlyArray<{ readonly reason: string; readonly count: number }>;
  readonly database: DatabaseFacts & { readonly kind: 'pglite' | 'postgres' };
  readonly mail: boolean;
  readonly oidc: boolean;
  readonly webhooks: number;
  readonly checkpoint: { readonly at: Date; readonly unsigned: number } | null;
}

interface SystemPageProps {
  readonly view: View;
  readonly facts: SystemFacts;
  readonly feedback: Feedback;
}

export function SystemPage({ view, facts, feedback }: SystemPageProps) {
  const t = view.t.systemPage;
  return (
    <AdminPage view={view} section="system" feedback={feedback}>
      <p>
        <a href="/admin/system">{t.reload}</a>
      </p>
      <div id="system" data-live="system">
        <section aria-labelledby="queues">
          <h2 id="queues">{t.queues}</h2>
          <QueueStates view={view} queues={facts.queues} />
        </section>
        <div class="system">
          <Embedding view={view} facts={facts} />
          <LanguageModelUse view={view} facts={facts} />
          <Installation view={view} facts={facts} />
          <Connections view={view} facts={facts} />
        </div>
      </div>
    </AdminPage>
  );
}

type PartProps = Pick<SystemPageProps, 'view' | 'facts'>;

function Embedding({ view, facts }: PartProps) {
  const t = view.t.systemPage;
  const number = (value: number): string => formatNumber(value, view.locale);
  return (
    <section aria-labelledby="embedding">
      <h2 id="embedding">{t.embedding}</h2>
      {facts.models.map((model) => (
        <dl class="facts">
          <dt>{t.name}</dt>
          <dd class="break">{model.name}</dd>
          <dt>{t.state}</dt>
          <dd>{t.states[model.state]}</dd>
          <dt>{t.passages}</dt>
          <dd>
            <progress
              max={Math.max(1, model.passages)}
              value={model.passages === 0 ? 1 : model.embedded}
              aria-label={t.passages}
            />{' '}
            {t.passagesOf(number(model.embedded), number(model.passages))}
          </dd>
          <dt>{t.dimensions}</dt>
          <dd>{number(model.dimensions)}</dd>
          <dt>{t.fingerprint}</dt>
          <dd>
            <code>{model.fingerprint}</code>
          </dd>
        </dl>
      ))}
    </section>
  );
}

function LanguageModelUse({ view, facts }: PartProps) {
  const t = view.t.systemPage;
  const number = (value: number): string => formatNumber(value, view.locale);
  const { budget } = facts;
  return (
    <section aria-labelledby="language-model">
      <h2 id="language-model">{t.language}</h2>
      {facts.chatModel === null ? (
        <p>{t.languageOff}</p>
      ) : (
        <dl class="facts">
          <dt>{t.endpointModel}</dt>
          <dd class="break">{facts.chatModel}</dd>
          <dt>{t.budget}</dt>
          <dd>
            {t.tokensPerDay(number(budget.tokens))}
            {budget.cost === null ? '' : `, ${t.costPerDay(number(budget.cost))}`}
          </dd>
        </dl>
      )}
      {facts.use.length === 0 ? (
        <p>{t.noUse}</p>
      ) : (
        <FigureTable
          caption={t.use}
          headings={[t.day, t.calls, t.failedCalls, t.tokens, t.cost]}
          rows={facts.use.map((day) => [
            formatDay(day.day, view.locale),
            ...[day.calls, day.failed, day.tokens, day.cost].map(number),
          ])}
        />
      )}
      {facts.failures.length === 0 ? null : (
        <>
          <FigureTable
            caption={t.failures}
            headings={[t.failures, t.calls]}
            rows={facts.failures.map(({ reason, count }) => [reason, number(count)])}
          />
          <p class="muted">{t.circuit}</p>
        </>
      )}
    </section>
  );
}

function Installation({ view, facts }: PartProps) {
  const t = view.t.systemPage;
  const { database, checkpoint } = facts;
  return (
    <section aria-labelledby="process">
      <h2 id="process">{t.process}</h2>
      <dl class="facts">
        <dt>{t.version}</dt>
        <dd>{facts.version}</dd>
        <dt>{t.uptime}</dt>
        <dd>{facts.startedAt === null ? '–' : formatTime(facts.startedAt, view.locale)}</dd>
        <dt>{t.database}</dt>
        <dd>
          {t.kinds[database.kind]} {database.version}
        </dd>
        <dt>{t.size}</dt>
        <dd>{formatBytes(database.bytes, view.locale)}</dd>
        <dt>{t.migration}</dt>
        <dd class="break">{database.migration}</dd>
        <dt>{t.checkpoint}</dt>
        <dd>
          {checkpoint === null
            ? t.noCheckpoint
            : t.checkpointAge(
                formatTime(checkpoint.at, view.locale),
                formatNumber(checkpoint.unsigned, view.locale),
              )}
        </dd>
      </dl>
    </section>
  );
}

function Connections({ view, facts }: PartProps) {
  const t = view.t.systemPage;
  const said = (is: boolean): string => (is ? t.configured : t.notConfigured);
  return (
    <section aria-labelledby="connections">
      <h2 id="connections">{t.connections}</h2>
      <dl class="facts">
        <dt>{t.mail}</dt>
        <dd>{said(facts.mail)}</dd>
        <dt>{t.oidc}</dt>
        <dd>{said(facts.oidc)}</dd>
        <dt>{t.chat}</dt>
        <dd>{said(facts.chatModel !== null)}</dd>
        <dt>{t.webhooks}</dt>
        <dd>{formatNumber(facts.webhooks, view.locale)}</dd>
      </dl>
    </section>
  );
}
