import { z } from 'zod';
import { Citation } from './format-subject.ts';
import { day, id, member, modelUse, sha256, time } from './format-fields.ts';

const Sentence = z.strictObject({
  ordinal: z.int().nonnegative(),
  role: z.enum(['FACT', 'WARNING', 'MYTH', 'WHY', 'ALTERNATIVE', 'CONNECTIVE']),
  text: z.string(),
  citations: z.array(Citation),
});

const Finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['H', 'W']),
  code: z.string(),
  sentence: z.int().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  values: z.array(z.string()),
});

export const Draft = z.strictObject({
  id,
  claim_id: id,
  revision: z.int().positive(),
  language: z.string(),
  audience: z.enum(['domestic', 'diaspora', 'foreign', 'official']),
  length: z.enum(['short', 'statement', 'note', 'qa']).nullable(),
  review_by: day.nullable(),
  no_alternative: z.boolean(),
  /** Over role, text and citations as drafted, language, audience, length, review_by and no_alternative. */
  content_sha256: sha256,
  drafter: z.enum(['extractive', 'person', 'model']),
  model: modelUse
    .extend({ parameters: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  created_by: member.nullable(),
  created_at: time,
  blocked: z.boolean(),
  /** What the gate said: of what failed only where and why, since nobody was offered its text. */
  gate: z.strictObject({
    reasons: z.array(z.string()),
    dropped: z.array(
      z.strictObject({ ordinal: z.int().nullable(), failures: z.array(z.string()) }),
    ),
    notes: z.array(z.strictObject({ code: z.string(), passage_ids: z.array(z.string()) })),
  }),
  /** `linter` is the version of the rules; null: made before there was one. */
  lint: z.strictObject({ linter: z.string(), findings: z.array(Finding) }).nullable(),
  /** The first is the headline. */
  sentences: z.array(Sentence).min(1),
});

export const Review = z.strictObject({
  id,
  stage: z.union([z.literal(1), z.literal(2)]),
  round: z.int().nullable(),
  fence: z.int().nullable(),
  reviewer: member,
  verdict: z.enum(['approve', 'return', 'decline']),
  reason: z.string(),
  labels: z.array(
    z.strictObject({
      ordinal: z.int().nonnegative(),
      label: z.enum(['supported', 'not_supported', 'unclear', 'tone']),
    }),
  ),
  content_sha256: sha256,
  decided_at: time,
});

export const Approval = z.strictObject({
  id,
  /** When the bundle was made; one out of force stays evidence of what was approved. */
  status: z.enum(['in_force', 'needs_recheck', 'expired', 'revoked']),
  content_sha256: sha256,
  first_reviewer: id,
  second_reviewer: id,
  approved_at: time,
  revocation: z
    .strictObject({ revoked_by: member, reason: z.string(), revoked_at: time })
    .nullable(),
});

export const Contributor = z.strictObject({
  ...member.shape,
  kinds: z.array(z.enum(['response', 'outcome', 'draft', 'submit'])),
});

/** An event of the trail as it was hashed, and the proof that it stands under the checkpoint. */
export const RecordedEvent = z.strictObject({
  event: z.strictObject({
    seq: z.int().positive(),
    at: time,
    actor_id: id.nullable(),
    actor_name: z.string(),
    action: z.string(),
    entity_type: z.string(),
    entity_id: z.string(),
    details: z.record(z.string(), z.json()),
    before_sha256: sha256.nullable(),
    after_sha256: sha256.nullable(),
    prev_hash: sha256,
  }),
  proof: z.strictObject({
    seq: z.int().positive(),
    tree_size: z.int().positive(),
    path: z.array(sha256),
  }),
});
