import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { DbContext } from '#db/context.ts';
import { eventLine } from './export-lines.ts';
import { readEvents } from './read-trail.ts';

/** Writes every event up to the head as it is now, one a line, in pages of 1,000. Returns how many. */
export async function writeExport(
  ctx: Pick<DbContext, 'db'>,
  path: string,
  onProgress: (written: number, of: number) => void = () => undefined,
): Promise<number> {
  const head = await ctx.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow();
  let written = 0;
  async function* lines(): AsyncGenerator<string> {
    for (;;) {
      const events = await readEvents(ctx, { after: written, last: head.seq, limit: 1000 });
      if (events.length === 0) return;
      yield events.map(eventLine).join('');
      written = events.at(-1)?.seq ?? written;
      onProgress(written, head.seq);
    }
  }
  await pipeline(lines, createWriteStream(path));
  return written;
}
