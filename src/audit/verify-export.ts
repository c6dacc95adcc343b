import { checkTrail, describeBreak, findForged, type TrailBreak } from './check-trail.ts';
import type { Checkpoint } from './checkpoint-format.ts';
import { parseEventLine, splitLines } from './export-lines.ts';

export interface ExportVerdict {
  readonly ok: boolean;
  /** Events of the unbroken chain from the first line on. */
  readonly events: number;
  readonly headHash: string;
  readonly checkpoints: number;
  readonly keys: readonly string[];
  /** Events after the newest checkpoint: only their chain speaks for them. */
  readonly unsigned: number;
  readonly firstBreak: TrailBreak | null;
  readonly problem: string | null;
}

/**
 * Verifies an exported trail against checkpoints, with nothing but their texts: every line, the chain, what
 * each checkpoint signs, and by which key. `trustedKeys` null: any key.
 */
export async function verifyExport(
  text: AsyncIterable<string>,
  {
    checkpoints,
    trustedKeys,
  }: { checkpoints: readonly Checkpoint[]; trustedKeys: readonly string[] | null },
): Promise<ExportVerdict> {
  const check = checkTrail(checkpoints);
  const broken = (await walk(text, check)) ?? (await findForged(checkpoints, trustedKeys));
  const signed = Math.max(0, ...checkpoints.map(({ seq }) => seq));
  return {
    ok: broken === null,
    events: check.last.seq,
    headHash: check.last.hash,
    checkpoints: checkpoints.length,
    keys: [...new Set(checkpoints.map(({ key_id }) => key_id))],
    unsigned: Math.max(0, check.last.seq - signed),
    firstBreak: broken,
    problem: broken === null ? null : describeBreak(broken),
  };
}

async function walk(
  text: AsyncIterable<string>,
  check: ReturnType<typeof checkTrail>,
): Promise<TrailBreak | null> {
  for await (const { line, whole } of splitLines(text)) {
    const seq = check.last.seq + 1;
    if (!whole) return { seq, problem: 'cut_off' };
    const event = parseEventLine(line);
    if (event === null) return { seq, problem: 'unreadable' };
    const broken = check.add([event]);
    if (broken !== null) return broken;
  }
  return check.finish();
}
