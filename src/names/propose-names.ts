import { appendAudit, type AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ForbiddenError, ValidationErrors } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { findClashes } from './find-clashes.ts';
import { nameLookupTerms } from './name-index.ts';
import type { NameGroup, NameVariant } from './name-group.ts';
import {
  type LivingVersion,
  lockNames,
  selectLivingNames,
  selectVersionNumbers,
} from './queries.ts';

export interface ProposedNames {
  readonly key: string;
  readonly change: 'created' | 'new_version' | 'unchanged';
  /** Null when nothing changed, or in a dry run. */
  readonly versionId: string | null;
}

/**
 * Proposes groups that passed `checkNames`; a second person approves them (`approveNames`). A group that
 * stands as it is, proposed or in force, is left alone; a proposal that still waits is replaced.
 * @throws ValidationErrors when a name belongs to another group; then none is proposed.
 */
export async function proposeNames(
  ctx: DbContext,
  input: { groups: readonly NameGroup[]; dryRun?: boolean },
): Promise<ProposedNames[]> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('a proposal belongs to a user');
  if (input.groups.length === 0) return [];
  return withTransaction(ctx, async (ctx) => {
    await lockNames(ctx);
    const living = await selectLivingNames(ctx);
    refuseClashes(input.groups, living);
    // Ordered by id: where a proposal waits, it stands for its group and not the version in force.
    const standing = new Map(living.map((version) => [version.key, version]));
    const newest = await selectVersionNumbers(
      ctx,
      input.groups.map(({ key }) => key),
    );
    const changes = input.groups.map((group) => {
      const before = standing.get(group.key);
      const number = (newest.get(group.key) ?? 0) + 1;
      const isSame = before !== undefined && content(before) === content(group);
      return { group, before, number, isSame, versionId: newId() };
    });
    const changed = changes.filter(({ isSame }) => !isSame);
    if (input.dryRun !== true && changed.length > 0) {
      await replaceProposals(ctx, userId, changed);
      await insertVersions(ctx, userId, changed);
      await appendAudit(ctx, changed.flatMap(auditEntries));
    }
    return changes.map(({ group, number, isSame, versionId }) => ({
      key: group.key,
      change: isSame ? 'unchanged' : number === 1 ? 'created' : 'new_version',
      versionId: isSame || input.dryRun === true ? null : versionId,
    }));
  });
}

interface Change {
  readonly group: NameGroup;
  readonly before: LivingVersion | undefined;
  readonly number: number;
  readonly versionId: string;
}

async function replaceProposals(
  ctx: DbContext,
  userId: string,
  changes: readonly Change[],
): Promise<void> {
  const replaced = changes.flatMap(({ before }) =>
    before === undefined || before.isApproved ? [] : [before.id],
  );
  if (replaced.length === 0) return;
  await ctx.db
    .updateTable('name_version')
    .set({ withdrawn_by: userId, withdrawn_at: ctx.clock() })
    .where('id', 'in', replaced)
    .execute();
}

async function insertVersions(
  ctx: DbContext,
  userId: string,
  changes: readonly Change[],
): Promise<void> {
  await ctx.db
    .insertInto('name_version')
    .values(
      changes.map(({ group, number, versionId }) => ({
        id: versionId,
        key: group.key,
        version_number: number,
        kind: group.kind,
        variants: JSON.stringify(group.variants),
        preferred: JSON.stringify(group.preferred ?? []),
        note: group.note ?? null,
        created_by: userId,
        created_at: ctx.clock(),
        approved_by: null,
        approved_at: null,
        withdrawn_by: null,
        withdrawn_at: null,
      })),
    )
    .execute();
  await ctx.db
    .insertInto('name_term')
    .values(
      changes.flatMap(({ group, versionId }) =>
        nameLookupTerms(group.variants).map((term) => ({ term, version_id: versionId })),
      ),
    )
    .execute();
}

function auditEntries({ group, before, number, versionId }: Change): AuditEntry[] {
  const replaced =
    before === undefined || before.isApproved
      ? []
      : [
          {
            action: 'names.withdrawn',
            entityType: 'name_version',
            entityId: before.id,
            details: { key: group.key, replaced_by: versionId },
          },
        ];
  const proposed = {
    action: 'names.proposed',
    entityType: 'name_version',
    entityId: versionId,
    details: { key: group.key, version: number },
    after: content(group),
  };
  return [...replaced, proposed];
}

function refuseClashes(groups: readonly NameGroup[], living: readonly LivingVersion[]): void {
  const proposed = new Set(groups.map(({ key }) => key));
  const clashes = findClashes([...living.filter(({ key }) => !proposed.has(key)), ...groups]);
  const [first, ...rest] = clashes.map(
    ({ text, keys }) =>
      new ConflictError(`“${text}” is a name of ${keys[0]} already, not of ${keys[1]}`, {
        field: keys[1],
        remedy: 'Keep it in one of the groups, or move it and propose both.',
      }),
  );
  if (first !== undefined) throw new ValidationErrors([first, ...rest]);
}

function content({ kind, variants, preferred = [], note = null }: NameGroup): string {
  const listed = (names: readonly NameVariant[]) =>
    names.map(({ language, text }) => [language, text]);
  return JSON.stringify([kind, listed(variants), listed(preferred), note]);
}
