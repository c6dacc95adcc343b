import type { DbContext } from '#db/context.ts';
import { blockSize, storedBlocks } from './blocks.ts';
import {
  checkTrail,
  describeBreak,
  findForged,
  type KnownPart,
  type TrailBreak,
} from './check-trail.ts';
import type { Checkpoint } from './checkpoint-format.ts';
import { leafHash, rootOver } from './merkle.ts';
import { readEvents, type StoredEvent, storedCheckpoints } from './read-trail.ts';

export interface AuditVerdict {
  readonly ok: boolean;
  /** Newest event that is part of the unbroken chain. */
  readonly events: number;
  readonly headHash: string;
  /** First event that was read; more than 1 when only the newest were asked for. */
  readonly firstRead: number;
  /** Checkpoints the trail was held against. */
  readonly checkpoints: number;
  /** Keys that signed them. */
  readonly keys: readonly string[];
  readonly firstBreak: TrailBreak | null;
  /** The break in words. */
  readonly problem: string | null;
}

export interface VerifyOptions {
  /** Checkpoints kept outside the database, which whoever restores it cannot take back. */
  readonly outside?: readonly Checkpoint[];
  /** Ids of keys that may have signed; null: any. */
  readonly trustedKeys?: readonly string[] | null;
  /** Read only so many of the newest events (or up to a block more); the stored roots stand for the rest. */
  readonly newest?: number;
  /** After each block: the newest event found whole. */
  readonly onProgress?: (seq: number) => Promise<void>;
}

/**
 * Holds the trail in the database against its own hashes, its head, and every checkpoint in the database
 * and outside. Reads a block at a time.
 */
export async function verifyAudit(
  ctx: Pick<DbContext, 'db'>,
  { outside = [], trustedKeys = null, newest, onProgress }: VerifyOptions = {},
): Promise<AuditVerdict> {
  const stored = await storedCheckpoints(ctx);
  const inside = new Set(stored.map(({ signature }) => signature));
  const checkpoints = [...stored, ...outside.filter(({ signature }) => !inside.has(signature))];
  const known = newest === undefined ? undefined : await knownPart(ctx, newest);
  const check = checkTrail(checkpoints, known);
  const broken =
    (await walk(ctx, check, onProgress)) ?? (await findForged(checkpoints, trustedKeys));
  return {
    ok: broken === null,
    events: check.last.seq,
    headHash: check.last.hash,
    firstRead: (known?.seq ?? 0) + 1,
    checkpoints: checkpoints.length,
    keys: [...new Set(checkpoints.map(({ key_id }) => key_id))],
    firstBreak: broken,
    problem: broken === null ? null : describeBreak(broken),
  };
}

/** An event put before the first is no part of the chain, and must be seen. */
const beforeAll = Number.MIN_SAFE_INTEGER;

async function walk(
  ctx: Pick<DbContext, 'db'>,
  check: ReturnType<typeof checkTrail>,
  onProgress: VerifyOptions['onProgress'],
): Promise<TrailBreak | null> {
  const blocks = await storedBlocks(ctx);
  for (;;) {
    // Before the page: an event that is added meanwhile is then in the page.
    const head = await ctx.db
      .selectFrom('audit_head')
      .select(['seq', 'hash'])
      .executeTakeFirstOrThrow();
    const after = check.last.seq === 0 ? beforeAll : check.last.seq;
    const events = await readEvents(ctx, { after, limit: blockSize });
    const broken = check.add(events) ?? findWrongBlock(events, blocks);
    if (broken !== null) return broken;
    await onProgress?.(check.last.seq);
    if (events.length > 0) continue;
    const { seq, hash } = check.last;
    // A checkpoint past the end says more than a head that disagrees.
    const beyond = check.finish();
    if (beyond !== null) return beyond;
    return head.seq === seq && head.hash === hash ? null : { seq, problem: 'head' };
  }
}

/** A stored root that is not that of its events would be signed, and proofs would not lead to it. */
function findWrongBlock(
  events: readonly StoredEvent[],
  blocks: readonly string[],
): TrailBreak | null {
  const last = events.at(-1)?.seq ?? 0;
  const stored = blocks[last / blockSize - 1];
  if (events.length < blockSize || stored === undefined) return null;
  return rootOver(events.map(({ hash }) => leafHash(hash))) === stored
    ? null
    : { seq: last, problem: 'block' };
}

async function knownPart(
  ctx: Pick<DbContext, 'db'>,
  newest: number,
): Promise<KnownPart | undefined> {
  const { seq } = await ctx.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow();
  const roots = await storedBlocks(ctx, Math.max(0, Math.floor((seq - newest) / blockSize)));
  const read = roots.length * blockSize;
  const [event] = read === 0 ? [] : await readEvents(ctx, { after: read - 1, limit: 1 });
  if (event === undefined) return undefined;
  return { seq: read, hash: event.hash, blocks: { size: blockSize, roots } };
}
