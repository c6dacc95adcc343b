import type { DbContext } from '#db/context.ts';
import type { StoredVerdict } from '#db/schema/records.ts';
import { withTransaction } from '#db/transaction.ts';
import { AppError } from '#platform/errors.ts';
import { appendAudit } from './append.ts';
import type { Checkpoint } from './checkpoint-format.ts';
import type { InstallationKey } from './installation-key.ts';
import { verifyAudit } from './verify.ts';

/** Progress is stored after so many events, a second or two apart. */
const shownEvery = 16_384;

/**
 * Makes the check that was asked for, if there is one: the whole trail against its own hashes, its head and
 * every checkpoint of this installation's key, in the database and outside (null: kept nowhere outside).
 */
export async function runVerification(
  ctx: DbContext & { readonly installationKey: InstallationKey },
  readOutside: () => Promise<readonly Checkpoint[] | null>,
  signal?: AbortSignal,
): Promise<void> {
  const asked = await ctx.db
    .updateTable('audit_verification')
    .set({ started_at: ctx.clock(), read: 0 })
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (asked === undefined) return;
  const onProgress = async (read: number): Promise<void> => {
    signal?.throwIfAborted();
    // Lets requests of this process pass between two blocks.
    await new Promise((resolve) => setTimeout(resolve));
    if (read % shownEvery !== 0) return;
    await ctx.db
      .updateTable('audit_verification')
      .set({ read })
      .where('id', '=', asked.id)
      .where('ended_at', 'is', null)
      .execute();
  };
  try {
    const outside = await readOutside();
    const trustedKeys = [ctx.installationKey.id];
    const found = await verifyAudit(ctx, { outside: outside ?? [], trustedKeys, onProgress });
    await end(ctx, asked.id, {
      ok: found.ok,
      events: found.events,
      head_hash: found.headHash,
      checkpoints: found.checkpoints,
      keys: [...found.keys],
      first_break: found.firstBreak,
      outside: outside === null ? null : outside.length,
    });
  } catch (error) {
    // What cannot be read now cannot be read by a repetition either; an outage is tried again.
    if (!(error instanceof AppError)) throw error;
    await end(ctx, asked.id, null, error.message);
  }
}

async function end(
  ctx: DbContext,
  id: string,
  verdict: StoredVerdict | null,
  failure: string | null = null,
): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const ended = await ctx.db
      .updateTable('audit_verification')
      .set({
        verdict: verdict === null ? null : JSON.stringify(verdict),
        failure,
        ended_at: ctx.clock(),
      })
      .set(verdict === null ? {} : { read: verdict.events })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows !== 1n) return;
    const details =
      verdict === null
        ? { failure }
        : { ok: verdict.ok, events: verdict.events, first_break: verdict.first_break };
    await appendAudit(ctx, [
      { action: 'audit.verified', entityType: 'trail', entityId: id, details },
    ]);
  });
}
