import {
  bestRank,
  type EvalRun,
  metricNames,
  perQuery,
  type RunComparison,
  type TrendPoint,
} from '#evaluations/index.ts';
import { toCell } from '#upkeep/index.ts';

type Cell = string | number | null;
/** Column names first. */
type Table = readonly [readonly string[], ...ReadonlyArray<readonly Cell[]>];

/** CSV as spreadsheets read it: RFC 4180 with a byte order mark, formulas disarmed. */
export function csvOf(table: Table): string {
  return `\uFEFF${table.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')}`;
}

/** One line per run and measure. */
export function trendTable(points: readonly TrendPoint[]): Table {
  return [
    ['run', 'data', 'split', 'language', 'model', 'measured_at', 'measure', 'value', 'low', 'high'],
    ...points.flatMap(({ id, name, split, language, model, measuredAt, values }) =>
      Object.entries(values).map(([measure, { value, low, high }]) => [
        id,
        name,
        split,
        language,
        model,
        measuredAt.toISOString(),
        measure,
        value,
        low,
        high,
      ]),
    ),
  ];
}

export function comparisonTable({ metric, queries, arms }: RunComparison): Table {
  return [
    [
      'arm',
      'measure',
      'queries',
      'before',
      'after',
      'difference',
      'low',
      'high',
      'p',
      'won',
      'lost',
    ],
    ...arms.map((arm): Cell[] => [
      arm.arm,
      metric,
      queries,
      arm.before,
      arm.after,
      arm.difference,
      arm.low,
      arm.high,
      arm.pValue,
      arm.wins,
      arm.losses,
    ]),
  ];
}

/** The tables of one run by the name in their address. */
export const runTables = { measures, slices, abstention, queries };

function measures({ arms, values, intervals }: EvalRun): Table {
  return [
    ['arm', 'measure', 'value', 'low', 'high'],
    ...arms.flatMap((arm) =>
      metricNames.map((metric): Cell[] => {
        const { low = null, high = null } = intervals[arm]?.[metric] ?? {};
        return [arm, metric, values[arm]?.[metric] ?? null, low, high];
      }),
    ),
  ];
}

function slices(run: EvalRun): Table {
  return [
    ['slice', 'kind', 'queries', 'arm', 'success@10', 'ratio', 'low', 'high'],
    ...run.slices.flatMap(({ name, kind, queries, values, ratio }) =>
      run.arms.map((arm): Cell[] => {
        const { value = null, low = null, high = null } = ratio?.[arm] ?? {};
        return [name, kind, queries, arm, values[arm]?.['success@10'] ?? null, value, low, high];
      }),
    ),
  ];
}

function abstention(run: EvalRun): Table {
  return [
    ['threshold', 'coverage', 'risk'],
    ...run.abstention.points.map(({ threshold, coverage, risk }) => [threshold, coverage, risk]),
  ];
}

/** Every answerable query of every arm. */
function queries({ arms, queries: all }: EvalRun): Table {
  const answerable = all.filter((query) => query.answerable);
  return [
    ['query', 'text', 'language', 'arm', 'best_rank', 'reciprocal_rank', 'ndcg@10', 'probability'],
    ...arms.flatMap((arm) =>
      answerable.map((query): Cell[] => [
        query.id,
        query.text,
        query.language,
        arm,
        bestRank(query, arm),
        perQuery([query], arm, 'mrr')[0] ?? null,
        perQuery([query], arm, 'ndcg@10')[0] ?? null,
        query.best.probability,
      ]),
    ),
  ];
}
