import type { DbContext } from '#db/context.ts';
import type { DocumentMetadata } from '#db/schema/index.ts';
import { accountsOf } from '#identity/index.ts';
import { ConflictError } from '#platform/errors.ts';
import { noSuchVersion } from './refuse-others.ts';

export interface ApproveInput {
  readonly versionIds: readonly string[];
  /** The revision of a draft that was read, by version id; one that has changed since is refused. */
  readonly revisions?: ReadonlyMap<string, number>;
}

export interface ApprovedVersion {
  readonly id: string;
  readonly document_id: string;
  readonly key: string;
  readonly version_number: number;
  readonly revision: number;
  readonly valid_from: string;
  readonly metadata: DocumentMetadata;
  readonly supersedes: readonly string[];
}

/** Locks the drafts in one order, says what stands against approving them, and marks them approved. */
export async function markApproved(
  ctx: DbContext,
  { versionIds, revisions }: ApproveInput,
  userId: string,
): Promise<ApprovedVersion[]> {
  const ids = [...new Set(versionIds)];
  const rows = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select([
      'v.id',
      'v.document_id',
      'd.key',
      'v.version_number',
      'v.revision',
      'v.valid_from',
      'v.metadata',
      'v.supersedes',
      'v.status',
      'v.created_by',
    ])
    .where('v.id', 'in', ids)
    .orderBy('v.document_id')
    .orderBy('v.version_number')
    .forUpdate('v')
    .execute();
  if (rows.length < ids.length) {
    throw noSuchVersion();
  }
  const own = await accountsOf(ctx, userId);
  for (const row of rows) {
    refuse(row, { seen: revisions?.get(row.id), own });
  }
  await refuseContributors(ctx, ids, own);
  await refuseOutdated(ctx, ids);
  const at = ctx.clock();
  await ctx.db
    .updateTable('document_version')
    .set({ status: 'approved', approved_by: userId, approved_at: at, verified_at: at })
    .where('id', 'in', ids)
    .where('status', '=', 'draft')
    .execute();
  return rows;
}

interface Draft {
  readonly key: string;
  readonly version_number: number;
  readonly status: string;
  readonly revision: number;
  readonly created_by: string;
}

function refuse(
  draft: Draft,
  { seen, own }: { seen: number | undefined; own: readonly string[] },
): void {
  const name = `version ${draft.version_number} of ${draft.key}`;
  if (draft.status !== 'draft') {
    throw new ConflictError(`${name} is ${draft.status}, not a draft`, {
      field: 'version',
      remedy: 'Only drafts are approved.',
    });
  }
  if (own.includes(draft.created_by)) refuseOwn(name);
  if (seen !== undefined && seen !== draft.revision) {
    throw new ConflictError(`${name} has changed since you read it`, {
      field: 'revision',
      remedy: `Read revision ${draft.revision} and approve that.`,
    });
  }
}

function refuseOwn(name: string): never {
  throw new ConflictError(`you wrote or changed ${name} yourself`, {
    field: 'approver',
    remedy: 'A person who had no part in it approves it.',
  });
}

async function refuseContributors(
  ctx: DbContext,
  versionIds: readonly string[],
  own: readonly string[],
): Promise<void> {
  const found = await ctx.db
    .selectFrom('version_contribution as c')
    .innerJoin('document_version as v', 'v.id', 'c.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['d.key', 'v.version_number'])
    .where('c.version_id', 'in', [...versionIds])
    .where('c.user_id', 'in', [...own])
    .limit(1)
    .executeTakeFirst();
  if (found !== undefined) refuseOwn(`version ${found.version_number} of ${found.key}`);
}

/** An older draft must not take the place of what was approved after it. */
async function refuseOutdated(ctx: DbContext, versionIds: readonly string[]): Promise<void> {
  const outdated = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .innerJoin('document_version as n', (join) =>
      join
        .onRef('n.document_id', '=', 'v.document_id')
        .onRef('n.version_number', '>', 'v.version_number')
        .on('n.status', '=', 'approved'),
    )
    .select(['d.key', 'v.version_number', 'n.version_number as newer'])
    .where('v.id', 'in', [...versionIds])
    .limit(1)
    .executeTakeFirst();
  if (outdated === undefined) return;
  const { key, version_number: number, newer } = outdated;
  throw new ConflictError(`version ${newer} of ${key} was approved already, ${number} is older`, {
    field: 'version',
    remedy: 'Discard it; if its text is right, import it again as the newest version.',
  });
}
