import { type RawBuilder, sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import { inForce, type SearchFilter } from './filter.ts';

/** BM25 (Robertson & Zaragoza 2009); of k1 .6–1.2 and b .3–.75 none was better by more than chance. */
const k1 = 0.9;
const b = 0.4;
/**
 * A query's rarest terms count until they have this many postings, or this share of the corpus if that
 * is more; at least `minimumTerms` count. What is left out are the commonest words. Mean MAP@5 over ct20
 * train and dev, alqac, vihallu, xquad and zalo: every term .858, 20,000 postings .859, 5,000 .859,
 * 2,000 .858; the search took a third of the time at 5,000.
 */
const postingBudget = 5_000;
const postingShare = 0.2;
const minimumTerms = 4;

export interface LexicalHit {
  readonly passageId: number;
  /** BM25, ≥ 0, unbounded. */
  readonly score: number;
  /** Score as a share of what a passage holding every query term could reach, 0 to 1. */
  readonly coverage: number;
}

/** Terms (`searchTerms`) and how often each occurs in the query. */
export type QueryTerms = ReadonlyMap<string, number>;

export function countTerms(terms: readonly string[]): QueryTerms {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

interface LexicalRow {
  passage_id: number;
  score: number;
  mass: number;
}

/** The best `limit` passages in force by BM25, best first. */
export async function searchLexical(
  ctx: Pick<DbContext, 'db'>,
  terms: QueryTerms,
  filter: SearchFilter,
  limit: number,
): Promise<LexicalHit[]> {
  if (terms.size === 0) return [];
  const { rows } = await lexicalStatement(terms, filter, limit).execute(ctx.db);
  return rows.map(toHit);
}

/**
 * Passages are joined to their version after scoring, in the order of their score and only until the
 * limit is reached: a version out of force never takes a place. Rejected: joining before scoring (every
 * posting of a common term is joined), and joining all scored passages before the limit (80 of 215 ms).
 */
export function lexicalStatement(
  terms: QueryTerms,
  filter: SearchFilter,
  limit: number,
): RawBuilder<LexicalRow> {
  return sql`
    ${chosenTerms(terms)},
    scored as (
      select l.passage_id, sum(${termScore()}) as score
      from chosen t join lexical_posting l on l.term_id = t.id
      group by l.passage_id
      order by score desc, l.passage_id
    )
    select s.passage_id, s.score, (select sum(weight) from term) as mass
    from scored s
    join passage p on p.id = s.passage_id ${inForce(filter)}
    order by s.score desc, s.passage_id limit ${limit}`;
}

/** BM25 of given passages, for those that only the dense leg found; one that shares no term is absent. */
export async function scoreLexical(
  ctx: Pick<DbContext, 'db'>,
  terms: QueryTerms,
  passageIds: readonly number[],
): Promise<LexicalHit[]> {
  if (terms.size === 0 || passageIds.length === 0) return [];
  const { rows } = await sql<LexicalRow>`
    ${chosenTerms(terms)}
    select l.passage_id, sum(${termScore()}) as score, (select sum(weight) from term) as mass
    from chosen t join lexical_posting l
      on l.term_id = t.id and l.passage_id = any(${[...passageIds]}::int[])
    group by l.passage_id`.execute(ctx.db);
  return rows.map(toHit);
}

function toHit(row: LexicalRow): LexicalHit {
  const ceiling = row.mass * (k1 + 1);
  return {
    passageId: row.passage_id,
    score: row.score,
    coverage: ceiling > 0 ? Math.min(1, row.score / ceiling) : 0,
  };
}

/**
 * `term`: the query's terms with their weights; one the corpus does not know has no id and counts
 * towards what could have been reached. `chosen`: those that are looked up. `limit 1` tells the planner
 * what the constraint does not: without it 101 terms were taken for 200,990 and every posting was read
 * (81 ms instead of 12, of 649,408 postings).
 */
function chosenTerms(terms: QueryTerms): RawBuilder<unknown> {
  return sql`
    with term as materialized (
      select t.id, q.count * ln((1 + (s.passage_count - coalesce(t.document_frequency, 0) + 0.5)
          / (coalesce(t.document_frequency, 0) + 0.5))::float8) as weight,
        greatest(s.term_total::float8 / greatest(s.passage_count, 1), 1) as average_length,
        greatest(${postingBudget}::int, s.passage_count * ${postingShare}::float8) as budget,
        row_number() over rarest as rank,
        sum(t.document_frequency) over rarest - t.document_frequency as postings_before
      from unnest(${[...terms.keys()]}::text[], ${[...terms.values()]}::int[]) as q(term, count)
      left join lexical_term t on t.term = q.term
      cross join (select * from lexical_statistics limit 1) s
      window rarest as (order by t.document_frequency nulls last, t.id)
    ),
    chosen as (
      select id, weight, average_length from term
      where id is not null and (rank <= ${minimumTerms} or postings_before < budget)
    )`;
}

/** In float8 throughout: one numeric operand makes PostgreSQL compute all of it in numeric, ten times slower. */
function termScore(): RawBuilder<number> {
  const constant = (value: number): RawBuilder<number> => sql`${sql.lit(value)}::float8`;
  return sql`t.weight * l.term_frequency * ${constant(k1 + 1)} / (l.term_frequency
    + ${constant(k1 * (1 - b))} + ${constant(k1 * b)} * l.passage_length / t.average_length)`;
}
