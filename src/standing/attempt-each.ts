import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { AppError } from '#platform/errors.ts';
import { checkConstraintsNow } from './queries.ts';
import { asStandingError } from './standing-error.ts';

/** Versions of one transaction: a kill loses at most these, and the same command goes on from there. */
const batchSize = 200;

export interface VersionOutcome {
  readonly versionId: string;
  /** Why nothing was done; null when it was, or would be. */
  readonly error: AppError | null;
}

export interface AttemptOptions {
  /** Everything is tried and checked, and nothing is kept. */
  readonly dryRun?: boolean | undefined;
  /** How many versions are behind it, after each transaction. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

class DryRunEnd extends Error {
  override name = 'DryRunEnd';
}

/**
 * Does `work` to many versions in transactions of a bounded size; where one is refused, each of its units
 * is tried alone, so that what is wrong with one does not stop the others. The versions of a unit stand
 * or fall together. @throws what is no `AppError`, such as a lost connection: what was done by then stays.
 */
export async function attemptEach(
  ctx: DbContext,
  units: ReadonlyArray<readonly string[]>,
  work: (ctx: DbContext, versionIds: readonly string[]) => Promise<void>,
  { dryRun = false, onProgress }: AttemptOptions = {},
): Promise<VersionOutcome[]> {
  const outcomes: VersionOutcome[] = [];
  const tryOnce = (versionIds: readonly string[]) => attempt(ctx, versionIds, { work, dryRun });
  for (const batch of batches(units)) {
    const error = await tryOnce(batch.flat());
    const tried = error !== null && batch.length > 1 ? batch : [batch.flat()];
    for (const versionIds of tried) {
      const found = tried === batch ? await tryOnce(versionIds) : error;
      outcomes.push(...versionIds.map((versionId) => ({ versionId, error: found })));
    }
    onProgress?.(outcomes.length);
  }
  return outcomes;
}

function batches(units: ReadonlyArray<readonly string[]>): Array<Array<readonly string[]>> {
  const found: Array<Array<readonly string[]>> = [];
  let versions = batchSize;
  for (const unit of units) {
    if (versions + unit.length > batchSize) {
      found.push([]);
      versions = 0;
    }
    found.at(-1)?.push(unit);
    versions += unit.length;
  }
  return found;
}

async function attempt(
  ctx: DbContext,
  versionIds: readonly string[],
  {
    work,
    dryRun,
  }: { work: (ctx: DbContext, versionIds: readonly string[]) => Promise<void>; dryRun: boolean },
): Promise<AppError | null> {
  try {
    if (!dryRun) {
      await work(ctx, versionIds);
      return null;
    }
    await withTransaction(ctx, async (ctx) => {
      await work(ctx, versionIds);
      await checkConstraintsNow(ctx);
      throw new DryRunEnd();
    });
    return null;
  } catch (error) {
    if (error instanceof DryRunEnd) return null;
    const refused = asStandingError(error);
    if (refused instanceof AppError) return refused;
    throw refused;
  }
}
