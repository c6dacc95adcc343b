import type { Page } from '#db/pagination.ts';
import type { CorpusHealth, Finding as FindingView, FindingKind } from '#upkeep/index.ts';
import { AgingTable } from '../components/corpus/aging-table.tsx';
import { CorpusNav } from '../components/corpus/corpus-nav.tsx';
import { CoverageTable } from '../components/corpus/coverage-table.tsx';
import { Finding } from '../components/corpus/finding.tsx';
import { NoticeLine, ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import { formatDay, formatNumber, formatTime } from '../format.ts';
import { lookUp } from '../problem.ts';
import type { Feedback, View } from '../view.ts';

export interface FindingList {
  readonly kind: FindingKind;
  readonly page: Page<FindingView>;
}

interface HealthProps {
  readonly view: View;
  readonly health: CorpusHealth;
  /** Each kind's newest findings; of one kind alone further ones. */
  readonly findings: readonly FindingList[];
  readonly feedback: Feedback;
}

export function CorpusHealthPage({ view, health, findings, feedback }: HealthProps) {
  const { t } = view;
  const isWhole = findings.length > 1;
  return (
    <Layout view={view} title={t.health.title} failed={feedback.problem !== undefined}>
      <h1>{t.health.title}</h1>
      <CorpusNav view={view} />
      <ProblemAlert view={view} problem={feedback.problem} />
      <p>{t.health.asOf(formatDay(health.asOf, view.locale))}</p>
      {isWhole ? (
        <Aging view={view} health={health} />
      ) : (
        <p>
          <a href="/corpus/health">{t.health.all}</a>
        </p>
      )}
      <section id="findings" aria-labelledby="findings-title">
        <h2 id="findings-title">{t.health.findings}</h2>
        <NoticeLine view={view} feedback={feedback} names={['dismissed']} />
        <p>{t.health.findingsHint}</p>
        {findings.map((list) => (
          <Findings view={view} health={health} list={list} feedback={feedback} />
        ))}
      </section>
      {isWhole ? <CoverageSection view={view} health={health} /> : null}
    </Layout>
  );
}

function Aging({ view, health }: { view: View; health: CorpusHealth }) {
  const { t, locale } = view;
  const { drafts } = health;
  return (
    <>
      <AgingTable
        view={view}
        id="stale"
        title={t.health.stale}
        none={t.health.staleNone}
        column={{ name: t.health.due, day: 'recheckBy' }}
        excerpt={health.stale}
      />
      <AgingTable
        view={view}
        id="unverified"
        title={t.health.unverified}
        none={t.health.unverifiedNone}
        column={null}
        excerpt={health.unverified}
      />
      <AgingTable
        view={view}
        id="ending"
        title={t.health.ending}
        none={t.health.endingNone}
        column={{ name: t.health.ends, day: 'endsOn' }}
        excerpt={health.endingSoon}
      />
      <section id="drafts" aria-labelledby="drafts-title">
        <h2 id="drafts-title">{t.health.drafts}</h2>
        {drafts.count === 0 || drafts.oldestAt === null ? (
          <p class="muted">{t.health.draftsNone}</p>
        ) : (
          <p>
            {t.health.draftsWaiting(
              formatNumber(drafts.count, locale),
              formatTime(drafts.oldestAt, locale),
            )}{' '}
            <a href="/corpus?state=draft">{t.health.seeDrafts}</a>
          </p>
        )}
      </section>
    </>
  );
}

interface FindingsProps {
  readonly view: View;
  readonly health: CorpusHealth;
  readonly list: FindingList;
  readonly feedback: Feedback;
}

function Findings({ view, health, list, feedback }: FindingsProps) {
  const { t } = view;
  const { kind, page } = list;
  const contradicts = kind === 'contradiction';
  const total = contradicts ? health.findings.contradictions : health.findings.nearDuplicates;
  const more = new URLSearchParams({ kind, cursor: page.nextCursor ?? '' }).toString();
  return (
    <>
      <h3>{contradicts ? t.health.contradictions : t.health.duplicates}</h3>
      {page.items.length === 0 ? (
        <p class="muted">{contradicts ? t.health.contradictionsNone : t.health.duplicatesNone}</p>
      ) : (
        <>
          <p class="muted">{t.health.found(page.items.length, total)}</p>
          {page.items.map((finding, index) => (
            <Finding view={view} finding={finding} number={index + 1} feedback={feedback} />
          ))}
        </>
      )}
      {page.nextCursor === null ? null : (
        <p>
          <a href={`/corpus/health?${more}`}>{t.health.more}</a>
        </p>
      )}
    </>
  );
}

function CoverageSection({ view, health }: { view: View; health: CorpusHealth }) {
  const { t } = view;
  const listOf = (name: 'topic' | 'pillar', value: string): string =>
    `/corpus?${new URLSearchParams({ [name]: value }).toString()}`;
  return (
    <section id="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{t.health.coverage}</h2>
      <CoverageTable
        view={view}
        title={t.health.byTopic}
        name={t.gaps.topicName}
        rows={health.topics.map(({ topic, ...coverage }) => ({
          ...coverage,
          name: topic ?? t.health.noTopic,
          href: topic === null ? null : listOf('topic', topic),
        }))}
      />
      <CoverageTable
        view={view}
        title={t.health.byPillar}
        name={t.gaps.pillarName}
        rows={health.pillars.map(({ pillar, ...coverage }) => ({
          ...coverage,
          name: pillar === null ? t.health.noPillar : (lookUp<string>(t.pillars, pillar) ?? pillar),
          href: pillar === null ? null : listOf('pillar', pillar),
        }))}
      />
    </section>
  );
}
