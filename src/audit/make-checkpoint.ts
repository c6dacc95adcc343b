import type { DbContext } from '#db/context.ts';
import { ConflictError } from '#platform/errors.ts';
import { blockSize, storedBlocks } from './blocks.ts';
import { findBreak, genesisHash } from './chain.ts';
import { type Checkpoint, checkpointText } from './checkpoint-format.ts';
import type { InstallationKey } from './installation-key.ts';
import { leafHash, rootOver } from './merkle.ts';
import { readEvents, storedCheckpoints } from './read-trail.ts';

export type SigningContext = Pick<DbContext, 'db' | 'clock'> & {
  readonly installationKey: InstallationKey;
};

/**
 * Signs what the trail is now; the same checkpoint again when nothing was added. Making one adds no event:
 * it could not be about that event, and a quiet installation would grow for ever. What does not follow
 * from the checkpoint before is not signed: @throws ConflictError. @throws Error inside a transaction,
 * whose own events may yet roll back.
 */
export async function makeCheckpoint(ctx: SigningContext): Promise<Checkpoint> {
  if (ctx.db.isTransaction) throw new Error('a checkpoint is about what is committed');
  const head = await ctx.db
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  if (head.seq === 0) throw new ConflictError('nothing has been recorded yet');
  const [newest] = await storedCheckpoints(ctx, { newest: true });
  if (newest !== undefined) await refuseContradiction(ctx, newest);
  // Another process may have signed since the head was read.
  if (newest !== undefined && newest.seq >= head.seq) return newest;
  const root = await rootOfTrail(ctx, head);
  const { id: key_id, publicKey: public_key } = ctx.installationKey;
  const signedAt = ctx.clock();
  const unsigned = { ...head, root, signed_at: signedAt.toISOString(), key_id };
  const signature = await ctx.installationKey.sign(checkpointText(unsigned));
  await ctx.db
    .insertInto('signing_key')
    .values({ id: key_id, public_key, first_used_at: signedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await ctx.db
    .insertInto('audit_checkpoint')
    .values({ ...unsigned, signed_at: signedAt, signature })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const [stored] = await storedCheckpoints(ctx, { seq: head.seq });
  return stored ?? { ...unsigned, public_key, signature };
}

/** @throws ConflictError when the trail no longer holds the event that this checkpoint is about. */
export async function refuseContradiction(
  ctx: Pick<DbContext, 'db'>,
  { seq, hash }: Pick<Checkpoint, 'seq' | 'hash'>,
): Promise<void> {
  const event = await ctx.db
    .selectFrom('audit_event')
    .select('hash')
    .where('seq', '=', seq)
    .executeTakeFirst();
  if (event?.hash === hash) return;
  const how = event === undefined ? 'ends before' : 'is another than at';
  throw new ConflictError(`the trail ${how} event ${seq}, which a checkpoint was signed for`, {
    remedy: 'Find out who changed or restored the database: doichung audit verify',
  });
}

/** Reads what no stored block stands for, holds it to be one chain up to the head, and stores new blocks. */
async function rootOfTrail(
  ctx: Pick<DbContext, 'db'>,
  head: { readonly seq: number; readonly hash: string },
): Promise<string> {
  const roots = await storedBlocks(ctx, Math.floor(head.seq / blockSize));
  const known = roots.length * blockSize;
  const [before] = known === 0 ? [] : await readEvents(ctx, { after: known - 1, last: known });
  let previous = { seq: known, hash: before?.hash ?? genesisHash };
  while (previous.seq < head.seq) {
    const last = Math.min(head.seq, previous.seq + blockSize);
    const events = await readEvents(ctx, { after: previous.seq, last });
    const broken = findBreak(events, previous);
    if (broken !== null || events.length < last - previous.seq) throw brokenTrail(broken?.seq);
    const root = rootOver(events.map((event) => leafHash(event.hash)));
    if (events.length === blockSize) {
      await ctx.db
        .insertInto('audit_block')
        .values({ index: roots.length, root })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    roots.push(root);
    previous = { seq: last, hash: events.at(-1)?.hash ?? '' };
  }
  if (previous.hash !== head.hash) throw brokenTrail(head.seq);
  return rootOver(roots);
}

function brokenTrail(seq: number | undefined): ConflictError {
  const where = seq === undefined ? '' : ` at event ${seq}`;
  return new ConflictError(`the trail is broken${where} and is not signed`, {
    remedy: 'Find out who changed it: doichung audit verify',
  });
}
