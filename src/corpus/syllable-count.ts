import type { DbContext } from '#db/context.ts';
import { refreshStatistics } from '#db/refresh-statistics.ts';
import { withTransaction } from '#db/transaction.ts';
import { lacksDiacritics } from '#language/restore-diacritics-need.ts';
import { emptyTally, tallyRows, tallySyllables } from '#language/syllable-tally.ts';
import { addSyllableCounts, dropEmptySyllableCounts, markCounted } from './queries.ts';

export const countSyllablesJob = 'count-syllables';

/** Passages of one transaction, at least one version: on the embedded database all others wait for it. */
const batchPassages = 200;
/** Rows of one statement; parameters are arrays, so this bounds memory, not the protocol. */
const chunkSize = 5_000;

interface CountedVersion {
  readonly id: string;
  readonly passages: number;
}

/**
 * Brings the counts of syllables and neighbours in step with the approved versions: adds what was
 * approved, takes out what was withdrawn. Each batch is one transaction that also marks its versions,
 * so that a kill or a second run at the same time counts nothing twice. Returns the versions changed.
 */
export async function countSyllables(
  ctx: DbContext,
  options: { signal?: AbortSignal } = {},
): Promise<number> {
  let changed = 0;
  for (const direction of ['add', 'remove'] as const) {
    for (;;) {
      options.signal?.throwIfAborted();
      const batch = takeBatch(await pendingVersions(ctx, direction));
      if (batch.length === 0) break;
      await withTransaction(ctx, async (ctx) => applyBatch(ctx, batch, direction));
      changed += batch.length;
    }
  }
  if (changed > 0) await refreshStatistics(ctx);
  return changed;
}

function takeBatch(versions: readonly CountedVersion[]): string[] {
  let passages = 0;
  return versions
    .filter((version, index) => {
      passages += version.passages;
      return index === 0 || passages <= batchPassages;
    })
    .map((version) => version.id);
}

function pendingVersions(ctx: DbContext, direction: 'add' | 'remove'): Promise<CountedVersion[]> {
  return ctx.db
    .selectFrom('document_version as v')
    .innerJoin('passage as p', 'p.version_id', 'v.id')
    .select((eb) => ['v.id', eb.fn.countAll<number>().as('passages')])
    .where('v.status', '=', 'approved')
    .where((eb) => {
      // Withdrawn, or replaced before it was in force for a day: not the words of the corpus.
      const dropped = eb.or([
        eb('v.withdrawn_on', 'is not', null),
        eb.and([eb('v.ends_on', 'is not', null), eb('v.ends_on', '<=', eb.ref('v.valid_from'))]),
      ]);
      return direction === 'add' ? eb.not(dropped) : dropped;
    })
    .where((eb) => {
      const counted = eb.exists(
        eb
          .selectFrom('syllable_counted_version as c')
          .select('c.version_id')
          .whereRef('c.version_id', '=', 'v.id'),
      );
      return direction === 'add' ? eb.not(counted) : counted;
    })
    .groupBy('v.id')
    .orderBy('v.id')
    .limit(batchPassages)
    .execute();
}

async function applyBatch(
  ctx: DbContext,
  batch: readonly string[],
  direction: 'add' | 'remove',
): Promise<void> {
  const versionIds =
    direction === 'add' ? await markCounted(ctx, batch) : await unmarkCounted(ctx, batch);
  if (versionIds.length === 0) return;
  const passages = await ctx.db
    .selectFrom('passage')
    .select('text')
    .where('version_id', 'in', versionIds)
    .where('language', '=', 'vi')
    .execute();
  const tally = emptyTally();
  for (const { text } of passages) if (!lacksDiacritics(text)) tallySyllables(tally, text);
  const sign = direction === 'add' ? 1 : -1;
  const rows = [...tallyRows(tally)];
  for (let start = 0; start < rows.length; start += chunkSize) {
    const chunk = rows.slice(start, start + chunkSize);
    const keys = chunk.map((row) => row.key);
    await addSyllableCounts(ctx, {
      keys,
      firsts: chunk.map((row) => row.first),
      seconds: chunk.map((row) => row.second),
      counts: chunk.map((row) => sign * row.count),
    });
    if (direction === 'remove') await dropEmptySyllableCounts(ctx, keys);
  }
}

async function unmarkCounted(ctx: DbContext, versionIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .deleteFrom('syllable_counted_version')
    .where('version_id', 'in', [...versionIds])
    .returning('version_id')
    .execute();
  return rows.map((row) => row.version_id);
}
