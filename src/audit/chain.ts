import { canonicalJson } from '#platform/hash.ts';
import { sha256 } from './sha256.ts';

export const genesisHash = '0'.repeat(64);

/** What is hashed of an event; `at` is ISO 8601 in UTC with milliseconds. */
export interface ChainedEvent {
  readonly seq: number;
  readonly at: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly action: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly before_sha256: string | null;
  readonly after_sha256: string | null;
  readonly prev_hash: string;
}

/** SHA-256 (hex) of the event's canonical JSON (RFC 8785); each event names the hash before it. */
export function hashEvent(event: ChainedEvent): string {
  return sha256(canonicalJson(event));
}

export interface ChainBreak {
  readonly seq: number;
  readonly problem: 'sequence' | 'previous_hash' | 'hash';
}

/** The first place where `events` (in order of seq) are not an unbroken chain from `previous`, or null. */
export function findBreak(
  events: readonly (ChainedEvent & { readonly hash: string })[],
  previous: { readonly seq: number; readonly hash: string } = { seq: 0, hash: genesisHash },
): ChainBreak | null {
  let { seq, hash: expected } = previous;
  for (const { hash, ...event } of events) {
    seq += 1;
    if (event.seq !== seq) return { seq, problem: 'sequence' };
    if (event.prev_hash !== expected) return { seq, problem: 'previous_hash' };
    if (hashEvent(event) !== hash) return { seq, problem: 'hash' };
    expected = hash;
  }
  return null;
}
