import { sha256, sha256OfHex } from './sha256.ts';

/** Where an event stands under a root: the hashes beside its way up, the lowest first. */
export interface InclusionProof {
  /** Of the event; the first is 1. */
  readonly seq: number;
  /** Events under the root: the seq of the checkpoint. */
  readonly tree_size: number;
  readonly path: string[];
}

/** The hash tree of RFC 6962 §2.1 over hashes in hex; 0x00 before a leaf keeps it apart from a node. */
export function leafHash(eventHash: string): string {
  return sha256OfHex('00', eventHash);
}

function nodeHash(left: string, right: string): string {
  return sha256OfHex('01', left, right);
}

/** A tree that grows at its right and remembers only the roots of its whole subtrees. */
export interface GrowingTree {
  readonly size: number;
  add(eventHash: string): void;
  /** `root` of the next `leaves` events, a power of two that divides the size so far. */
  addSubtree(root: string, leaves: number): void;
  root(): string;
}

export function growTree(): GrowingTree {
  const whole: { hash: string; leaves: number }[] = [];
  let size = 0;
  const addSubtree = (root: string, leaves: number): void => {
    let subtree = { hash: root, leaves };
    for (let left = whole.at(-1); left?.leaves === subtree.leaves; left = whole.at(-1)) {
      whole.pop();
      subtree = { hash: nodeHash(left.hash, subtree.hash), leaves: left.leaves * 2 };
    }
    whole.push(subtree);
    size += leaves;
  };
  return {
    get size() {
      return size;
    },
    add: (eventHash) => addSubtree(leafHash(eventHash), 1),
    addSubtree,
    root: () => rootOf(whole.map(({ hash }) => hash)),
  };
}

/** Subtrees that grow smaller to the right, put together from the right. */
function rootOf(subtrees: readonly string[]): string {
  return subtrees.length === 0
    ? sha256('')
    : subtrees.reduceRight((right, left) => nodeHash(left, right));
}

/** The root over nodes of one level: leaf hashes, or roots of blocks of equal size but for the last. */
export function rootOver(nodes: readonly string[]): string {
  const tree = growTree();
  for (const node of nodes) tree.addSubtree(node, 1);
  return tree.root();
}

/** The audit path (RFC 6962 §2.1.1) of the node at `index`. */
export function pathTo(index: number, nodes: readonly string[]): string[] {
  if (nodes.length <= 1) return [];
  let half = 1;
  while (half * 2 < nodes.length) half *= 2;
  const left = nodes.slice(0, half);
  const right = nodes.slice(half);
  return index < half
    ? [...pathTo(index, left), rootOver(right)]
    : [...pathTo(index - half, right), rootOver(left)];
}

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Whether the proof leads from the event to the root (RFC 9162 §2.1.3.2). False for what is no proof. */
export async function verifyInclusion(
  eventHash: string,
  { seq, tree_size, path }: InclusionProof,
  root: string,
): Promise<boolean> {
  if (!Number.isSafeInteger(seq) || !Number.isSafeInteger(tree_size)) return false;
  if (seq < 1 || seq > tree_size || ![eventHash, ...path].every(isHash)) return false;
  let index = seq - 1;
  let last = tree_size - 1;
  let hash = leafHash(eventHash);
  for (const beside of path) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      hash = nodeHash(beside, hash);
      // The last of a level that has no neighbour goes up unchanged.
      while (index % 2 === 0 && index !== 0) [index, last] = [index / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, beside);
    }
    [index, last] = [Math.floor(index / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash === root;
}
