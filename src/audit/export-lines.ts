import { z } from 'zod';
import { canonicalJson } from '#platform/hash.ts';
import type { StoredEvent } from './read-trail.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const eventSchema = z.strictObject({
  seq: z.int().positive(),
  at: z.string(),
  actor_id: z.string().nullable(),
  actor_name: z.string(),
  action: z.string(),
  entity_type: z.string(),
  entity_id: z.string(),
  details: z.record(z.string(), z.unknown()),
  before_sha256: hash.nullable(),
  after_sha256: hash.nullable(),
  prev_hash: hash,
  hash,
});

/** One event as it is exported: canonical JSON on a line of its own. */
export function eventLine(event: StoredEvent): string {
  return `${canonicalJson(event)}\n`;
}

/** The event of an exported line; null for a line that `eventLine` would not have written. */
export function parseEventLine(line: string): StoredEvent | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = eventSchema.safeParse(value);
  if (!parsed.success) return null;
  try {
    return eventLine(parsed.data) === `${line}\n` ? parsed.data : null;
  } catch {
    return null;
  }
}

/** No event is near it: what is longer is no export, and is not held in memory. Characters. */
const longestLine = 10_000_000;

/** Lines of a text that comes in parts; the last is `whole: false` when it does not end in a newline. */
export async function* splitLines(
  parts: AsyncIterable<string>,
): AsyncGenerator<{ readonly line: string; readonly whole: boolean }> {
  let rest = '';
  for await (const part of parts) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield { line, whole: true };
    if (rest.length > longestLine) break;
  }
  if (rest !== '') yield { line: rest, whole: false };
}
