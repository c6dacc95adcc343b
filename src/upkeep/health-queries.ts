import { type RawBuilder, sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import type { FindingConflict } from '#db/schema/upkeep.ts';

type Db = Pick<DbContext, 'db'>;

/** Whether version `v` is in force on a day (YYYY-MM-DD). */
function inForceOn(day: string, version = 'v'): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${version}.${name}`);
  return sql`(${column('status')} = 'approved' and ${column('valid_from')} <= ${day}::date
    and (${column('ends_on')} is null or ${column('ends_on')} > ${day}::date))`;
}

/** Passages nobody has compared yet, of approved versions that have not ended by `today`; oldest first. */
export async function uncheckedPassages(ctx: Db, today: string, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.id from passage p
    join document_version v on v.id = p.version_id and v.status = 'approved'
      and (v.ends_on is null or v.ends_on > ${today}::date)
    where not exists (select from passage_checked c where c.passage_id = p.id)
    order by p.id limit ${limit}`.execute(ctx.db);
  return rows.map((row) => row.id);
}

export interface ComparableRow {
  readonly id: number;
  readonly document_id: string;
  readonly language: string;
  readonly title: string;
  readonly heading_path: string[];
  readonly text: string;
  /** "Điều 5" of a passage within an article, and how the first passage of that article begins. */
  readonly article: string | null;
  readonly article_opening: string | null;
}

/** What passages say and under which title and article. */
export async function comparablePassages(
  ctx: Db,
  passageIds: readonly number[],
): Promise<readonly ComparableRow[]> {
  const { rows } = await sql<ComparableRow>`
    select p.id, v.document_id, p.language, d.title, p.heading_path, p.text, a.label as article,
      (select left(q.text, 500) from passage q
        where q.version_id = p.version_id and a.label = any(q.heading_path)
        order by q.ordinal limit 1) as article_opening
    from passage p
    join document_version v on v.id = p.version_id
    join document d on d.id = v.document_id
    left join lateral (select label from unnest(p.heading_path) label
      where label ~ '^(Điều|Article) ' limit 1) a on true
    where p.id = any(${[...passageIds]}::int[])`.execute(ctx.db);
  return rows;
}

export interface AgingVersion {
  readonly versionId: string;
  readonly versionNumber: number;
  readonly documentId: string;
  readonly key: string;
  readonly title: string;
  readonly language: string;
  readonly verifiedAt: Date | null;
  readonly recheckBy: string | null;
  readonly endsOn: string | null;
}

/** Versions in force on a day that need a look for one reason, those that need it most first. */
export async function agingVersions(
  ctx: Db,
  day: string,
  reason: { kind: 'stale' } | { kind: 'unverified' | 'ending'; days: number },
  limit: number,
): Promise<{ total: number; items: AgingVersion[] }> {
  const { which, order } = agingCondition(day, reason);
  const { rows } = await sql<AgingVersion & { total: number }>`
    select v.id as "versionId", v.version_number as "versionNumber", d.id as "documentId", d.key,
      d.title, d.language, v.verified_at as "verifiedAt", v.recheck_by as "recheckBy", v.ends_on as "endsOn",
      count(*) over ()::int as total
    from document_version v join document d on d.id = v.document_id
    where ${inForceOn(day)} and ${which}
    order by ${order}, v.id limit ${limit}`.execute(ctx.db);
  return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _total, ...row }) => row) };
}

function agingCondition(
  day: string,
  reason: { kind: 'stale' } | { kind: 'unverified' | 'ending'; days: number },
) {
  if (reason.kind === 'stale') {
    return { which: sql`v.recheck_by < ${day}::date`, order: sql`v.recheck_by` };
  }
  if (reason.kind === 'ending') {
    return {
      which: sql`v.ends_on <= ${day}::date + ${reason.days}::int`,
      order: sql`v.ends_on`,
    };
  }
  return {
    which: sql`v.recheck_by is null and (v.verified_at is null or
      (v.verified_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${day}::date - ${reason.days}::int)`,
    order: sql`v.verified_at nulls first`,
  };
}

export interface Coverage {
  readonly documents: number;
  /** Documents with a version in force; the rest have none on that day. */
  readonly versionsInForce: number;
  /** Of those in force. */
  readonly citable: number;
  readonly internal: number;
  readonly passages: number;
  readonly languages: readonly string[];
  /** When one of them was last held against its source. */
  readonly lastVerifiedAt: Date | null;
}

