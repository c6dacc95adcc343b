import { type ChainBreak, findBreak, genesisHash } from './chain.ts';
import { type Checkpoint, verifyCheckpoint } from './checkpoint-format.ts';
import { growTree } from './merkle.ts';
import type { StoredEvent } from './read-trail.ts';

export type TrailProblem =
  | ChainBreak['problem']
  | 'head'
  | 'block'
  | 'unreadable'
  | 'cut_off'
  | 'checkpoint_signature'
  | 'checkpoint_key'
  | 'checkpoint_hash'
  | 'checkpoint_root'
  | 'checkpoint_beyond';

/** The first place where a trail is not what it must be. */
export interface TrailBreak {
  readonly seq: number;
  readonly problem: TrailProblem;
}

const words: Readonly<Record<TrailProblem, string>> = {
  sequence: 'an event is missing, was repeated or stands in another place',
  previous_hash: 'the event does not follow from the one before it',
  hash: 'the event was changed after it was recorded',
  head: 'the trail does not end where its head says',
  block: 'the stored root of the block that ends here is not that of its events',
  unreadable: 'the line is not an event as it was exported',
  cut_off: 'the file ends inside a line',
  checkpoint_signature: 'a checkpoint for this event has a signature that is not of its key',
  checkpoint_key: 'a checkpoint for this event was signed by a key that was not expected',
  checkpoint_hash: 'the event is another than when a checkpoint was signed for it',
  checkpoint_root: 'the events up to here are others than when a checkpoint was signed for them',
  checkpoint_beyond: 'a checkpoint was signed for this event, and the trail ends before it',
};

export function describeBreak({ seq, problem }: TrailBreak): string {
  return `event ${seq}: ${words[problem]}`;
}

/** The first checkpoint that its key did not sign, or whose key is not among those trusted (null: any). */
export async function findForged(
  checkpoints: readonly Checkpoint[],
  trustedKeys: readonly string[] | null,
): Promise<TrailBreak | null> {
  for (const checkpoint of checkpoints) {
    const { seq, key_id } = checkpoint;
    if (!(await verifyCheckpoint(checkpoint))) return { seq, problem: 'checkpoint_signature' };
    if (trustedKeys !== null && !trustedKeys.includes(key_id)) {
      return { seq, problem: 'checkpoint_key' };
    }
  }
  return null;
}

/** Events 1 to `seq` that are not read again: the hash of the last, and roots of whole blocks of `size`. */
export interface KnownPart {
  readonly seq: number;
  readonly hash: string;
  readonly blocks: { readonly size: number; readonly roots: readonly string[] };
}

export interface TrailCheck {
  /** Newest event that was added and found whole. */
  readonly last: { readonly seq: number; readonly hash: string };
  /** The next events in order; the first break among them. After a break nothing may be added. */
  add(events: readonly StoredEvent[]): TrailBreak | null;
  /** At the end: a checkpoint for an event that never came. */
  finish(): TrailBreak | null;
}

/** Holds events, one after another and in constant memory, to be one chain that fits every checkpoint. */
export function checkTrail(
  checkpoints: readonly Pick<Checkpoint, 'seq' | 'hash' | 'root'>[],
  known?: KnownPart,
): TrailCheck {
  const waiting = checkpoints
    .filter(({ seq }) => seq > (known?.seq ?? 0))
    .toSorted((a, b) => a.seq - b.seq);
  const tree = growTree();
  for (const root of known?.blocks.roots ?? []) tree.addSubtree(root, known?.blocks.size ?? 1);
  let last = { seq: known?.seq ?? 0, hash: known?.hash ?? genesisHash };
  let next = 0;
  const heldAgainst = (event: StoredEvent): TrailBreak | null => {
    for (; waiting[next]?.seq === event.seq; next += 1) {
      const { hash, root } = waiting[next] as Pick<Checkpoint, 'hash' | 'root'>;
      if (hash !== event.hash) return { seq: event.seq, problem: 'checkpoint_hash' };
      if (root !== tree.root()) return { seq: event.seq, problem: 'checkpoint_root' };
    }
    return null;
  };
  return {
    get last() {
      return last;
    },
    add(events) {
      for (const event of events) {
        const broken = findBreak([event], last);
        if (broken !== null) return broken;
        tree.add(event.hash);
        const refuted = heldAgainst(event);
        if (refuted !== null) return refuted;
        last = { seq: event.seq, hash: event.hash };
      }
      return null;
    },
    finish() {
      const beyond = waiting[next];
      return beyond === undefined ? null : { seq: beyond.seq, problem: 'checkpoint_beyond' };
    },
  };
}
