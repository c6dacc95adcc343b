import { z } from '@hono/zod-openapi';
import type { ClaimView, ModelAttempt, PostItem, ReuseView } from '#review/index.ts';
import {
  at,
  clusterId,
  day,
  endsOn,
  id,
  matchReasons,
  offset,
  outcome,
  sha256,
  state,
} from './fields.ts';
import { modelCallFailures } from '#drafting/index.ts';
import { Draft, renderDraft } from './draft-view.ts';
import { Standing } from './standing-view.ts';

const decisionKind = z.enum(['respond', 'monitor', 'do_not_respond']);

const Instructions = z.array(
  z.object({
    start: offset,
    end: offset,
    kind: z.string().openapi({
      description:
        'ignore_instructions, new_instructions, role_play, role_marker, reveal_prompt, dictated_output, machine_addressed, hidden_comment, hidden_text or encoded_payload.',
    }),
  }),
);

const Match = z
  .object({
    passage_id: z.int(),
    version_id: id,
    rank: z.int(),
    lexical_score: z.number().nullable(),
    dense_score: z.number().nullable(),
    fused_score: z.number(),
    probability: z.number(),
    conflicts: z.array(z.record(z.string(), z.any())),
    reasons: matchReasons,
    retriever_version: z.string(),
    as_of: day,
    reranker: z
      .object({ model: z.string(), prompt: z.string(), prompt_sha256: sha256 })
      .nullable()
      .openapi({
        description:
          'The language model that put the matches in this order; probabilities are not its own.',
      }),
    before: z.string(),
    text: z.string(),
    after: z.string(),
    start: offset,
    end: offset,
    heading_path: z.array(z.string()),
    language: z.string(),
    instructions: Instructions.openapi({
      description: 'Words of the passage that are written to a machine; offsets into `text`.',
    }),
    document: z.object({
      title: z.string(),
      number: z.string().nullable(),
      issuer: z.string().nullable(),
      version_number: z.int(),
      valid_from: day,
      ends_on: endsOn,
    }),
    standing: Standing,
    position_then: z
      .object({
        day,
        state: z.enum(['same', 'other', 'none']),
        version: z
          .object({ id, number: z.int(), valid_from: day, ends_on: endsOn })
          .nullable()
          .openapi({ description: 'The version in force on that day; null: none was.' }),
      })
      .nullable()
      .openapi({
        description: 'What the document said on the day of the post; null: that day is not known.',
      }),
  })
  .openapi('Match');

const Claim = z
  .object({
    id,
    start: offset,
    end: offset,
    text: z.string(),
    kind: z.string(),
    checkable: z.boolean(),
    reasons: z.array(z.string()),
    reported: z
      .object({
        start: offset,
        end: offset,
        text: z.string().openapi({ description: 'Without names of persons.' }),
        manner: z.enum(['quoted', 'reported']),
      })
      .nullable()
      .openapi({
        description: 'Where the post says that the claim is somebody else’s; null: it does not.',
      }),
    proposal: z
      .object({
        kind: z.string(),
        agrees: z.boolean().openapi({ description: 'The rules found the same kind.' }),
        model: z.string(),
        prompt: z.string(),
        prompt_sha256: sha256,
        proposed_at: at,
      })
      .nullable()
      .openapi({
        description:
          'What a language model last took the claim for; nothing follows from it. Null: none was asked.',
      }),
    outcome,
    suggestion: z
      .enum(['CONTRADICTED', 'CONSISTENT'])
      .nullable()
      .openapi({ description: 'What the machine would say; a person decides.' }),
    outcome_reasons: z.array(z.string()),
    threshold: z.number().min(0).max(1).nullable().openapi({
      description: 'Probability a match had to reach; null: a person decided, or none could count.',
    }),
    decided_by: z.string().nullable().openapi({ description: 'Null: the machine.' }),
    decided_at: at,
    matches: z.array(Match),
    guidance: z
      .array(Match)
      .openapi({ description: 'Internal guidance: it steers people and is never quoted.' }),
  })
  .openapi('Claim');

