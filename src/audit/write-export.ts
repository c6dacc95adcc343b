import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { DbContext } from '#db/context.ts';
import { exportParts } from './export-events.ts';

/** Writes every event up to the head as it is now, one a line. Returns how many. */
export async function writeExport(
  ctx: Pick<DbContext, 'db'>,
  path: string,
  onProgress: (written: number, of: number) => void = () => undefined,
): Promise<number> {
  const head = await ctx.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow();
  let written = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const { text, seq } of exportParts(ctx, head.seq)) {
      yield text;
      written = seq;
      onProgress(written, head.seq);
    }
  }
  await pipeline(lines, createWriteStream(path));
  return written;
}
