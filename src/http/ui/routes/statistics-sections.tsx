import type { Child } from 'hono/jsx';
import { evaluationTrend } from '#evaluations/index.ts';
import {
  type DaysInput,
  type InBuckets,
  readIntake,
  readOverview,
  readQuality,
  readReviewWork,
  readSpend,
  readTopGaps,
  readUnanswered,
} from '#review/index.ts';
import type { AppContext } from '../../env.ts';
import {
  gapsFigure,
  spendFigure,
  unansweredFigures,
} from '../components/statistics/corpus-figures.ts';
import { evaluationFigures } from '../components/statistics/evaluation-figures.ts';
import {
  decidedFigure,
  intakeFigure,
  outcomesFigure,
  waitingFigures,
} from '../components/statistics/flow-figures.ts';
import { GapsLink } from '../components/statistics/gaps-link.tsx';
import { qualityFigures } from '../components/statistics/quality-figures.ts';
import { QualityTables, TimeTable } from '../components/statistics/tables.tsx';
import { Tiles } from '../components/statistics/tiles.tsx';
import type { Section } from '../pages/statistics.tsx';
import type { Figure } from '../plots/figure.ts';
import { may, type View } from '../view.ts';

/** What stands in a section. */
export interface SectionContent {
  readonly shown: InBuckets;
  readonly figures: readonly Figure[];
  readonly above?: Child;
  readonly below?: Child;
}

export interface SectionInput extends DaysInput {
  /** Group claims without a position too, which takes seconds where there are thousands. */
  readonly gaps: boolean;
}

type Read = (ctx: AppContext, view: View, input: SectionInput) => Promise<SectionContent>;

const heaviestGaps = 8;

/** Each section reads its own figures and no others. @throws ValidationError naming the day. */
export const readSection: Readonly<Record<Section, Read>> = {
  overview: async (ctx, view, input) => {
    const of = await readOverview(ctx, input);
    const figures = [intakeFigure(view, of), decidedFigure(view, of)];
    const days = `from=${of.from}&to=${of.to}`;
    return { shown: of, figures, above: <Tiles view={view} of={of} days={days} /> };
  },
  intake: async (ctx, view, input) => {
    const of = await readIntake(ctx, input);
    return { shown: of, figures: [intakeFigure(view, of), outcomesFigure(view, of)] };
  },
  review: async (ctx, view, input) => {
    const of = await readReviewWork(ctx, input);
    const figures = [...waitingFigures(view, of), decidedFigure(view, of)];
    return { shown: of, figures, below: <TimeTable view={view} of={of} /> };
  },
  quality: async (ctx, view, input) => {
    const of = await readQuality(ctx, input);
    const below = <QualityTables view={view} of={of} />;
    return { shown: of, figures: qualityFigures(view, of), below };
  },
  corpus: async (ctx, view, input) => {
    const of = await readUnanswered(ctx, input);
    const figures = unansweredFigures(view, of);
    if (input.gaps) {
      const report = await readTopGaps(ctx, { ...input, limit: heaviestGaps });
      figures.push(gapsFigure(view, report));
    }
    return { shown: of, figures, below: <GapsLink view={view} of={of} computed={input.gaps} /> };
  },
  evaluations: async (ctx, view, input) => {
    const of = await readSpend(ctx, input);
    const seesRuns = may(view, 'evaluation.read');
    const trend = seesRuns ? evaluationFigures(view, await evaluationTrend(ctx)) : [];
    const below = seesRuns ? (
      <p>
        <a href="/evaluations">{view.t.plots.evaluation.all}</a>
      </p>
    ) : undefined;
    return { shown: of, figures: [...trend, spendFigure(view, of)], below };
  },
};
