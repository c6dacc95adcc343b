import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';

export const alignmentStates = ['proposed', 'approved', 'withdrawn'] as const;
export type AlignmentState = (typeof alignmentStates)[number];

export interface AlignedVersion {
  readonly versionId: string;
  readonly key: string;
  readonly title: string;
  readonly language: string;
  readonly versionNumber: number;
}

export interface AlignmentEntry {
  readonly id: string;
  readonly state: AlignmentState;
  readonly left: AlignedVersion;
  readonly right: AlignedVersion;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string | null;
}

/** Alignments of two versions, newest first. */
export async function listAlignments(
  ctx: Pick<DbContext, 'db'>,
  input: { state?: AlignmentState | undefined; cursor?: string | null | undefined; limit: number },
): Promise<Page<AlignmentEntry>> {
  let query = selectAlignments(ctx)
    .orderBy('a.id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor) query = query.where('a.id', '<', decodeCursor(input.cursor));
  if (input.state === 'withdrawn') query = query.where('a.withdrawn_at', 'is not', null);
  else if (input.state !== undefined) {
    query = query
      .where('a.withdrawn_at', 'is', null)
      .where('a.approved_at', input.state === 'approved' ? 'is not' : 'is', null);
  }
  const rows = (await query.execute()).map(toEntry);
  return toPage(rows, input.limit, (row) => row.id);
}

/** One alignment; undefined when there is none with this id. */
export async function findAlignment(
  ctx: Pick<DbContext, 'db'>,
  id: string,
): Promise<AlignmentEntry | undefined> {
  const row = await selectAlignments(ctx).where('a.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toEntry(row);
}

function selectAlignments(ctx: Pick<DbContext, 'db'>) {
  return ctx.db
    .selectFrom('version_alignment as a')
    .innerJoin('document_version as l', 'l.id', 'a.left_version')
    .innerJoin('document as ld', 'ld.id', 'l.document_id')
    .innerJoin('document_version as r', 'r.id', 'a.right_version')
    .innerJoin('document as rd', 'rd.id', 'r.document_id')
    .innerJoin('app_user as c', 'c.id', 'a.created_by')
    .leftJoin('app_user as u', 'u.id', 'a.approved_by')
    .select(['a.id', 'a.created_at', 'a.approved_at', 'a.withdrawn_at', 'a.withdrawal_reason'])
    .select(['c.name as proposed_by', 'u.name as approved_by'])
    .select(['l.id as left_id', 'ld.key as left_key', 'l.metadata as left_metadata'])
    .select(['l.version_number as left_number', 'r.version_number as right_number'])
    .select(['r.id as right_id', 'rd.key as right_key', 'r.metadata as right_metadata']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAlignments>['execute']>>[number];

function toEntry(row: Row): AlignmentEntry {
  const { left_metadata: left, right_metadata: right } = row;
  return {
    id: row.id,
    state:
      row.withdrawn_at !== null ? 'withdrawn' : row.approved_at !== null ? 'approved' : 'proposed',
    left: {
      versionId: row.left_id,
      key: row.left_key,
      title: left.title,
      language: left.language,
      versionNumber: row.left_number,
    },
    right: {
      versionId: row.right_id,
      key: row.right_key,
      title: right.title,
      language: right.language,
      versionNumber: row.right_number,
    },
    proposedBy: row.proposed_by,
    proposedAt: row.created_at,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    withdrawnAt: row.withdrawn_at,
    withdrawalReason: row.withdrawal_reason,
  };
}
