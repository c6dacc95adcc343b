import { type RawBuilder, sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import { inForce, isNarrow, type SearchFilter } from './filter.ts';
import { b, k1, type WeighedTerms } from './query-terms.ts';

/**
 * Of so many times the limit enough are in force; when too few are, all that were scored are asked. With
 * 3 most searches asked twice where three quarters of the versions had ended: 10.0 instead of 4.5 ms of
 * the server's processor at 40,000 passages. A search on a day then costs 1.13 times one without a day.
 */
const oversampling = 10;

export interface LexicalHit {
  readonly passageId: number;
  /** BM25, ≥ 0, unbounded. */
  readonly score: number;
  /** Score as a share of what a passage holding every query term could reach, 0 to 1. */
  readonly coverage: number;
}

interface LexicalRow {
  passage_id: number;
  score: number;
}

/**
 * The best `limit` passages in force by BM25, best first; fewer only when no more share a term. Nothing
 * when `findTerms` found no term or no statistics (null): the dense leg then answers alone.
 */
export async function searchLexical(
  ctx: Pick<DbContext, 'db'>,
  terms: WeighedTerms | null,
  filter: SearchFilter,
  limit: number,
): Promise<LexicalHit[]> {
  if (terms === null) return [];
  const mayBeCut = terms.postings > limit * oversampling;
  if (mayBeCut && !isNarrow(filter)) {
    const asked = limit * oversampling;
    const { rows } = await lexicalStatement(terms, filter, limit, asked).execute(ctx.db);
    if (rows.length >= limit) return rows.map((row) => toHit(row, terms));
  }
  const { rows } = await lexicalStatement(terms, filter, limit, null).execute(ctx.db);
  return rows.map((row) => toHit(row, terms));
}

/**
 * Passages are joined to their version after scoring, in the order of their score and only until the
 * limit is reached: a version out of force never takes a place. `asked`: how many of the best are looked
 * at, null for all. Rejected, in milliseconds of the server's processor at 100,000 passages (15.7 million
 * postings; this statement 5.3, looking the terms up .95): looking terms up and choosing them in it, and
 * sorting all that is scored (7.4, and 1.8 instead of 1.0 for the dense leg's finds); scoring those finds
 * in it (8.9). Joining before scoring joins every posting; joining all that is scored took 80 of 215 ms.
 */
export function lexicalStatement(
  terms: WeighedTerms,
  filter: SearchFilter,
  limit: number,
  asked: number | null,
): RawBuilder<LexicalRow> {
  const cut = asked === null ? sql`` : sql`limit ${asked}`;
  return sql`
    with scored as (
      select l.passage_id, sum(${termScore(terms)}) as score
      from ${termList(terms)} join lexical_posting l on l.term_id = t.id
      group by l.passage_id
      order by score desc, l.passage_id ${cut}
    )
    select s.passage_id, s.score
    from scored s join passage p on p.id = s.passage_id ${inForce(filter)}
    order by s.score desc, s.passage_id limit ${limit}`;
}

/** BM25 of given passages, for those that only the dense leg found; one that shares no term is absent. */
export async function scoreLexical(
  ctx: Pick<DbContext, 'db'>,
  terms: WeighedTerms | null,
  passageIds: readonly number[],
): Promise<LexicalHit[]> {
  if (terms === null || passageIds.length === 0) return [];
  const { rows } = await sql<LexicalRow>`
    select l.passage_id, sum(${termScore(terms)}) as score
    from ${termList(terms)} join lexical_posting l
      on l.term_id = t.id and l.passage_id = any(${[...passageIds]}::int[])
    group by l.passage_id`.execute(ctx.db);
  return rows.map((row) => toHit(row, terms));
}

function toHit(row: LexicalRow, { ceiling }: WeighedTerms): LexicalHit {
  return {
    passageId: row.passage_id,
    score: row.score,
    coverage: ceiling > 0 ? Math.min(1, row.score / ceiling) : 0,
  };
}

function termList({ ids, gains }: WeighedTerms): RawBuilder<unknown> {
  return sql`unnest(${[...ids]}::int[], ${[...gains]}::float8[]) as t(id, gain)`;
}

/** In float8 throughout: one numeric operand makes PostgreSQL compute all of it in numeric, ten times slower. */
function termScore({ lengthShare }: WeighedTerms): RawBuilder<number> {
  return sql`t.gain * l.term_frequency / (l.term_frequency
    + ${sql.lit(k1 * (1 - b))}::float8 + ${lengthShare}::float8 * l.passage_length)`;
}
