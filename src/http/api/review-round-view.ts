import { z } from '@hono/zod-openapi';
import { obstacles, type ReviewRound, sentenceLabels, verdicts } from '#review/index.ts';
import { at, id, sha256 } from './fields.ts';

const label = z.enum(sentenceLabels);

/** A draft with what its reviewers said of it. */
export const ReviewRoundView = z
  .object({
    draft_id: id,
    revision: z.int(),
    content_sha256: sha256,
    outcome: z
      .enum(['APPROVED', 'RETURNED', 'DECLINED'])
      .nullable()
      .openapi({ description: 'What two reviews led to; null: two are not in.' }),
    obstacle: z.enum(obstacles).nullable().openapi({ description: 'Why two approvals made none.' }),
    decisions: z
      .array(
        z.object({
          stage: z.int(),
          verdict: z.enum(verdicts),
          reason: z.string(),
          labels: z.array(z.object({ ordinal: z.int(), label })),
          reviewer: z.string(),
          decided_at: at,
        }),
      )
      .nullable()
      .openapi({ description: 'Null: hidden until both are in.' }),
    comparison: z
      .object({
        same_verdict: z.boolean(),
        same_labels: z.int().openapi({ description: 'Sentences that both labelled alike.' }),
        sentences: z.array(
          z.object({
            ordinal: z.int(),
            first: label.nullable(),
            second: label.nullable(),
            differs: z.boolean(),
          }),
        ),
      })
      .nullable(),
  })
  .openapi('ReviewRound');

export function renderRound(round: ReviewRound): z.infer<typeof ReviewRoundView> {
  const { outcome, comparison } = round;
  return {
    draft_id: round.draftId,
    revision: round.revision,
    content_sha256: round.contentSha256,
    outcome: outcome === 'IN_REVIEW' ? null : outcome,
    obstacle: round.obstacle,
    decisions:
      round.decisions?.map(({ stage, verdict, reason, labels, reviewer, decided_at }) => ({
        stage,
        verdict,
        reason,
        labels: [...labels],
        reviewer,
        decided_at: decided_at.toISOString(),
      })) ?? null,
    comparison: comparison && {
      same_verdict: comparison.sameVerdict,
      same_labels: comparison.sameLabels,
      sentences: [...comparison.sentences],
    },
  };
}
