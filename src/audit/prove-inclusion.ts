import type { DbContext } from '#db/context.ts';
import { ConflictError, ValidationError } from '#platform/errors.ts';
import { blockLeaves, blockRoot, blockSize, storedBlocks } from './blocks.ts';
import { type Checkpoint } from './checkpoint-format.ts';
import { type InclusionProof, pathTo, rootOver } from './merkle.ts';

/**
 * A proof for each event that it stands under the checkpoint's root.
 * @throws ValidationError for an event after the checkpoint; ConflictError when the trail does not lead to the root.
 */
export async function proveInclusion(
  ctx: Pick<DbContext, 'db'>,
  { seqs, checkpoint }: { seqs: readonly number[]; checkpoint: Pick<Checkpoint, 'seq' | 'root'> },
): Promise<InclusionProof[]> {
  const size = checkpoint.seq;
  const outside = seqs.find((seq) => !Number.isInteger(seq) || seq < 1 || seq > size);
  if (outside !== undefined) {
    throw new ValidationError(`event ${outside} is not under a checkpoint of ${size} events`, {
      field: 'seqs',
    });
  }
  const blocks = Math.ceil(size / blockSize);
  const roots = await storedBlocks(ctx, Math.floor(size / blockSize));
  for (let index = roots.length; index < blocks; index += 1) {
    roots.push(await blockRoot(ctx, { index, size }));
  }
  if (rootOver(roots) !== checkpoint.root) {
    throw new ConflictError('the trail does not lead to the root of this checkpoint', {
      remedy: 'Find where it was changed: doichung audit verify',
    });
  }
  const leaves = new Map<number, string[]>();
  const proofs = [];
  for (const seq of seqs) {
    const index = Math.floor((seq - 1) / blockSize);
    const block = leaves.get(index) ?? (await blockLeaves(ctx, { index, size }));
    leaves.set(index, block);
    const path = [...pathTo((seq - 1) % blockSize, block), ...pathTo(index, roots)];
    proofs.push({ seq, tree_size: size, path });
  }
  return proofs;
}
