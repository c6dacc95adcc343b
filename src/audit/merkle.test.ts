import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { growTree, leafHash, pathTo, rootOver, verifyInclusion } from './merkle.ts';

const events = Array.from({ length: 70 }, (_, index) =>
  createHash('sha256').update(`event ${index}`).digest('hex'),
);

/** RFC 6962 §2.1, word for word: the definition the fast ones are held against. */
function defined(leaves: readonly Buffer[]): Buffer {
  const sha = (...parts: Buffer[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Buffer.from([0]), leaves[0] as Buffer);
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha(Buffer.from([1]), defined(leaves.slice(0, half)), defined(leaves.slice(half)));
}

// Inputs and roots of the reference implementation of Certificate Transparency (merkletree tests).
const known = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  [
    '606162636465666768696a6b6c6d6e6f',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
] as const;

test.each(known.map(([, root], index) => ({ size: index + 1, root })))(
  'the published root of the first $size leaves',
  ({ size, root }) => {
    const tree = growTree();
    for (const [leaf] of known.slice(0, size)) tree.add(leaf);
    expect(tree.root()).toBe(root);
  },
);

test('the root of nothing is the hash of nothing', () => {
  expect(growTree().root()).toBe(createHash('sha256').digest('hex'));
});

describe('every size from 1 to 70', () => {
  const sizes = events.map((_, index) => index + 1);

  test.each(sizes)(
    '%i events: the root is the defined one and every path leads to it',
    async (size) => {
      const leaves = events.slice(0, size);
      const nodes = leaves.map(leafHash);
      const tree = growTree();
      for (const leaf of leaves) tree.add(leaf);
      const root = defined(leaves.map((leaf) => Buffer.from(leaf, 'hex'))).toString('hex');
      expect(tree.root()).toBe(root);
      expect(rootOver(nodes)).toBe(root);
      for (const [index, leaf] of leaves.entries()) {
        const proof = { seq: index + 1, tree_size: size, path: pathTo(index, nodes) };
        expect(await verifyInclusion(leaf, proof, root)).toBe(true);
        // Another place, another size, another event and a longer path do not.
        const others = [
          { ...proof, seq: (proof.seq % size) + 1 },
          { ...proof, tree_size: size * 2 },
          { ...proof, path: [...proof.path, root] },
          { ...proof, path: proof.path.slice(1) },
        ].slice(size === 1 ? 1 : 0, size === 1 ? 3 : 4);
        for (const other of others) expect(await verifyInclusion(leaf, other, root)).toBe(false);
        expect(await verifyInclusion(root, proof, root)).toBe(false);
      }
    },
  );

  test.each([1, 2, 4, 8])('blocks of %i give the same roots and paths', (blockSize) => {
    for (const size of sizes) {
      const nodes = events.slice(0, size).map(leafHash);
      const blocks = Array.from({ length: Math.ceil(size / blockSize) }, (_, index) =>
        nodes.slice(index * blockSize, (index + 1) * blockSize),
      );
      const roots = blocks.map(rootOver);
      expect(rootOver(roots)).toBe(rootOver(nodes));
      for (let index = 0; index < size; index += 1) {
        const block = Math.floor(index / blockSize);
        const within = pathTo(index % blockSize, blocks[block] ?? []);
        expect([...within, ...pathTo(block, roots)]).toEqual(pathTo(index, nodes));
      }
    }
  });
});

test.each([
  { seq: 0, tree_size: 1, path: [] },
  { seq: 2, tree_size: 1, path: [] },
  { seq: 1.5, tree_size: 2, path: [] },
  { seq: 1, tree_size: Number.POSITIVE_INFINITY, path: [] },
  { seq: 1, tree_size: 2, path: ['zz'] },
])('what is no proof proves nothing: $seq of $tree_size', async (proof) => {
  const leaf = events[0] as string;
  expect(await verifyInclusion(leaf, proof, leafHash(leaf))).toBe(false);
});
