import { join } from 'node:path';
import type { FoundQuery } from '#evaluations/index.ts';
import { readBeir } from '../beir.ts';
import type { BeirQuery } from '../beir-rows.ts';
import { ratioOf } from '../measure-slices.ts';
import { openCorpus } from '../open-corpus.ts';
import { judgedSearch } from '../search-judged.ts';
import type { GoalOptions } from './goal-options.ts';
import { type GoalRow, type GoalSpec, measuredRow } from './goal-row.ts';

const folder = 'xquad_vi_en_zh';
const target = 0.98;
const pairs = [
  ['vi', 'en'],
  ['vi', 'zh'],
] as const;

interface Direction {
  readonly from: string;
  readonly to: string;
  /** The language of each paragraph in the mixed pool, by its number. */
  readonly mixed: (paragraph: number) => string;
}

const directions: readonly Direction[] = pairs.flatMap(([one, other]) => {
  const mixed = (paragraph: number): string => (paragraph % 2 === 0 ? one : other);
  return [
    { from: one, to: other, mixed },
    { from: other, to: one, mixed },
  ];
});

/**
 * Does a passage in the query's own language crowd out the right one in another? Each paragraph is in the
 * pool once, every other one in the query's language, and asked for are those in the other. The same
 * queries are searched in a pool of the same paragraphs all in that other language: same size, same
 * distractors, only the language is mixed.
 */
export async function crossLingualGoals(options: GoalOptions): Promise<GoalRow[]> {
  const paragraphs = await readParagraphs(options.dataRoot);
  const mixed = new Map<Direction, FoundQuery[]>();
  const alone = new Map<Direction, FoundQuery[]>();
  for (const pair of Map.groupBy(directions, (direction) => direction.mixed).values()) {
    const pool = pair[0]?.mixed ?? String;
    await searchPool(paragraphs, pool, pair, mixed, options);
  }
  for (const [to, same] of Map.groupBy(directions, (direction) => direction.to)) {
    await searchPool(paragraphs, () => to, same, alone, options);
  }
  return directions.map((direction) => {
    const found = mixed.get(direction) ?? [];
    const { value, low, high } = ratioOf(found, alone.get(direction) ?? [], 'fused');
    const interval = { low: low ?? Number.NaN, high: high ?? Number.NaN };
    const note = `${found.length} queries`;
    const row = measuredRow(specOf(direction), value ?? Number.NaN, interval, note);
    options.onRow(row);
    return row;
  });
}

/** Opens one pool and searches it for the queries of every direction given. */
async function searchPool(
  { documents, queries }: Awaited<ReturnType<typeof readParagraphs>>,
  pool: Direction['mixed'],
  wanted: readonly Direction[],
  results: Map<Direction, FoundQuery[]>,
  options: GoalOptions,
): Promise<void> {
  const name = `cross-lingual, ${[...new Set([pool(0), pool(1)])].join(' and ')}`;
  const onProgress = (stage: string, done: number, total: number): void =>
    options.onProgress(`${name}: ${stage}`, done, total);
  const inPool = documents.filter(({ language, paragraph }) => pool(paragraph) === language);
  await using corpus = await openCorpus({
    name,
    lines: inPool.map(({ line }) => line),
    language: null,
    namesFile: options.namesFile,
    serverUrl: null,
    embedders: options.embedders,
    onProgress,
  });
  const search = judgedSearch(corpus);
  for (const direction of wanted) {
    const { from, to, mixed } = direction;
    const asked = queries.filter(
      ({ query, paragraph }) => query.language === from && mixed(paragraph) === to,
    );
    const qrels = new Map(
      asked.map(({ query, paragraph }) => [query.id, new Map([[documentId(to, paragraph), 1]])]),
    );
    const texts = asked.map(({ query }) => query);
    results.set(direction, await search(texts, qrels, { heldOut: false, onProgress }));
  }
}

export function crossLingualSpecs(): GoalSpec[] {
  return directions.map(specOf);
}

function specOf({ from, to }: Pick<Direction, 'from' | 'to'>): GoalSpec {
  return {
    goal: `cross-lingual ${from} → ${to}, S@10 mixed pool ÷ ${to} alone`,
    target,
    bound: 'least',
    command: 'doichung eval goals --data-root DIR --only cross-lingual',
  };
}

async function readParagraphs(dataRoot: string) {
  const data = await readBeir(join(dataRoot, folder), 'mono');
  const documents = data.corpusLines.flatMap((line) => {
    if (line.trim() === '') return [];
    const id = String((JSON.parse(line) as { id?: unknown }).id);
    return [{ line, language: id.slice(0, 2), paragraph: paragraphOf(id) }];
  });
  const queries = data.queries.flatMap((query): Array<{ query: BeirQuery; paragraph: number }> => {
    const [id] = [...(data.qrels.get(query.id)?.keys() ?? [])];
    return id === undefined ? [] : [{ query, paragraph: paragraphOf(id) }];
  });
  return { documents, queries };
}

/** "vi-017" → 17: the same paragraph has the same number in every language. */
function paragraphOf(documentId: string): number {
  return Number(documentId.slice(3));
}

function documentId(language: string, paragraph: number): string {
  return `${language}-${String(paragraph).padStart(3, '0')}`;
}
