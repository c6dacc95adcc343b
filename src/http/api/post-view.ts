import { z } from '@hono/zod-openapi';
import type { ClaimView, DraftView, ItemView } from '#review/index.ts';
import {
  at,
  audience,
  day,
  endsOn,
  id,
  matchReasons,
  offset,
  outcome,
  sentenceRole,
  sha256,
  state,
} from './fields.ts';
import { Standing } from './standing-view.ts';

const decisionKind = z.enum(['respond', 'monitor', 'do_not_respond']);

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

const Draft = z
  .object({
    id,
    claim_id: id,
    revision: z.int(),
    language: z.string(),
    audience,
    content_sha256: sha256,
    drafter: z.enum(['extractive', 'person', 'model']),
    created_by: z.string().nullable(),
    created_at: at,
    notes: z
      .array(z.object({ code: z.enum(['missing_translation']), passage_ids: z.array(z.int()) }))
      .openapi({
        description:
          'missing_translation: these passages are quoted in another language than the draft, because no approved translation is in force.',
      }),
    sentences: z
      .array(
        z.object({
          ordinal: z.int(),
          role: sentenceRole,
          text: z.string(),
          citations: z.array(
            z.object({
              version_id: id,
              version_sha256: sha256,
              passage_id: z.int(),
              start: offset,
              end: offset,
              quote: z.string(),
              title: z.string(),
              number: z.string().nullable(),
              issuer: z.string().nullable(),
              heading_path: z.array(z.string()),
              valid_from: day,
              ends_on: endsOn,
              source_url: z.string().nullable(),
            }),
          ),
        }),
      )
      .openapi({ description: 'Ordinal 0 is the headline.' }),
  })
  .openapi('Draft');

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
    masked: z.record(z.string(), z.int()),
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
      .openapi({ description: 'Null: no draft, or hidden until you have decided.' }),
    approval: z
      .object({
        id,
        draft_id: id,
        content_sha256: sha256,
        status: z.enum(['in_force', 'needs_recheck', 'expired', 'revoked']),
        approved_at: at,
      })
      .nullable(),
    contributed: z
      .boolean()
      .openapi({ description: 'You had a part in the answer, so you cannot approve it.' }),
  })
  .openapi('Post');

/** An item as the contract shows it; a lease that ran out is not shown. */
export function renderPost(item: ItemView, now: Date): z.infer<typeof PostView> {
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
    masked: post.masked,
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
    decisions:
      item.decisions?.map(({ reviewer_id: _reviewerId, labels, ...decision }) => ({
        ...decision,
        labels: [...labels],
        decided_at: decision.decided_at.toISOString(),
      })) ?? null,
    approval: approval && { ...approval, approved_at: approval.approved_at.toISOString() },
    contributed: item.contributed,
  };
}

function renderClaim(claim: ClaimView): z.infer<typeof Claim> {
  const { start_offset: start, end_offset: end, matches, guidance, ...rest } = claim;
  return {
    ...rest,
    start,
    end,
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

function renderDraft(draft: DraftView): z.infer<typeof Draft> {
  const { gate, ...rest } = draft;
  return {
    ...rest,
    notes: (gate.notes ?? []).map(({ code, passage_ids }) => ({
      code,
      passage_ids: [...passage_ids],
    })),
    created_at: draft.created_at.toISOString(),
    sentences: draft.sentences.map((sentence) => ({
      ...sentence,
      citations: sentence.citations.map(
        ({ sentence_ordinal: _ordinal, start_offset: start, end_offset: end, ...citation }) => ({
          ...citation,
          start,
          end,
        }),
      ),
    })),
  };
}
