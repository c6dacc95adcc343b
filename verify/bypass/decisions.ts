import { sql } from 'kysely';
import type { Credential } from '#db/context.ts';
import { editDraft } from '#drafting/index.ts';
import { disableUser, mergeAccounts, permissions, setRoles } from '#identity/index.ts';
import { requirePermissionTo } from '#http/require-permission.ts';
import { withTransaction } from '#db/transaction.ts';
import { newId } from '#platform/ids.ts';
import { decide, leaseNext, revokeApproval, revokeForMerge } from '#review/index.ts';
import type { Attempt } from './attempt.ts';
import { isApproved, type Person } from './stage.ts';

const days = 24 * 3_600_000;

/** A person whose process has another clock. */
function shifted(person: Person, ms: number): Person {
  return { ...person, clock: () => new Date(Date.now() + ms) };
}

/** Attempts through the service, by people who may do some of it. */
export const decisionAttempts: readonly Attempt[] = [
  {
    tried: 'one reviewer decides twice',
    async run({ inReview, person, vote, ctx }) {
      const [item, first] = [await inReview(), await person('reviewer')];
      await vote(first, item);
      if ((await leaseNext(first, { leaseMs: 60_000 }))?.itemId === item.itemId) return null;
      await insertDecision(ctx, item, first.id, 2);
      return null;
    },
  },
  {
    tried: 'one person with two accounts decides twice',
    async run({ inReview, person, vote, ctx }) {
      const [item, first, other, admin] = [
        await inReview(),
        await person('reviewer'),
        await person('reviewer'),
        await person('admin'),
      ];
      await vote(first, item);
      await mergeAccounts(admin, { from: first.id, into: other.id, reason: 'Cùng một người.' });
      if ((await leaseNext(other, { leaseMs: 60_000 }))?.itemId === item.itemId) return null;
      await insertDecision(ctx, item, other.id, 2);
      return null;
    },
  },
  {
    tried: 'two accounts that approved turn out to be one person',
    async run(stage) {
      const { inReview, person, vote } = stage;
      const [item, first, second, admin] = [
        await inReview(),
        await person('reviewer'),
        await person('reviewer'),
        await person('admin'),
      ];
      await vote(first, item);
      await vote(second, item);
      await withTransaction(admin, async (admin) => {
        const { userIds } = await mergeAccounts(admin, {
          from: first.id,
          into: second.id,
          reason: 'Cùng một người.',
        });
        await revokeForMerge(admin, { userIds });
      });
      return (await isApproved(stage, item)) ? null : 'the approval left force with the merge';
    },
  },
  {
    tried: 'two second reviewers at once',
    async run(stage) {
      const { inReview, person, vote, lease, answer, ctx } = stage;
      const [item, first, second, third] = [
        await inReview(),
        await person('reviewer'),
        await person('reviewer'),
        await person('reviewer'),
      ];
      await vote(first, item);
      const early = await lease(second, item);
      await ctx.db
        .updateTable('review_item')
        .set({ leased_until: new Date(Date.now() - 60_000) })
        .where('id', '=', item.itemId)
        .execute();
      const late = await lease(third, item);
      const results = await Promise.allSettled([
        decide(second, answer(item, early)),
        decide(third, answer(item, late)),
      ]);
      const refused = results.find((result) => result.status === 'rejected');
      if (refused !== undefined) throw refused.reason;
      return null;
    },
  },
  {
    tried: 'the same request again',
    async run({ inReview, person, lease, answer }) {
      const [item, first] = [await inReview(), await person('reviewer')];
      const request = answer(item, await lease(first, item));
      await decide(first, request);
      await decide(first, request);
      return null;
    },
  },
  {
    tried: 'a lease with a made-up token',
    async run({ inReview, person, lease, answer }) {
      const [item, first] = [await inReview(), await person('reviewer')];
      const taken = await lease(first, item);
      await decide(first, answer(item, { ...taken, token: 'forged' }));
      return null;
    },
  },
  {
    tried: 'somebody else’s lease, or one with another fence',
    async run({ inReview, person, lease, answer }) {
      const [item, first, other] = [
        await inReview(),
        await person('reviewer'),
        await person('reviewer'),
      ];
      const taken = await lease(first, item);
      await decide(first, answer(item, { ...taken, fence: taken.fence + 1 })).then(
        () => {
          throw new Error('another fence was taken');
        },
        () => {},
      );
      await decide(other, answer(item, taken));
      return null;
    },
  },
  {
    tried: 'approval of another hash',
    async run({ inReview, person, lease, answer }) {
      const [item, first] = [await inReview(), await person('reviewer')];
      const taken = await lease(first, item);
      await decide(first, { ...answer(item, taken), contentSha256: '0'.repeat(64) });
      return null;
    },
  },
  {
    tried: 'a role taken away between the reviews',
    async run(stage) {
      const { inReview, person, vote } = stage;
      const [item, first, second, admin] = [
        await inReview(),
        await person('reviewer'),
        await person('reviewer'),
        await person('admin'),
      ];
      await vote(first, item);
      await setRoles(admin, { userId: first.id, roles: ['triager'] });
      const { postState, obstacle } = await vote(second, item);
      if (await isApproved(stage, item)) return null;
      return `${postState}: ${String(obstacle)}`;
    },
  },
  {
    tried: 'an admin decides',
    async run({ inReview, person, lease, answer }) {
      const [item, first, admin] = [
        await inReview(),
        await person('reviewer'),
        await person('admin'),
      ];
      const taken = await lease(first, item);
      await requirePermissionTo(admin, 'review.decide', item.itemId);
      await decide(admin, answer(item, taken));
      return null;
    },
  },
  {
    tried: 'an account that is admin and reviewer',
    async run({ ctx }) {
      await ctx.db.transaction().execute(async (db) => {
        await sql`insert into app_user (id, name, roles, created_at) values (${newId()}, ${newId()},
          array['admin', 'reviewer'], now())`.execute(db);
      });
      return null;
    },
  },
  {
    tried: 'an admin makes a reviewer of themselves',
    async run({ person }) {
      const admin = await person('admin');
      await setRoles(admin, { userId: admin.id, roles: ['reviewer'] });
      return null;
    },
  },
  {
    tried: 'a key that is scoped to reading',
    async run({ inReview, person, lease, answer }) {
      const [item, first] = [await inReview(), await person('reviewer')];
      const credential: Credential = {
        kind: 'key',
        id: newId(),
        scopes: ['posts.read'],
        confirmedAt: null,
      };
      const narrowed = { ...first, actor: { ...first.actor, credential } };
      const taken = await lease(first, item);
      await requirePermissionTo(narrowed, 'review.decide', item.itemId);
      await decide(narrowed, answer(item, taken));
      return null;
    },
  },
  {
    tried: 'a session of a disabled account',
    async run({ inReview, person, lease, answer }) {
      const [item, first, admin] = [
        await inReview(),
        await person('reviewer'),
        await person('admin'),
      ];
      const taken = await lease(first, item);
      await disableUser(admin, { userId: first.id, reason: 'Nghỉ việc.' });
      await decide(first, answer(item, taken));
      return null;
    },
  },
  ...([-400, 400] as const).map((shift): Attempt => ({
    tried: `the clock of the service moved ${shift < 0 ? 'back to when an ended source was in force' : 'forward'}`,
    async run({ inReview, person, lease, answer }) {
      const [item, first] = [await inReview(), await person('reviewer')];
      const taken = await lease(first, item);
      await decide(shifted(first, shift * days), answer(item, taken));
      return null;
    },
  })),
  {
    tried: 'an edit after the first review: through the service, then in SQL',
    async run({ inReview, person, vote, statement }) {
      const [item, first, drafter] = [
        await inReview(),
        await person('reviewer'),
        await person('drafter'),
      ];
      await vote(first, item);
      const { postId, quotes } = item;
      const sentence = {
        role: 'FACT' as const,
        text: quotes[0]?.quote ?? '',
        citations: quotes.map(({ passageId, quote }) => ({ passageId, quote })),
      };
      const edited = await editDraft(drafter, {
        postId,
        baseRevision: 1,
        headline: sentence,
        sentences: [sentence],
      }).then(
        () => true,
        () => false,
      );
      if (edited) return null;
      await statement(`insert into draft (id, post_id, claim_id, revision, language, audience, content_sha256,
        drafter, gate, created_at) values ('${newId()}', '${postId}', '${item.claimId}', 2, 'vi', 'domestic',
        repeat('0', 64), 'person', '{}', now())`);
      return null;
    },
  },
  {
    tried: 'a break-glass approval',
    async run({ inReview, person, statement }) {
      const doors = Object.keys(permissions).filter((action) => action.startsWith('approval.'));
      if (doors.some((action) => action !== 'approval.revoke')) return null;
      const [item, admin, other] = [await inReview(), await person('admin'), await person('admin')];
      await statement(insertApproval(item, admin.id, other.id));
      return null;
    },
  },
  {
    tried: 'a revoked approval brought back',
    async run({ inReview, person, vote, statement }) {
      const [item, first, second] = [
        await inReview(),
        await person('reviewer'),
        await person('reviewer'),
      ];
      await vote(first, item);
      const { approvalId } = await vote(second, item);
      await revokeApproval(first, { approvalId: approvalId ?? '', reason: 'Nguồn sai.' });
      await statement(`update approval set status = 'in_force' where id = '${approvalId}'`);
      return null;
    },
  },
];

