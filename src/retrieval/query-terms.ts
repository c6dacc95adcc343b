import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';

/** BM25 (Robertson & Zaragoza 2009); of k1 .6–1.2 and b .3–.75 none was better by more than chance. */
export const k1 = 0.9;
export const b = 0.4;
/**
 * A query's rarest terms count until they have this many postings; at least `minimumTerms` count. What
 * is left out are the commonest words. Mean MAP@5 over ct20 train and dev, alqac, vihallu, xquad and
 * zalo, each alone: every term .858, 20,000 postings .859, 5,000 .859, 2,000 .858. With all of them in
 * one corpus of 26,039 passages (ct20 dev, alqac, zalo train, vihallu): every term .737, 20,000 .737,
 * 5,000 .744, 2,000 .749, 1,000 .740. Rejected: 2,000 (ct20 dev alone .718 → .707), scoring the 200 best
 * by every term afterwards (.739), and a fifth of the corpus where that is more than 5,000.
 */
const postingBudget = 5_000;
const minimumTerms = 4;

/** Terms (`searchTerms`) and what each counts in the query. */
export type TermCounts = ReadonlyMap<
  string,
  {
    /** How often it occurs; of a term the query itself lacks, what `expandNames` gives it. */
    readonly count: number;
    /** Whether a passage without it lacks something of the query. */
    readonly expected: boolean;
  }
>;

/** A term of the query as the corpus knows it. */
export interface KnownTerm {
  readonly id: number;
  readonly term: string;
  readonly documentFrequency: number;
}

/** The terms that are looked up, and what the whole query could reach. */
export interface WeighedTerms {
  readonly ids: readonly number[];
  /** Of each: occurrences in the query × inverse document frequency × (k1 + 1). */
  readonly gains: readonly number[];
  /** k1·b divided by the mean passage length in terms. */
  readonly lengthShare: number;
  /** What a passage holding every term of the query could reach, those the corpus lacks included. */
  readonly ceiling: number;
  /** How many postings the terms have. */
  readonly postings: number;
  /** Inverse document frequency of each different term of the query, ≥ 0. */
  readonly weightOf: ReadonlyMap<string, number>;
}

/** `extraTerms`: terms the query lacks, and what each counts. */
export function countTerms(
  terms: readonly string[],
  extraTerms: ReadonlyMap<string, number> = new Map(),
): TermCounts {
  const counts = new Map<string, { count: number; expected: boolean }>();
  for (const [term, count] of extraTerms) counts.set(term, { count, expected: false });
  for (const term of terms) {
    const before = counts.get(term);
    counts.set(term, { count: before?.expected === true ? before.count + 1 : 1, expected: true });
  }
  return counts;
}

/**
 * Looks the query's terms up and weighs them; null without a term that the corpus knows, and without
 * the row of statistics.
 */
export async function findTerms(
  ctx: Pick<DbContext, 'db'>,
  counts: TermCounts,
): Promise<WeighedTerms | null> {
  if (counts.size === 0) return null;
  const { rows } = await sql<{
    id: number;
    term: string;
    document_frequency: number;
    passage_count: number;
    term_total: number;
  }>`
    select t.id, t.term, t.document_frequency, s.passage_count, s.term_total
    from unnest(${[...counts.keys()]}::text[]) as q(term)
    join lexical_term t on t.term = q.term
    cross join (select * from lexical_statistics limit 1) s`.execute(ctx.db);
  const [first] = rows;
  if (first === undefined) return null;
  const known = rows.map((row) => ({
    id: row.id,
    term: row.term,
    documentFrequency: row.document_frequency,
  }));
  const corpus = { passages: first.passage_count, terms: first.term_total };
  return weighTerms(counts, known, corpus);
}

/** Chooses the rarest terms; `corpus` counts passages and the terms in all of them. */
export function weighTerms(
  counts: TermCounts,
  known: readonly KnownTerm[],
  corpus: { readonly passages: number; readonly terms: number },
): WeighedTerms {
  const idf = (frequency: number): number => Math.log((corpus.passages + 1) / (frequency + 0.5));
  const frequencyOf = new Map(known.map((one) => [one.term, one.documentFrequency]));
  let mass = 0;
  const weightOf = new Map<string, number>();
  for (const [term, { count, expected }] of counts) {
    const weight = idf(frequencyOf.get(term) ?? 0);
    weightOf.set(term, weight);
    if (expected) mass += count * weight;
  }
  const rarest = known.toSorted((a, b) => a.documentFrequency - b.documentFrequency || a.id - b.id);
  const chosen: KnownTerm[] = [];
  let postings = 0;
  for (const term of rarest) {
    if (chosen.length >= minimumTerms && postings >= postingBudget) break;
    chosen.push(term);
    postings += term.documentFrequency;
  }
  return {
    ids: chosen.map((one) => one.id),
    gains: chosen.map(
      (one) => (counts.get(one.term)?.count ?? 0) * idf(one.documentFrequency) * (k1 + 1),
    ),
    lengthShare: (k1 * b) / Math.max(corpus.terms / Math.max(corpus.passages, 1), 1),
    ceiling: mass * (k1 + 1),
    postings,
    weightOf,
  };
}
