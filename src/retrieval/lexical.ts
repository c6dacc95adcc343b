import { type RawBuilder, sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import { inForce, type SearchFilter } from './filter.ts';

/** BM25 (Robertson & Zaragoza 2009); values from the trial in which folded terms did best. */
const k1 = 0.9;
const b = 0.4;
/** Rarest terms first until this many postings are read; at least `minimumTerms` terms. */
const postingBudget = 20_000;
const minimumTerms = 4;

export interface LexicalHit {
  readonly passageId: number;
  /** BM25, ≥ 0, unbounded. */
  readonly score: number;
  /** Score as a share of what a passage holding every query term could reach, 0 to 1. */
  readonly coverage: number;
}

/** Folded terms and how often each occurs in the query. */
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

/** The best `limit` passages in force by BM25 over folded terms, best first. */
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
 * Passages are joined to their version after scoring and before the limit: a version out of force never
 * takes a place. Rejected: joining before scoring (every posting of a common term is joined).
 */
export function lexicalStatement(
  terms: QueryTerms,
  filter: SearchFilter,
  limit: number,
): RawBuilder<LexicalRow> {
  return sql`
    with term as materialized (${weightedTerms(terms)}),
    chosen as (
      select id, weight, average_length from term
      where id is not null and (rank <= ${minimumTerms} or postings_before < ${postingBudget})
    ),
    scored as (
      select l.passage_id, sum(${termScore()}) as score
      from chosen t join lexical_posting l on l.term_id = t.id
      group by l.passage_id
    )
    select s.passage_id, s.score, (select sum(weight) from term) as mass
    from scored s
    join passage p on p.id = s.passage_id ${inForce(filter)}
    order by s.score desc, s.passage_id limit ${limit}`;
}

/** BM25 of given passages: for those that only the dense leg found. Passages that share no term are absent. */
export async function scoreLexical(
  ctx: Pick<DbContext, 'db'>,
  terms: QueryTerms,
  passageIds: readonly number[],
): Promise<LexicalHit[]> {
  if (terms.size === 0 || passageIds.length === 0) return [];
  const { rows } = await sql<LexicalRow>`
    with term as materialized (${weightedTerms(terms)})
    select l.passage_id, sum(${termScore()}) as score, (select sum(weight) from term) as mass
    from term t join lexical_posting l
      on l.term_id = t.id and l.passage_id = any(${[...passageIds]}::int[])
    group by l.passage_id`.execute(ctx.db);
  return rows.map(toHit);
}

function toHit(row: LexicalRow): LexicalHit {
  const score = Number(row.score);
  const ceiling = Number(row.mass) * (k1 + 1);
  return {
    passageId: row.passage_id,
    score,
    coverage: ceiling > 0 ? Math.min(1, score / ceiling) : 0,
  };
}

/** Terms the corpus does not know have no id; they count towards what could have been reached. */
function weightedTerms(terms: QueryTerms): RawBuilder<unknown> {
  return sql`
    select t.id, q.count * ln(1 + (s.passage_count - coalesce(t.document_frequency, 0) + 0.5)
        / (coalesce(t.document_frequency, 0) + 0.5)) as weight,
      greatest(s.term_total::float8 / greatest(s.passage_count, 1), 1) as average_length,
      row_number() over rarest as rank,
      sum(t.document_frequency) over rarest - t.document_frequency as postings_before
    from unnest(${[...terms.keys()]}::text[], ${[...terms.values()]}::int[]) as q(term, count)
    left join lexical_term t on t.term = q.term
    cross join lexical_statistics s
    window rarest as (order by t.document_frequency nulls last, t.id)`;
}

function termScore(): RawBuilder<number> {
  return sql`t.weight * l.term_frequency * ${sql.lit(k1 + 1)} / (l.term_frequency
    + ${sql.lit(k1)} * (${sql.lit(1 - b)} + ${sql.lit(b)} * l.passage_length / t.average_length))`;
}
