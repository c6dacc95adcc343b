import type { DbContext } from '#db/context.ts';
import { ForbiddenError } from '#platform/errors.ts';
import { countedRows } from './counted-rows.ts';
import { identify, type ImportSettings, type PreparedFile } from './prepare-rows.ts';

/** What an import would do now; the parts add up to `rows`. */
export interface ImportForecast {
  readonly rows: number;
  /** New posts. */
  readonly fresh: number;
  /** Texts that are there already, or twice in the file: counted as submitted again. */
  readonly duplicates: number;
  /** Rows this person has sent with this file before: not counted again. */
  readonly repeated: number;
  readonly refused: number;
}

/** Hashes of one statement. */
const atOnce = 5000;

/** A dry run: asks, and stores nothing. */
export async function checkImport(
  ctx: DbContext,
  input: {
    readonly text: string;
    readonly settings: ImportSettings;
    readonly prepared: PreparedFile;
  },
): Promise<ImportForecast> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('an import belongs to a user');
  const { rows, refusals } = input.prepared;
  const { key } = await identify(input.text, input.settings);
  const counted = await countedRows(
    ctx,
    { userId, key },
    rows.map(({ row }) => row),
  );
  const left = rows.filter(({ row }) => !counted.has(row));
  const texts = new Set(left.map(({ post }) => post.contentSha256));
  const fresh = texts.size - (await countKnown(ctx, [...texts]));
  return {
    rows: rows.length + refusals.length,
    fresh,
    duplicates: left.length - fresh,
    repeated: counted.size,
    refused: refusals.length,
  };
}

async function countKnown(ctx: DbContext, hashes: readonly string[]): Promise<number> {
  let known = 0;
  for (let start = 0; start < hashes.length; start += atOnce) {
    const { count } = await ctx.db
      .selectFrom('post')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('content_sha256', 'in', hashes.slice(start, start + atOnce))
      .executeTakeFirstOrThrow();
    known += count;
  }
  return known;
}
