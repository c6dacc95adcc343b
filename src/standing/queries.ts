import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';

/** A citation that stands in a version, of a draft that still counts for its post. */
export interface StandingCitation {
  readonly draft_id: string;
  readonly post_id: string;
  /** The approval in force, if the draft has one. */
  readonly approval_id: string | null;
  readonly sentence_ordinal: number;
  readonly ordinal: number;
  readonly version_id: string;
  readonly passage_id: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly quote: string;
}

/** Runs now what the database would check at commit. */
export async function checkConstraintsNow(ctx: Pick<DbContext, 'db'>): Promise<void> {
  await sql`set constraints all immediate`.execute(ctx.db);
}

/**
 * Citations that stand in these versions now, of drafts that are the newest of their post or approved
 * and in force; not of posts that were declined. Reads the index on the version on both tables: a
 * version may have been cited at first, or by an anchor.
 */
export async function citingDrafts(
  ctx: Pick<DbContext, 'db'>,
  versionIds: readonly string[],
): Promise<StandingCitation[]> {
  const { rows } = await sql<StandingCitation>`
    with citing as (
      select draft_id from citation where version_id = any(${[...versionIds]}::uuid[])
      union
      select draft_id from citation_anchor where version_id = any(${[...versionIds]}::uuid[])
    )
    select c.draft_id, d.post_id, a.id as approval_id, c.sentence_ordinal, c.ordinal, c.version_id,
      c.passage_id, c.start_offset, c.end_offset, c.quote
    from citing
    join citation_now c on c.draft_id = citing.draft_id and c.version_id = any(${[...versionIds]}::uuid[])
    join draft d on d.id = citing.draft_id
    join post p on p.id = d.post_id and not p.golden
    left join approval a on a.draft_id = d.id and a.status = 'in_force'
    where a.id is not null or (p.state in ('IN_DRAFT', 'IN_REVIEW', 'RETURNED')
      and d.revision = (select max(revision) from draft l where l.post_id = d.post_id))
    order by c.draft_id, c.sentence_ordinal, c.ordinal`.execute(ctx.db);
  return rows;
}

/** What took the place of each version and is in force and citable on the day, however many steps on. */
export async function successorsInForce(
  ctx: Pick<DbContext, 'db'>,
  versionIds: readonly string[],
  day: string,
): Promise<Map<string, string>> {
  if (versionIds.length === 0) return new Map();
  const { rows } = await sql<{ origin: string; id: string }>`
    with recursive later(origin, id) as (
      select id, superseded_by from document_version
      where id = any(${[...versionIds]}::uuid[]) and superseded_by is not null
      union
      select l.origin, v.superseded_by from later l join document_version v on v.id = l.id
      where v.superseded_by is not null
    )
    select l.origin, l.id from later l
    join document_version v on v.id = l.id and v.status = 'approved' and v.valid_from <= ${day}::date
      and (v.ends_on is null or v.ends_on > ${day}::date)
    join document d on d.id = v.document_id and d.citable`.execute(ctx.db);
  return new Map(rows.map((row) => [row.origin, row.id]));
}
