import type { Gap, GapReport } from '#upkeep/index.ts';
import { GapShares } from '../components/corpus/gap-shares.tsx';
import { GapFilter, type GapFilterValues } from '../components/corpus/gap-filter.tsx';
import { CorpusNav } from '../components/corpus/corpus-nav.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import { formatNumber, formatPercent, formatTime } from '../format.ts';
import type { Feedback, View } from '../view.ts';

interface GapsProps {
  readonly view: View;
  readonly report: GapReport;
  readonly filter: GapFilterValues;
  readonly feedback: Feedback;
}

/** Posts linked from one gap; the rest is in the CSV. */
const mostPosts = 5;

export function GapsPage({ view, report, filter, feedback }: GapsProps) {
  const { t, locale } = view;
  const { totals } = report;
  const count = (value: number): string => formatNumber(value, locale);
  return (
    <Layout view={view} title={t.gaps.title} failed={feedback.problem !== undefined}>
      <h1>{t.gaps.title}</h1>
      <CorpusNav view={view} />
      <ProblemAlert view={view} problem={feedback.problem} />
      <p class="lead">{t.gaps.intro}</p>
      <GapFilter view={view} filter={filter} report={report} />
      <p>
        {t.gaps.totals(
          count(totals.clusters),
          count(totals.claims),
          count(totals.posts),
          count(totals.submissions),
        )}{' '}
        {totals.leftOut > 0 ? t.gaps.leftOut(count(totals.leftOut)) : null}
      </p>
      {report.gaps.length === 0 ? (
        <div class="empty">
          <p>{t.gaps.empty}</p>
          {filter.since === null && filter.topic === null && filter.pillar === null ? null : (
            <p>
              <a href="/corpus/gaps">{t.triage.clear}</a>
            </p>
          )}
        </div>
      ) : (
        <>
          <p>
            <a href={csvHref(filter)}>{t.gaps.csv}</a>
          </p>
          <Gaps view={view} gaps={report.gaps} />
          <GapShares view={view} report={report} />
        </>
      )}
    </Layout>
  );
}

function Gaps({ view, gaps }: { view: View; gaps: readonly Gap[] }) {
  const { t } = view;
  const headings = [
    [t.gaps.claim],
    [t.gaps.submissions, 'number'],
    [t.gaps.posts],
    [t.gaps.lastSeen],
    [t.gaps.nearest],
  ];
  return (
    <table class="queue">
      <caption>{t.gaps.caption(gaps.length)}</caption>
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
        {gaps.map((gap, index) => (
          <Row view={view} gap={gap} rank={index + 1} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ view, gap, rank }: { view: View; gap: Gap; rank: number }) {
  const { t, locale } = view;
  const guesses = [gap.topic, gap.pillar === null ? null : t.pillars[gap.pillar]];
  const notes = [
    gap.claims > 1 ? t.gaps.likeIt(gap.claims) : null,
    gap.declinedPosts > 0 ? t.gaps.declined(gap.declinedPosts) : null,
  ].filter((note) => note !== null);
  const guess = guesses.filter((part) => part !== null).join(' · ');
  return (
    <tr>
      <th scope="row">
        {rank}.{' '}
        <span lang={gap.language} class="break">
          {gap.claimText}
        </span>
        {guess === '' ? null : <span class="block muted">{t.gaps.about(guess)}</span>}
        {notes.length === 0 ? null : <span class="block muted">{notes.join(' · ')}</span>}
      </th>
      <td data-label={t.gaps.submissions} class="number">
        {formatNumber(gap.submissions, locale)}
      </td>
      <td data-label={t.gaps.posts}>
        <span>
          {formatNumber(gap.posts, locale)}
          <Posts view={view} gap={gap} />
        </span>
      </td>
      <td class="when" data-label={t.gaps.lastSeen}>
        {formatTime(gap.lastSubmittedAt, locale)}
      </td>
      <td data-label={t.gaps.nearest}>
        <Nearest view={view} gap={gap} />
      </td>
    </tr>
  );
}

function Posts({ view, gap }: { view: View; gap: Gap }) {
  const { t } = view;
  return (
    <span class="block">
      {gap.postIds.slice(0, mostPosts).map((id, index) => (
        <>
          {index === 0 ? '' : ', '}
          <a
            class="nowrap"
            href={`/posts/${id}`}
            aria-label={t.gaps.openPost(index + 1, gap.claimText)}
          >
            {t.gaps.post(index + 1)}
          </a>
        </>
      ))}
      {gap.postIds.length > mostPosts ? '…' : ''}
    </span>
  );
}

function Nearest({ view, gap }: { view: View; gap: Gap }) {
  const { t, locale } = view;
  if (gap.answer !== null && gap.answerableNow === true) {
    return <strong>{t.gaps.answered(gap.answer.documentTitle)}</strong>;
  }
  if (gap.nearest === null) return <span class="muted">{t.gaps.noNearest}</span>;
  const { documentTitle, documentKey, probability } = gap.nearest;
  return (
    <span>
      <a href={`/corpus?${new URLSearchParams({ text: documentKey }).toString()}`}>
        {documentTitle}
      </a>
      <span class="block muted">{t.gaps.probability(formatPercent(probability, locale))}</span>
    </span>
  );
}

function csvHref({ since, topic, pillar, check }: GapFilterValues): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ since, topic, pillar })) {
    if (value !== null) query.set(name, value);
  }
  if (check) query.set('check', 'true');
  return `/v1/corpus/gaps.csv${query.size > 0 ? `?${query.toString()}` : ''}`;
}
