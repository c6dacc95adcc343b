import type { Checkpoint, Verification } from '#audit/index.ts';
import { AuditTabs } from '../../components/audit/audit-tabs.tsx';
import { Verdict } from '../../components/audit/verdict.tsx';
import { Layout } from '../../components/layout.tsx';
import { formatNumber, formatTime } from '../../format.ts';
import type { View } from '../../view.ts';

interface VerifyPageProps {
  readonly view: View;
  /** Newest first. */
  readonly runs: readonly Verification[];
  readonly newest: Checkpoint | null;
  readonly refusals: ReadonlyArray<{
    readonly guard: 'refused_four_eyes' | 'refused_immutable';
    readonly count: number;
  }>;
  readonly ownKey: string;
}

export function VerifyPage({ view, runs, newest, refusals, ownKey }: VerifyPageProps) {
  const t = view.t.verification;
  const { locale } = view;
  const [latest, ...earlier] = runs;
  const running = latest !== undefined && latest.endedAt === null;
  return (
    <Layout view={view} title={t.title} styles={['audit']}>
      <h1>{t.title}</h1>
      <AuditTabs view={view} current="/audit/verify" />
      <section>
        <form method="post" action="/audit/verify">
          <p>{t.hint}</p>
          <button type="submit" class="primary" disabled={running}>
            {t.button}
          </button>
        </form>
      </section>
      <section aria-labelledby="latest" id="verification" data-live="system">
        <h2 id="latest">{t.latest}</h2>
        {latest === undefined ? (
          <p>{t.none}</p>
        ) : (
          <Verdict view={view} run={latest} ownKey={ownKey} />
        )}
        <dl class="facts">
          <dt>{t.newest}</dt>
          <dd>
            {newest === null
              ? t.noCheckpoint
              : t.newestAt(
                  formatNumber(newest.seq, locale),
                  formatTime(new Date(newest.signed_at), locale),
                )}
          </dd>
          {refusals.map(({ guard, count }) => (
            <>
              <dt>
                {t.refusals}: {t.guards[guard]}
              </dt>
              <dd>{formatNumber(count, locale)}</dd>
            </>
          ))}
        </dl>
        <p class="muted">{t.refusalsHint}</p>
        {running ? (
          <p>
            <a href="/audit/verify">{t.reload}</a>
          </p>
        ) : null}
      </section>
      <section aria-labelledby="proves">
        <h2 id="proves">{t.proves}</h2>
        <p class="narrow">{t.provesYes}</p>
        <p class="narrow">{t.provesNo}</p>
      </section>
      {earlier.length === 0 ? null : (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{t.earlier}</h2>
          <ul>
            {earlier.map((run) => (
              <li>
                {t.asked(run.askedBy, formatTime(run.askedAt, locale))}:{' '}
                {run.verdict === null
                  ? t.failed
                  : run.verdict.first_break === null
                    ? t.whole(formatNumber(run.verdict.events, locale))
                    : t.broken(formatNumber(run.verdict.first_break.seq, locale))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}