/** Everything about one post that its reader may see. */
export const PostView = z
  .object({
    id,
    state,
    text: z.string(),
    language: z.string(),
    platform: z.string().nullable(),
    canonical_url: z.string().nullable(),
    posted_at: at.nullable(),
    received_at: at,
    analysed_at: at.nullable(),
    submissions: z.int(),
    cluster_id: clusterId,
    masked: z.record(z.string(), z.int()),
    instructions: Instructions.openapi({
      description: 'Words of the post that are written to a machine: shown, never obeyed.',
    }),
    review_item: z
      .object({
        id,
        round: z.int(),
        leased_by: z.string().nullable(),
        leased_until: at.nullable(),
      })
      .nullable(),
    claims: z.array(Claim),
    response: z
      .object({
        decision: decisionKind,
        reason: z.string(),
        decided_by: z.string(),
        decided_at: at,
      })
      .nullable(),
    draft: Draft.nullable(),
    model_attempt: z
      .object({
        status: z.enum(['started', 'used', 'failed']),
        reason: z.enum(modelCallFailures).nullable(),
        model: z.string(),
        prompt: z.string(),
        prompt_sha256: sha256,
        started_at: at,
        ended_at: at.nullable(),
      })
      .nullable()
      .openapi({
        description:
          'The newest try to let a language model draft; failed: the extractive draft stands, for this reason.',
      }),
    decisions: z
      .array(
        z.object({
          stage: z.int(),
          verdict: z.enum(['approve', 'return', 'decline']),
          reason: z.string(),
          labels: z.array(z.record(z.string(), z.any())),
          reviewer: z.string(),
          decided_at: at,
        }),
      )
      .nullable()
      .openapi({ description: 'Null: no draft, or in review and hidden until both are in.' }),
    approval: z
      .object({
        id,
        draft_id: id,
        content_sha256: sha256,
        status: z.enum(['in_force', 'needs_recheck', 'expired', 'revoked']),
        approved_at: at,
      })
      .nullable(),
    reuse: z
      .object({
        approval_id: id,
        claim_id: id,
        status: z.enum(['in_force', 'ended']),
        reason: z.string(),
        confirmed_by: z.string(),
        confirmed_at: at,
        ended_at: at.nullable(),
        ended_by: z
          .string()
          .nullable()
          .openapi({ description: 'Null: not ended, or its approval left force.' }),
        end_reason: z.string().nullable(),
      })
      .nullable()
      .openapi({ description: 'The newest reuse of an answer approved for another post.' }),
    contributed: z
      .boolean()
      .openapi({ description: 'You had a part in the answer, so you cannot approve it.' }),
  })
  .openapi('Post');

/** An item as the contract shows it; a lease that ran out is not shown. */
export function renderPost(item: PostItem, now: Date): z.infer<typeof PostView> {
  const { post, response, approval } = item;
  const leased = post.leased_until !== null && post.leased_until > now;
  return {
    id: post.id,
    state: post.state,
    text: post.text,
    language: post.language,
    platform: post.platform,
    canonical_url: post.canonical_url,
    posted_at: post.posted_at?.toISOString() ?? null,
    received_at: post.received_at.toISOString(),
    analysed_at: post.analysed_at?.toISOString() ?? null,
    submissions: post.submission_count,
    cluster_id: post.cluster_id,
    masked: post.masked,
    instructions: [...post.instructions],
    review_item:
      post.item_id === null
        ? null
        : {
            id: post.item_id,
            round: post.round ?? 1,
            leased_by: leased ? post.leased_by : null,
            leased_until: leased ? (post.leased_until?.toISOString() ?? null) : null,
          },
    claims: item.claims.map(renderClaim),
    response: response && { ...response, decided_at: response.decided_at.toISOString() },
    draft: item.draft && renderDraft(item.draft),
    model_attempt: item.modelAttempt && renderAttempt(item.modelAttempt),
    decisions:
      item.decisions?.map(({ stage, verdict, reason, labels, reviewer, decided_at }) => ({
        stage,
        verdict,
        reason,
        labels: labels.map((one) => ({ ...one })),
        reviewer,
        decided_at: decided_at.toISOString(),
      })) ?? null,
    approval: approval && { ...approval, approved_at: approval.approved_at.toISOString() },
    reuse: item.reuse.latest && renderReuse(item.reuse.latest),
    contributed: item.contributed,
  };
}

function renderReuse(latest: ReuseView): NonNullable<z.infer<typeof PostView>['reuse']> {
  const { id: _id, approval_status: _status, answered_post_id: _post, ...shown } = latest;
  return {
    ...shown,
    confirmed_at: latest.confirmed_at.toISOString(),
    ended_at: latest.ended_at?.toISOString() ?? null,
  };
}

function renderClaim(claim: ClaimView): z.infer<typeof Claim> {
  const { start_offset: start, end_offset: end, matches, guidance, proposal, ...rest } = claim;
  return {
    ...rest,
    start,
    end,
    proposal: proposal && {
      ...proposal,
      agrees: proposal.kind === claim.kind,
      proposed_at: proposal.proposed_at.toISOString(),
    },
    decided_at: claim.decided_at.toISOString(),
    matches: matches.map(renderMatch),
    guidance: guidance.map(renderMatch),
  };
}

function renderMatch(match: ClaimView['matches'][number]): z.infer<typeof Match> {
  const { claim_id: _, start_offset: start, end_offset: end, conflicts, reasons, ...rest } = match;
  const { guidance: _guidance, status: _status, ...shown } = rest;
  const { title, number, issuer, version_number, valid_from, ends_on, ...scores } = shown;
  return {
    ...scores,
    start,
    end,
    conflicts: [...conflicts],
    reasons:
      reasons === null
        ? null
        : {
            phrases: [...reasons.phrases],
            numbers: [...reasons.numbers],
            names: [...reasons.names],
            missing: [...reasons.missing],
          },
    document: { title, number, issuer, version_number, valid_from, ends_on },
  };
}

function renderAttempt({ started_at, ended_at, ...attempt }: ModelAttempt) {
  return {
    ...attempt,
    started_at: started_at.toISOString(),
    ended_at: ended_at?.toISOString() ?? null,
  };
}
