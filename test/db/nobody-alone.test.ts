import { expect, test } from 'vitest';
import { type Role, roles } from '#db/roles.ts';
import { contentRoles } from '#identity/index.ts';
import { ForbiddenError } from '#platform/errors.ts';
import { decide, type DecisionResult, leaseNext, readItem } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
// Who may do everything but administer, and writes the answer.
const everything = await actAs(ctx, 'moi-vai', [...contentRoles, 'auditor', 'evaluator']);
const postId = await analysedPost(ctx, contradictingClaim);
await submitForReview(everything, postId);

/** Takes the item and approves it, without asking the permission table first. */
async function approveAs(acting: Context): Promise<DecisionResult> {
  const lease = await leaseNext(acting, { leaseMs: 60_000 });
  if (lease === null) throw new ForbiddenError('nothing is offered');
  const { draft } = await readItem(acting, postId);
  return decide(acting, {
    itemId: lease.itemId,
    leaseToken: lease.token,
    fence: lease.fence,
    contentSha256: draft?.content_sha256 ?? '',
    verdict: 'approve',
    reason: 'Đã đọc từng câu.',
    labels: (draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: 'supported' })),
  });
}

async function standing() {
  const { state } = await ctx.db
    .selectFrom('post')
    .select('state')
    .where('id', '=', postId)
    .executeTakeFirstOrThrow();
  const approvals = await ctx.db.selectFrom('approval').select('id').execute();
  const decisions = await ctx.db.selectFrom('review_decision').select('id').execute();
  return { state, approvals: approvals.length, decisions: decisions.length };
}

const untouched = { state: 'IN_REVIEW', approvals: 0, decisions: 0 };

test.each(roles.filter((role) => role !== 'reviewer').map((role): [Role] => [role]))(
  'a person who is only %s judges nothing, past the permission table too',
  async (role) => {
    const acting = await actAs(ctx, role, [role]);
    await expect(approveAs(acting)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await standing()).toEqual(untouched);
    await ctx.db
      .updateTable('review_item')
      .set({ lease_token_sha256: null, leased_by: null, leased_until: null, leased_since: null })
      .execute();
  },
);

test('who has every role does not judge what they wrote', async () => {
  await expect(approveAs(everything)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await standing()).toEqual(untouched);
});

test('one reviewer approves nothing alone, however often they try', async () => {
  const reviewer = await actAs(ctx, 'reviewer', ['reviewer']);
  expect(await approveAs(reviewer)).toMatchObject({ postState: 'IN_REVIEW', approvalId: null });
  await expect(approveAs(reviewer)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await standing()).toEqual({ state: 'IN_REVIEW', approvals: 0, decisions: 1 });
  const second = await approveAs(await actAs(ctx, 'reviewer', ['reviewer']));
  expect(second.approvalId).not.toBeNull();
});
