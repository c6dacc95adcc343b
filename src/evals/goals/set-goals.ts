import { join } from 'node:path';
import {
  arms,
  auroc,
  bootstrapInterval,
  type FoundQuery,
  type LabelledScore,
  mean,
  perQuery,
} from '#evaluations/index.ts';
import { readBeir } from '../beir.ts';
import { isFittedOn } from '../fitted-part.ts';
import { answerabilityScores, matchExamples } from '../measure-abstention.ts';
import { noiseSlice } from '../measure-slices.ts';
import { openCorpus } from '../open-corpus.ts';
import { restrictLanguages } from '../restrict-languages.ts';
import { type JudgedSearch, judgedSearch } from '../search-judged.ts';
import type { GoalOptions } from './goal-options.ts';
import { type GoalRow, type GoalSpec, measuredRow } from './goal-row.ts';
import { type GoalSet, noiseGoals, noiseTarget } from './goal-sets.ts';

/** Best matches that were not fitted on, each kind of each set weighing the same. */
export type CalibrationExamples = readonly LabelledScore[];

/** Everything that is measured on one set, on one opened corpus; rows are told as they come. */
export async function measureSet(
  set: GoalSet,
  options: GoalOptions,
): Promise<{ readonly rows: GoalRow[]; readonly examples: CalibrationExamples }> {
  const languages = { documents: set.language, queries: set.language };
  const data = restrictLanguages(
    await readBeir(join(options.dataRoot, set.folder), set.split),
    languages,
  );
  const onProgress = (stage: string, done: number, total: number): void =>
    options.onProgress(`${set.name}: ${stage}`, done, total);
  await using corpus = await openCorpus({
    name: set.name,
    lines: data.corpusLines,
    language: set.language,
    namesFile: options.namesFile,
    serverUrl: null,
    embedders: options.embedders,
    onProgress,
  });
  const search = judgedSearch(corpus);
  const queries = await search([...data.queries, ...data.unanswerable], data.qrels, {
    heldOut: set.calibration === 'held_out' || set.auroc?.against === 'held_out',
    onProgress,
  });
  const clean = queries.filter((query) => query.answerable);
  const rows = [...leastRows(set, clean), legRow(set, clean), ...aurocRows(set, queries)];
  for (const row of rows) options.onRow(row);
  if (set.hasNoise) {
    const searched = { data, clean, arms, onProgress };
    for (const row of await noiseRows(set, search, searched, options.onRow)) rows.push(row);
  }
  return { rows, examples: calibrationExamples(set, queries) };
}

/** What a set would have been measured for, to say that its data is missing. */
export function goalsOf(set: GoalSet): GoalSpec[] {
  return [
    ...set.least.map((least) => leastSpec(set, least)),
    legSpec(set),
    ...(set.auroc === undefined ? [] : [aurocSpec(set, set.auroc)]),
    ...(set.hasNoise ? noiseGoals.map((noise) => noiseSpec(set, noise)) : []),
  ];
}

function leastRows(set: GoalSet, queries: readonly FoundQuery[]): GoalRow[] {
  return set.least.map((least) => {
    const part = queries.filter(({ split }) => least.part === undefined || split === least.part);
    const scores = perQuery(part, 'fused', least.metric);
    return measuredRow(leastSpec(set, least), mean(scores), bootstrapInterval(scores, mean));
  });
}

function legRow(set: GoalSet, queries: readonly FoundQuery[]): GoalRow {
  const [lexical = [], dense = [], fused = []] = arms.map((arm) => perQuery(queries, arm, set.leg));
  const better = mean(lexical) > mean(dense) ? lexical : dense;
  const differences = fused.map((value, index) => value - (better[index] ?? 0));
  const note = `fused ${mean(fused).toFixed(3)}, lexical ${mean(lexical).toFixed(3)}, dense ${mean(dense).toFixed(3)}`;
  return measuredRow(legSpec(set), mean(differences), bootstrapInterval(differences, mean), note);
}

function aurocRows(set: GoalSet, queries: readonly FoundQuery[]): GoalRow[] {
  if (set.auroc === undefined) return [];
  const scores = answerabilityScores(queries, set.auroc.against);
  const interval = bootstrapInterval(scores, auroc, { resamples: 400 });
  return [measuredRow(aurocSpec(set, set.auroc), auroc(scores), interval)];
}

async function noiseRows(
  set: GoalSet,
  search: JudgedSearch,
  searched: Parameters<typeof noiseSlice>[2],
  onRow: GoalOptions['onRow'],
): Promise<GoalRow[]> {
  const rows: GoalRow[] = [];
  for (const noise of noiseGoals) {
    const slice = await noiseSlice(search, noise, searched);
    const { value, low, high } = slice?.ratio?.fused ?? { value: 1, low: 1, high: 1 };
    const row = measuredRow(
      noiseSpec(set, noise),
      value ?? Number.NaN,
      { low: low ?? Number.NaN, high: high ?? Number.NaN },
      `${slice?.queries ?? 0} queries changed, S@10 ${slice?.values.fused?.['success@10'] ?? '–'}`,
    );
    onRow(row);
    rows.push(row);
  }
  return rows;
}

function calibrationExamples(set: GoalSet, queries: readonly FoundQuery[]): LabelledScore[] {
  if (set.calibration === null) return [];
  const others = queries.filter((query) => !isFittedOn(set.folder, query) || !query.answerable);
  const asTheyAre = others.filter((query) => query.answerable);
  const groups =
    set.calibration === 'held_out'
      ? [
          matchExamples(asTheyAre, { heldOut: false }),
          asTheyAre.flatMap(({ heldOut }) =>
            heldOut === null ? [] : [{ score: heldOut, positive: false }],
          ),
        ]
      : [
          matchExamples(asTheyAre, { heldOut: false }),
          matchExamples(
            others.filter((query) => !query.answerable),
            { heldOut: false },
          ),
        ];
  return groups.flatMap((group) =>
    group.map((example) => ({ ...example, weight: 100 / group.length })),
  );
}

function leastSpec(set: GoalSet, least: GoalSet['least'][number]): GoalSpec {
  const part = least.part === undefined ? '' : ` (${least.part} part)`;
  return spec(`${set.name} ${least.metric}${part}`, least.target, runCommand(set, least.part));
}

function legSpec(set: GoalSet): GoalSpec {
  return spec(`${set.name} ${set.leg}: fused − better leg`, 0, runCommand(set));
}

function aurocSpec(set: GoalSet, goal: NonNullable<GoalSet['auroc']>): GoalSpec {
  const against = goal.against === 'held_out' ? 'answers held out' : 'unanswerable';
  return spec(`${set.name} AUROC, ${against}`, goal.target, runCommand(set));
}

function noiseSpec(set: GoalSet, noise: string): GoalSpec {
  return spec(
    `${set.name} S@10 ${noise} ÷ clean`,
    noiseTarget,
    `${runCommand(set)} --slices ${noise}`,
  );
}

function spec(goal: string, target: number, command: string): GoalSpec {
  return { goal, target, bound: 'least', command };
}

function runCommand(set: GoalSet, part?: string): string {
  const language = set.language === null ? '' : ` --language ${set.language}`;
  return `doichung eval run --data DIR/${set.folder} --split ${part ?? set.split}${language}`;
}
