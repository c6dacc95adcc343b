import { z } from 'zod';
import { canonicalJson } from '#platform/hash.ts';
import { time } from './format-fields.ts';
import { Approval, Contributor, Draft, RecordedEvent, Review } from './format-decision.ts';
import { Passage, Post, Version } from './format-subject.ts';

export const bundleFormat = 'doichung evidence bundle';
/** Rises when a reader of the earlier format would misread the new one. */
export const bundleFormatVersion = 1;

const Checkpoint = z.strictObject({
  seq: z.int().positive(),
  hash: z.string(),
  root: z.string(),
  signed_at: time,
  key_id: z.string(),
  public_key: z.string(),
  signature: z.string(),
});

/**
 * Everything an outsider needs to check one approval again, without the service.
 *
 * Left out on purpose: the text of the post, its platform and address (what the answer is about is the
 * claim, with its words and offsets; whoever has the masked text holds it against `content_sha256` and the
 * offsets), the words of claims that are not answered (opinions are nobody else's business), internal
 * guidance, and what the gate dropped. Put in whole: the canonical text of each cited version, once. A hash
 * of it can be checked only with the text, and a quote out of its surroundings is what a reader wants to
 * check; it is public text, and the size of a bundle is that of the documents it cites.
 */
export const EvidenceBundle = z.strictObject({
  format: z.literal(bundleFormat),
  format_version: z.literal(bundleFormatVersion),
  made_at: time,
  made_by: z.string(),
  key: z.strictObject({ id: z.string(), public_key: z.string() }),
  post: Post,
  draft: Draft,
  /** Cited now or when drafted. */
  versions: z.array(Version),
  passages: z.array(Passage),
  /** Who had a part in the answer before it was approved. */
  contributors: z.array(Contributor),
  reviews: z.array(Review),
  approval: Approval,
  trail: z.strictObject({ checkpoint: Checkpoint, events: z.array(RecordedEvent) }),
  /** Ed25519 over `signedText`, base64. */
  signature: z.string(),
});
export type EvidenceBundle = z.infer<typeof EvidenceBundle>;

/** What is signed: the canonical JSON (RFC 8785) of all but the signature. */
export function signedText(bundle: UnsignedBundle): string {
  return canonicalJson({ ...bundle, signature: undefined });
}

/** A bundle before it is signed. */
export type UnsignedBundle = Omit<EvidenceBundle, 'signature'>;
