import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ValidationError } from '#platform/errors.ts';
import { type Checkpoint, checkpointSchema } from './checkpoint-format.ts';
import { makeCheckpoint, refuseContradiction, type SigningContext } from './make-checkpoint.ts';

/** Checkpoints of a file, one a line; none when there is no file. @throws ValidationError naming the line. */
export async function readCheckpoints(path: string): Promise<Checkpoint[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const parsed = checkpointSchema.safeParse(parseJson(line));
    if (parsed.success) return parsed.data;
    throw new ValidationError(`line ${index + 1} of ${path} is not a checkpoint`, {
      field: 'checkpoint',
      remedy: 'Take the file from a backup, or find out who changed it.',
    });
  });
}

export async function appendCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // A line that a power cut left unfinished must not swallow the next.
  const before = (await endsInLine(path)) ? '' : '\n';
  await appendFile(path, `${before}${JSON.stringify(checkpoint)}\n`);
}

/**
 * Makes a checkpoint and keeps it in the file too (null: only in the database); null while the trail is empty.
 * @throws ConflictError when the database no longer holds what the file says was signed: it was rolled back.
 */
export async function signCheckpoint(
  ctx: SigningContext,
  path: string | null,
): Promise<Checkpoint | null> {
  const kept = path === null ? [] : await readCheckpoints(path);
  const newest = kept.toSorted((a, b) => b.seq - a.seq)[0];
  if (newest !== undefined) await refuseContradiction(ctx, newest);
  const { seq } = await ctx.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow();
  if (seq === 0) return null;
  const checkpoint = await makeCheckpoint(ctx);
  const isNew = newest === undefined || newest.seq < checkpoint.seq;
  if (path !== null && isNew) await appendCheckpoint(path, checkpoint);
  return checkpoint;
}

async function endsInLine(path: string): Promise<boolean> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size === 0) return true;
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer.toString() === '\n';
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return true;
    throw error;
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
