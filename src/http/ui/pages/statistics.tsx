import type { Child } from 'hono/jsx';
import type { InBuckets } from '#review/index.ts';
import { ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import { FigurePanel } from '../components/statistics/figure.tsx';
import { Periods } from '../components/statistics/periods.tsx';
import { formatDay } from '../format.ts';
import type { Figure } from '../plots/figure.ts';
import type { Feedback, View } from '../view.ts';

export const sections = [
  'overview',
  'intake',
  'review',
  'quality',
  'corpus',
  'evaluations',
] as const;
export type Section = (typeof sections)[number];

interface StatisticsProps {
  readonly view: View;
  readonly section: Section;
  readonly shown: InBuckets;
  readonly preset: number | null;
  /** Groups of gaps were asked for. */
  readonly gaps: boolean;
  readonly figures: readonly Figure[];
  readonly feedback: Feedback;
  /** Numbers above the plots. */
  readonly above?: Child;
  /** Tables and links beneath them. */
  readonly children?: Child;
}

export function StatisticsPage(props: StatisticsProps) {
  const { view, section, shown, preset, gaps, figures, feedback, above, children } = props;
  const { statisticsPage: words, plots } = view.t;
  const days = `from=${shown.from}&to=${shown.to}`;
  const title = `${words.title}: ${plots.sections[section]}`;
  return (
    <Layout
      view={view}
      title={title}
      failed={feedback.problem !== undefined}
      styles={['plots']}
      wide
    >
      <h1>{title}</h1>
      <nav aria-label={plots.sectionsLabel}>
        <ul class="tabs">
          {sections.map((one) => (
            <li>
              <a
                href={`${addressOf(one)}?${days}`}
                aria-current={one === section ? 'page' : undefined}
              >
                {plots.sections[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ProblemAlert view={view} problem={feedback.problem} />
      <Periods view={view} address={addressOf(section)} shown={shown} preset={preset} />
      <p class="lead">
        {plots.range(
          formatDay(shown.from, view.locale),
          formatDay(shown.to, view.locale),
          shown.unit,
        )}{' '}
        {words.intro}
      </p>
      {above}
      <div class="figures">
        {figures.map((figure) => (
          <FigurePanel
            view={view}
            figure={figure}
            address={`${addressOf(section)}?${days}${gaps ? '&gaps=1' : ''}`}
          />
        ))}
      </div>
      {children}
      <p>
        <a href={`/v1/statistics.csv?${days}`}>{plots.allCsv}</a>
      </p>
    </Layout>
  );
}

function addressOf(section: Section): string {
  return section === 'overview' ? '/statistics' : `/statistics/${section}`;
}
