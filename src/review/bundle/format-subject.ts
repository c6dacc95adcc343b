import { z } from 'zod';
import { day, id, member, modelUse, offset, sha256, time } from './format-fields.ts';

const outcome = z.enum([
  'CONTRADICTED',
  'CONSISTENT',
  'RELATED',
  'NO_POSITION',
  'NOT_CHECKABLE',
  'NEEDS_EXPERT',
]);

const Assessment = z.strictObject({
  id,
  outcome,
  suggestion: z.enum(['CONTRADICTED', 'CONSISTENT']).nullable(),
  reasons: z.array(z.string()),
  /** Probability a match had to reach, 0 to 1; null when a person decided or no match could count. */
  threshold: z.number().nullable(),
  /** Null: the machine suggested it. */
  decided_by: member.nullable(),
  decided_at: time,
});

/** A passage that was found for the claim, with what it was found and judged with. */
const Match = z.strictObject({
  rank: z.int(),
  passage_id: z.string(),
  version_id: id,
  version_sha256: sha256,
  start: offset,
  end: offset,
  lexical_score: z.number().nullable(),
  dense_score: z.number().nullable(),
  fused_score: z.number(),
  /** 0 to 1. */
  probability: z.number(),
  /** The embedding model; null: the lexical leg alone. */
  model: z.strictObject({ name: z.string(), fingerprint: z.string() }).nullable(),
  retriever_version: z.string(),
  as_of: day,
  reranker: modelUse.nullable(),
});

export const Claim = z.strictObject({
  id,
  ordinal: z.int(),
  start: offset,
  end: offset,
  kind: z.string(),
  checkable: z.boolean(),
  /** The words of the claim that is answered; null for the others. */
  text: z.string().nullable(),
  language: z.string(),
  /** Oldest first, up to the approval. */
  assessments: z.array(Assessment),
  /** What language models took the answered claim for. */
  proposals: z.array(modelUse.extend({ kind: z.string(), proposed_at: time })),
  /** Of the answered claim, as they are now; guidance, which is internal, is left out. */
  matches: z.array(Match),
});

export const Post = z.strictObject({
  id,
  /** Of the masked text, which is left out. */
  content_sha256: sha256,
  language: z.string(),
  received_at: time,
  response: z
    .strictObject({
      decision: z.literal('respond'),
      reason: z.string(),
      decided_by: member,
      decided_at: time,
    })
    .nullable(),
  claims: z.array(Claim),
});

export const Version = z.strictObject({
  id,
  document_id: id,
  version_number: z.int(),
  title: z.string(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  kind: z.string(),
  language: z.string(),
  citable: z.boolean(),
  status: z.enum(['draft', 'approved', 'discarded']),
  issued_on: day.nullable(),
  valid_from: day,
  /** First day out of force; null: no end was known. */
  ends_on: day.nullable(),
  source_url: z.string().nullable(),
  approved_by: z.string().nullable(),
  approved_at: time.nullable(),
  /** Of `canonical_text` in UTF-8. */
  content_sha256: sha256,
  canonical_text: z.string(),
});

const place = { version_id: id, passage_id: z.string(), start: offset, end: offset };

export const Citation = z.strictObject({
  ...place,
  quote: z.string(),
  nature: z.enum(['fact', 'stance']).nullable(),
  /** Where the quote was found unchanged after a version had ended, oldest first. */
  anchors: z.array(z.strictObject({ ...place, anchored_at: time })),
});

export const Passage = z.strictObject({
  id: z.string(),
  version_id: id,
  start: offset,
  end: offset,
  heading_path: z.array(z.string()),
});