export function insertApproval(
  item: { postId: string; draftId: string; hash: string },
  first: string,
  second: string,
): string {
  return `insert into approval (id, post_id, draft_id, content_sha256, first_reviewer, second_reviewer,
    status, approved_at) values ('${newId()}', '${item.postId}', '${item.draftId}', '${item.hash}', '${first}',
    '${second}', 'in_force', now())`;
}

/** As the service would store it, without a lease. */
async function insertDecision(
  ctx: Person | Parameters<Attempt['run']>[0]['ctx'],
  item: { itemId: string; draftId: string; hash: string; quotes: readonly unknown[] },
  reviewer: string,
  stage: 1 | 2,
): Promise<void> {
  await sql.raw(decisionStatement(item, reviewer, stage)).execute(ctx.db);
}

export function decisionStatement(
  item: { itemId: string; draftId: string; hash: string; quotes: readonly unknown[] },
  reviewer: string,
  stage: 1 | 2,
  lease: { fence: number } = { fence: 1 },
): string {
  const labels = JSON.stringify(item.quotes.map((_, ordinal) => ({ ordinal, label: 'supported' })));
  return `insert into review_decision (id, review_item_id, draft_id, content_sha256, reviewer, stage, verdict,
    reason, labels, decided_at, fence, round) values ('${newId()}', '${item.itemId}', '${item.draftId}',
    '${item.hash}', '${reviewer}', ${stage}, 'approve', 'x', '${labels}', now(), ${lease.fence}, 1)`;
}
