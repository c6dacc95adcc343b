import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ForbiddenError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { canonicalText } from '#language/canonical-text.ts';
import { maskIdentity } from '../mask-identity.ts';
import { toBatch } from './import-batch.ts';
import { identify, type ImportSettings, type PreparedFile } from './prepare-rows.ts';
import { storeImportJob } from './store-import.ts';

/**
 * Rows stored at once. On the embedded database other requests wait for it: 100 take 60 ms there, and
 * larger batches are no faster.
 */
const batchRows = 100;
/** Batches of one statement: about a megabyte of JSON. */
const batchesAtOnce = 20;
const longestName = 200;

export interface StartedImport {
  readonly importId: string;
  /** The same file with the same settings was on its way already: that import goes on. */
  readonly resumed: boolean;
}

export interface StartInput {
  readonly fileName: string;
  /** The whole file as `readFileText` gives it; only its hash is kept. */
  readonly text: string;
  readonly settings: ImportSettings;
  readonly prepared: PreparedFile;
}

/**
 * Stores what a file holds, masked, with the job that makes posts of it, in one transaction. Nothing is
 * submitted yet: see `storeImport`. @throws ForbiddenError for nobody in particular.
 */
export async function startImport(ctx: DbContext, input: StartInput): Promise<StartedImport> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('an import belongs to a user');
  const { prepared } = input;
  const { fileSha256, settingsSha256, key } = await identify(input.text, input.settings);
  return withTransaction(ctx, async (ctx) => {
    const id = newId();
    const inserted = await ctx.db
      .insertInto('post_import')
      .values({
        id,
        created_by: userId,
        created_at: ctx.clock(),
        file_name: nameOf(input.fileName),
        file_sha256: fileSha256,
        settings_sha256: settingsSha256,
        submission_key: key,
        rows: prepared.rows.length + prepared.refusals.length,
        refused: prepared.refusals.length,
        errors: JSON.stringify(prepared.refusals),
        state: 'STORING',
        finished_at: null,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['created_by', 'file_sha256', 'settings_sha256'])
          .where('state', '=', 'STORING')
          .doNothing(),
      )
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined) {
      const running = await findRunning(ctx, { userId, fileSha256, settingsSha256 });
      // Its job may have been lost with the process that had it; another does no harm.
      await ctx.jobs.enqueue(ctx.db, storeImportJob, [{ importId: running }]);
      return { importId: running, resumed: true };
    }
    await storeBatches(ctx, id, prepared);
    await ctx.jobs.enqueue(ctx.db, storeImportJob, [{ importId: id }]);
    await appendAudit(ctx, [
      {
        action: 'import.started',
        entityType: 'import',
        entityId: id,
        details: {
          file_sha256: fileSha256,
          rows: prepared.rows.length + prepared.refusals.length,
          refused: prepared.refusals.length,
        },
      },
    ]);
    return { importId: id, resumed: false };
  });
}

async function findRunning(
  ctx: DbContext,
  of: { userId: string; fileSha256: string; settingsSha256: string },
): Promise<string> {
  const { id } = await ctx.db
    .selectFrom('post_import')
    .select('id')
    .where('created_by', '=', of.userId)
    .where('file_sha256', '=', of.fileSha256)
    .where('settings_sha256', '=', of.settingsSha256)
    .where('state', '=', 'STORING')
    .executeTakeFirstOrThrow();
  return id;
}

async function storeBatches(ctx: DbContext, id: string, { rows }: PreparedFile): Promise<void> {
  const batches = Array.from({ length: Math.ceil(rows.length / batchRows) }, (_, ordinal) => ({
    import_id: id,
    ordinal,
    posts: toBatch(rows.slice(ordinal * batchRows, (ordinal + 1) * batchRows)),
    stored_at: null,
  }));
  for (let start = 0; start < batches.length; start += batchesAtOnce) {
    await ctx.db
      .insertInto('post_import_batch')
      .values(batches.slice(start, start + batchesAtOnce))
      .execute();
  }
}

/** Its last part, masked and cut: a file may be named after somebody. */
function nameOf(fileName: string): string {
  const last = canonicalText(fileName.replace(/^.*[/\\]/, '')).replaceAll('\0', '');
  const { text } = maskIdentity(last.toWellFormed());
  return Array.from(text).slice(0, longestName).join('');
}
