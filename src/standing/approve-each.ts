import type { DbContext } from '#db/context.ts';
import { approveVersions } from './approve-versions.ts';
import { attemptEach, type AttemptOptions, type VersionOutcome } from './attempt-each.ts';
import { supersessionUnits } from './supersession-units.ts';

/**
 * Approves many drafts as `approveVersions` does, one that is refused not stopping the others; those that
 * supersede one another stand or fall together. Outcomes are in the order of the input; the same version
 * twice counts once. @throws ForbiddenError without a user.
 */
export async function approveEach(
  ctx: DbContext,
  input: {
    /** With the revision that was read, which is the one approved. */
    versions: ReadonlyArray<{ readonly id: string; readonly revision: number }>;
  } & AttemptOptions,
): Promise<VersionOutcome[]> {
  const revisions = new Map(input.versions.map(({ id, revision }) => [id, revision]));
  const ids = [...revisions.keys()];
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('document_version')
    .select(['id', 'document_id', 'supersedes'])
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
    .orderBy('document_id')
    .orderBy('version_number')
    .execute();
  const there = new Set(rows.map((row) => row.id));
  const missing = ids.filter((id) => !there.has(id)).map((id) => [id]);
  const outcomes = await attemptEach(
    ctx,
    [...supersessionUnits(rows), ...missing],
    (ctx, versionIds) => approveVersions(ctx, { versionIds, revisions }),
    input,
  );
  const byId = new Map(outcomes.map((outcome) => [outcome.versionId, outcome]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
