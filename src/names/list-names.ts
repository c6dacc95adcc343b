import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import type { NameGroup } from './name-group.ts';

export const nameStates = ['proposed', 'approved', 'withdrawn'] as const;
export type NameState = (typeof nameStates)[number];

export interface NameEntry extends Required<NameGroup> {
  readonly versionId: string;
  readonly versionNumber: number;
  readonly state: NameState;
  readonly proposedAt: Date;
  readonly approvedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** Versions of name groups, newest first. */
export async function listNames(
  ctx: Pick<DbContext, 'db'>,
  input: { state?: NameState | undefined; cursor?: string | null | undefined; limit: number },
): Promise<Page<NameEntry>> {
  let query = ctx.db
    .selectFrom('name_version')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor) query = query.where('id', '<', decodeCursor(input.cursor));
  if (input.state === 'withdrawn') query = query.where('withdrawn_at', 'is not', null);
  else if (input.state !== undefined) {
    query = query
      .where('withdrawn_at', 'is', null)
      .where('approved_at', input.state === 'approved' ? 'is not' : 'is', null);
  }
  const rows = (await query.execute()).map((row): NameEntry => ({
    key: row.key,
    kind: row.kind,
    variants: row.variants,
    preferred: row.preferred,
    note: row.note,
    versionId: row.id,
    versionNumber: row.version_number,
    state:
      row.withdrawn_at !== null ? 'withdrawn' : row.approved_at !== null ? 'approved' : 'proposed',
    proposedAt: row.created_at,
    approvedAt: row.approved_at,
    withdrawnAt: row.withdrawn_at,
  }));
  return toPage(rows, input.limit, (row) => row.versionId);
}
