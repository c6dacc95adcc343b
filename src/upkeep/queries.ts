import { type RawBuilder, sql } from 'kysely';
import type { DbContext } from '#db/context.ts';

export interface UnansweredFilter {
  /** Submissions from this instant on, in seconds since 1970; null: from the first. */
  readonly since: number | null;
  /** Submissions before this instant, in seconds since 1970; null: to the last. */
  readonly until: number | null;
  readonly language: string | null;
  /** Weights count from here, in seconds since 1970. */
  readonly now: number;
  readonly halfLifeDays: number;
  /** Claims at most, those submitted last. */
  readonly limit: number;
}

export interface UnansweredRow {
  readonly claim_id: string;
  readonly post_id: string;
  readonly text: string;
  readonly language: string;
  /** Distinct submissions of the post. */
  readonly submissions: number;
  readonly first_submitted_at: Date;
  readonly last_submitted_at: Date;
  /** Its submissions, each halved with every half-life of its age. */
  readonly weight: number;
  /** Somebody has decided that the post is not answered. */
  readonly declined: boolean;
  /** `vector_send`: two 16-bit numbers, then one big-endian float32 per dimension; null without a vector. */
  readonly embedding: Uint8Array | null;
  /** Claims there are, beyond the limit too. */
  readonly total: number;
}

/**
 * Claims that currently have NO_POSITION, with what their posts' submissions come to. Claims the machine
 * found too short to match are left out: nobody has looked for them. The same person sending the same
 * post again on one day (in Vietnam) is one submission, at the later time. In no order. Vectors come as bytes
 * (a third of their text) and are joined last, so that the sort keeps to memory.
 *
 * On the embedded database 10,000 of 20,000 claims take about 2 s on a busy machine. A partial index on
 * current assessments without a position saved 40 ms of it, and is not worth its writes.
 */
export function unansweredStatement(filter: UnansweredFilter): RawBuilder<UnansweredRow> {
  const { since, until, language, now, halfLifeDays, limit } = filter;
  const from = since === null ? sql`` : sql`and s.submitted_at >= to_timestamp(${since}::float8)`;
  const to = until === null ? sql`` : sql`and s.submitted_at < to_timestamp(${until}::float8)`;
  const inLanguage = language === null ? sql`` : sql`and c.language = ${language}`;
  const age = sql`greatest(0, ${now}::float8 - extract(epoch from last_at)::float8)`;
  return sql<UnansweredRow>`
    with unanswered as materialized (
      select c.id as claim_id, c.post_id, c.text, c.language
      from assessment a join claim c on c.id = a.claim_id ${inLanguage}
      where a.current and a.outcome = 'NO_POSITION'
        and not (a.decided_by is null and a.reasons = array['too_short'])
    ), arrival as (
      select s.post_id, min(s.submitted_at) as first_at, max(s.submitted_at) as last_at
      from submission s
      where s.post_id in (select post_id from unanswered) ${from} ${to}
      group by s.post_id, s.submitted_by, (s.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date
    ), heard as (
      select post_id, count(*)::int as submissions, min(first_at) as first_submitted_at,
        max(last_at) as last_submitted_at,
        sum(power(0.5::float8, ${age} / (86400 * ${halfLifeDays}::float8))) as weight
      from arrival group by post_id
    ), latest as materialized (
      select u.claim_id, u.post_id, u.text, u.language, h.submissions, h.first_submitted_at,
        h.last_submitted_at, h.weight, count(*) over ()::int as total
      from unanswered u join heard h on h.post_id = u.post_id
      order by h.last_submitted_at desc, u.claim_id desc
      limit ${limit}
    )
    select l.*, vector_send(e.embedding) as embedding,
      (p.state = 'DECLINED' or coalesce(r.decision = 'do_not_respond', false)) as declined
    from latest l
    join post p on p.id = l.post_id
    left join response_decision r on r.post_id = l.post_id and r.current
    left join embedding_model m on m.state = 'active'
    left join claim_embedding e on e.model_id = m.id and e.claim_id = l.claim_id`;
}

export async function selectUnanswered(
  ctx: Pick<DbContext, 'db'>,
  filter: UnansweredFilter,
): Promise<readonly UnansweredRow[]> {
  return (await unansweredStatement(filter).execute(ctx.db)).rows;
}

export interface NearRow {
  readonly claim_id: string;
  readonly document_id: string;
  /** 0 to 1. */
  readonly probability: number;
}

/**
 * Documents whose passages came nearest to these claims when they were analysed: each claim's best, and
 * every other of at least this probability. Of approved versions that nobody withdrew.
 */
export async function selectNearDocuments(
  ctx: Pick<DbContext, 'db'>,
  claimIds: readonly string[],
  leastProbability: number,
): Promise<readonly NearRow[]> {
  const { rows } = await sql<NearRow>`
    select m.claim_id, v.document_id, max(m.probability)::float8 as probability
    from match m join document_version v on v.id = m.version_id
    where m.claim_id = any(${[...claimIds]}::uuid[])
      and (m.rank = 1 or m.probability >= ${leastProbability})
      and v.status = 'approved' and v.withdrawn_on is null
    group by m.claim_id, v.document_id`.execute(ctx.db);
  return rows;
}
