import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ForbiddenError, TooLargeError, ValidationError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { newId } from '#platform/ids.ts';
import { parseRun } from './run-format.ts';
import { summariseRun } from './summarise-run.ts';

/** 16 MiB: seven times the largest run of the public sets (xquad, 1,190 queries: 2.3 MB). */
export const maxRunBytes = 16_777_216;

/**
 * Keeps the file of an evaluation run, as `doichung eval run` wrote it, for everybody who may read
 * evaluations. The same file again is not stored twice; `known` says that it was there.
 * @param fileName For messages.
 * @throws ValidationError for a file that is no run of this version; TooLargeError above `maxRunBytes`.
 */
export async function recordRun(
  ctx: DbContext,
  { text, fileName }: { text: string; fileName: string },
): Promise<{ id: string; known: boolean }> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('a recorded run belongs to a user');
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > maxRunBytes) {
    throw new TooLargeError(`${fileName} is larger than ${maxRunBytes} bytes`, {
      field: 'file',
      remedy: 'Record a run over fewer queries, or without slices.',
    });
  }
  const run = parseRun(text, fileName);
  const measuredAt = new Date(run.createdAt);
  if (Number.isNaN(measuredAt.getTime())) {
    throw new ValidationError(`${fileName}: createdAt is no time`, { field: 'run' });
  }
  const sha256 = await sha256Hex(bytes);
  return withTransaction(ctx, async (ctx) => {
    const { name, split, language, corpusSha256, queriesSha256 } = run.data;
    const stored = await ctx.db
      .insertInto('evaluation_run')
      .values({
        id: newId(),
        recorded_by: userId,
        recorded_at: ctx.clock(),
        measured_at: measuredAt,
        ...{ name, split, language },
        model: run.model.name,
        retriever: run.retriever,
        corpus_sha256: corpusSha256,
        queries_sha256: queriesSha256,
        summary: JSON.stringify(summariseRun(run)),
        file_sha256: sha256,
        file_text: text,
      })
      .onConflict((conflict) => conflict.column('file_sha256').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (stored === undefined) return { id: await idOf(ctx, sha256), known: true };
    await appendAudit(ctx, [
      {
        action: 'evaluation.recorded',
        entityType: 'evaluation_run',
        entityId: stored.id,
        details: { name, split, language, sha256, queries: run.queries.length },
      },
    ]);
    return { id: stored.id, known: false };
  });
}

async function idOf(ctx: DbContext, sha256: string): Promise<string> {
  const { id } = await ctx.db
    .selectFrom('evaluation_run')
    .select('id')
    .where('file_sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  return id;
}
