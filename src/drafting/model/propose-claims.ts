import { EndpointError } from '#ai/endpoint-error.ts';
import { estimateTokens } from '#ai/estimate-tokens.ts';
import type { ChatUsage } from '#ai/ports.ts';
import { randomMark, renderPrompt } from '#ai/render-prompt.ts';
import { appendAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { sliceCodePoints } from '#language/code-points.ts';
import { findInstructions } from '#language/find-instructions.ts';
import { newId } from '#platform/ids.ts';
import { modelUse } from './arrange-with-model.ts';
import { mayAttempt } from './attempts.ts';
import { claimsTask } from './claims-task.ts';
import type { ClaimProposer, LanguageModelContext } from './language-model.ts';
import type { ModelCallFailure } from './model-call-failure.ts';
import { parametersOf } from './plan-draft.ts';
import { noteFailure, reserveCall } from './reserve-call.ts';
import { settleCall, settleFailed } from './settle-call.ts';

/** Claims of a post that a model is asked about. */
const mostClaims = 20;
/** Code points of a claim that are sent. */
const longestClaim = 500;

export type ClaimProposalResult =
  | { readonly status: 'stored'; readonly proposals: number }
  | { readonly status: 'skipped' }
  | { readonly status: 'failed'; readonly reason: ModelCallFailure };

interface Claim {
  readonly id: string;
  readonly text: string;
}
type Proposal = { readonly claimId: string; readonly kind: string };

/**
 * Asks a language model what kind of statement each claim of a post is and keeps what it says for people
 * to see. The spans stay as they are, and neither a claim nor an outcome changes.
 * @throws only what `signal` was aborted with, and errors of our own.
 */
export async function proposeClaims(
  ctx: LanguageModelContext,
  { postId }: { postId: string },
  options: { signal?: AbortSignal } = {},
): Promise<ClaimProposalResult> {
  const { claims: proposer = null, budget } = ctx.languageModel ?? {};
  if (proposer === null || budget === undefined) return { status: 'skipped' };
  const task = { task: 'claims', postId } as const;
  if (!(await mayAttempt(ctx, budget, task))) return { status: 'skipped' };
  const { claims, instructed } = await loadClaims(ctx, postId);
  if (claims.length === 0) return { status: 'skipped' };
  const use = modelUse(proposer);
  const call = { ...task, claimId: null, use };
  if (instructed) {
    await noteFailure(ctx, call, 'instructions_found');
    return { status: 'failed', reason: 'instructions_found' };
  }
  const request = requestFor(proposer, claims);
  const { inputTokens, maxTokens: outputTokens } = request;
  const callId = await reserveCall(ctx, budget, { ...call, inputTokens, outputTokens });
  if (callId === null) return { status: 'failed', reason: 'budget_spent' };
  const { proposals, usage, reason } = await ask(proposer, request, options);
  if (proposals === null) {
    await settleFailed(ctx, budget, { callId, usage, reason });
    return { status: 'failed', reason };
  }
  const { model, prompt, prompt_sha256 } = use;
  return withTransaction(ctx, async (ctx) => {
    const proposed_at = ctx.clock();
    const rows = proposals.map(({ claimId, kind }) => ({
      id: newId(),
      claim_id: claimId,
      kind,
      model,
      prompt,
      prompt_sha256,
      proposed_at,
    }));
    if (rows.length > 0) await ctx.db.insertInto('claim_proposal').values(rows).execute();
    await appendAudit(ctx, [await settleCall(ctx, budget, { callId, usage, reason: null })]);
    return { status: 'stored', proposals: rows.length };
  });
}

/** The claims of a post that have no proposal yet, in its order. */
async function loadClaims(
  ctx: LanguageModelContext,
  postId: string,
): Promise<{ claims: Claim[]; instructed: boolean }> {
  const rows = await ctx.db
    .selectFrom('claim as c')
    .innerJoin('post as p', 'p.id', 'c.post_id')
    .leftJoin('claim_proposal as o', 'o.claim_id', 'c.id')
    .select(['c.id', 'c.text', 'p.text as post_text', 'p.instructions'])
    .where('c.post_id', '=', postId)
    .where('o.id', 'is', null)
    .orderBy('c.ordinal')
    .limit(mostClaims)
    .execute();
  const [first] = rows;
  const instructed =
    first !== undefined &&
    (first.instructions.length > 0 || findInstructions(first.post_text).length > 0);
  return { claims: rows.map(({ id, text }) => ({ id, text })), instructed };
}

type ClaimsRequest = ReturnType<typeof requestFor>;

function requestFor({ prompt }: ClaimProposer, claims: readonly Claim[]) {
  const { temperature, max_tokens: maxTokens } = parametersOf(prompt);
  // Random per request, so that no text can name a claim.
  const claimOf = new Map(claims.map(({ id }) => [randomMark(), id]));
  const ids = [...claimOf.keys()];
  const { system, user } = renderPrompt(prompt, {
    claims: claims.map(({ text }, index) => ({
      id: ids[index] ?? '',
      text: sliceCodePoints(text, 0, longestClaim),
    })),
  });
  const inputTokens = estimateTokens(system + user);
  return { system, user, temperature, maxTokens, inputTokens, claimOf };
}

async function ask(
  { chat }: ClaimProposer,
  { system, user, temperature, maxTokens, claimOf }: ClaimsRequest,
  options: { signal?: AbortSignal },
): Promise<
  | { proposals: Proposal[]; usage: ChatUsage | null; reason: null }
  | { proposals: null; usage: ChatUsage | null; reason: ModelCallFailure }
> {
  let usage: ChatUsage | null = null;
  try {
    const { kinds } = await chat.complete({
      system,
      user,
      schema: claimsTask.schema,
      schemaName: claimsTask.schemaName,
      maxTokens,
      temperature,
      signal: options.signal,
      onUsage: (taken) => {
        usage = taken;
      },
    });
    const kindOf = new Map(kinds.map(({ id, kind }) => [claimOf.get(id), kind]));
    const proposals = Array.from(kindOf, ([claimId, kind]) => ({ claimId: claimId ?? '', kind }));
    // An id that was not asked about, or one twice: the answer is about something else.
    if (kindOf.has(undefined) || kindOf.size !== kinds.length) {
      return { proposals: null, usage, reason: 'wrong_schema' };
    }
    return { proposals, usage, reason: null };
  } catch (error) {
    options.signal?.throwIfAborted();
    const reason = error instanceof EndpointError ? error.reason : 'unexpected';
    return { proposals: null, usage, reason };
  }
}