/** What there is for each topic or pillar on a day; null stands for documents that name none. */
export async function coverageBy(
  ctx: Db,
  by: 'topic' | 'pillar',
  day: string,
  limit: number,
): Promise<ReadonlyArray<Coverage & { readonly name: string | null }>> {
  const names =
    by === 'topic'
      ? sql`unnest(case when d.topics = '{}' then array[null]::text[] else d.topics end)`
      : sql`unnest(array[d.pillar])`;
  const { rows } = await sql<Coverage & { name: string | null }>`
    select n.name, count(distinct d.id)::int as documents, count(v.id)::int as "versionsInForce",
      count(v.id) filter (where d.citable)::int as citable,
      count(v.id) filter (where not d.citable)::int as internal,
      coalesce(sum(p.passages), 0)::int as passages,
      coalesce(array_agg(distinct d.language order by d.language) filter (where v.id is not null),
        '{}') as languages,
      max(v.verified_at) as "lastVerifiedAt"
    from document d
    cross join lateral ${names} as n(name)
    left join document_version v on v.document_id = d.id and ${inForceOn(day)}
    left join lateral (select count(*)::int as passages from passage where version_id = v.id) p
      on true
    group by n.name order by n.name nulls last limit ${limit}`.execute(ctx.db);
  return rows;
}

export async function waitingDrafts(
  ctx: Db,
): Promise<{ readonly count: number; readonly oldestAt: Date | null }> {
  const { rows } = await sql<{ count: number; oldestAt: Date | null }>`
    select count(*)::int as count, min(created_at) as "oldestAt"
    from document_version where status = 'draft'`.execute(ctx.db);
  return rows[0] ?? { count: 0, oldestAt: null };
}

export type FindingKind = 'near_duplicate' | 'contradiction';

/** One of the two passages of a finding; `text` is what the finding's offsets count in. */
export interface FindingSide {
  readonly passageId: number;
  readonly versionId: string;
  readonly documentId: string;
  readonly key: string;
  readonly title: string;
  readonly language: string;
  readonly headingPath: readonly string[];
  readonly text: string;
}

export interface Finding {
  readonly id: string;
  readonly kind: FindingKind;
  /** Near-duplicate: likeness of the texts, 0.8 to 1; contradiction: cosine of the passages. */
  readonly score: number;
  /** Where the two differ, in code points of each passage's text; empty for a near-duplicate. */
  readonly conflicts: readonly FindingConflict[];
  readonly foundAt: Date;
  readonly left: FindingSide;
  readonly right: FindingSide;
}

const bothInForce = (day: string): RawBuilder<unknown> => sql`
  join passage lp on lp.id = f.left_passage
  join document_version lv on lv.id = lp.version_id and ${inForceOn(day, 'lv')}
  join passage rp on rp.id = f.right_passage
  join document_version rv on rv.id = rp.version_id and ${inForceOn(day, 'rv')}`;

/** Findings nobody has dismissed, both versions in force on a day, newest first. */
export async function selectFindings(
  ctx: Db,
  input: { day: string; kind: FindingKind | null; before: string | null; limit: number },
): Promise<readonly Finding[]> {
  const { day, kind, before, limit } = input;
  const side = (passage: string, document: string) => sql`json_build_object(
    'passageId', ${sql.ref(`${passage}.id`)}, 'versionId', ${sql.ref(`${passage}.version_id`)},
    'documentId', ${sql.ref(`${document}.id`)}, 'key', ${sql.ref(`${document}.key`)},
    'title', ${sql.ref(`${document}.title`)}, 'headingPath', ${sql.ref(`${passage}.heading_path`)},
    'language', ${sql.ref(`${passage}.language`)}, 'text', ${sql.ref(`${passage}.text`)})`;
  const { rows } = await sql<Finding>`
    select f.id, f.kind, f.score, f.details as conflicts, f.found_at as "foundAt",
      ${side('lp', 'ld')} as left, ${side('rp', 'rd')} as right
    from corpus_finding f ${bothInForce(day)}
    join document ld on ld.id = lv.document_id
    join document rd on rd.id = rv.document_id
    where f.dismissed_at is null
      ${kind === null ? sql`` : sql`and f.kind = ${kind}`}
      ${before === null ? sql`` : sql`and f.id < ${before}::uuid`}
    order by f.id desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** How many of each kind `selectFindings` would give. */
export async function countFindings(
  ctx: Db,
  day: string,
): Promise<{ readonly nearDuplicates: number; readonly contradictions: number }> {
  const { rows } = await sql<{ nearDuplicates: number; contradictions: number }>`
    select count(*) filter (where f.kind = 'near_duplicate')::int as "nearDuplicates",
      count(*) filter (where f.kind = 'contradiction')::int as contradictions
    from corpus_finding f ${bothInForce(day)}
    where f.dismissed_at is null`.execute(ctx.db);
  return rows[0] ?? { nearDuplicates: 0, contradictions: 0 };
}
