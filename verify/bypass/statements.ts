import { newId } from '#platform/ids.ts';
import type { ReviewableItem } from '../../bench/support/reviewable-items.ts';
import type { Attempt } from './attempt.ts';
import { decisionStatement, insertApproval } from './decisions.ts';
import type { Person, Stage } from './stage.ts';

/** A post once reviewed, with who reviewed it. */
async function onceReviewed(stage: Stage): Promise<{ item: ReviewableItem; first: Person }> {
  const [item, first] = [await stage.inReview(), await stage.person('reviewer')];
  await stage.vote(first, item);
  return { item, first };
}

interface Approved {
  readonly item: ReviewableItem;
  readonly first: Person;
  readonly approvalId: string;
}

async function approved(stage: Stage): Promise<Approved> {
  const { item, first } = await onceReviewed(stage);
  const { approvalId } = await stage.vote(await stage.person('reviewer'), item);
  return { item, first, approvalId: approvalId ?? '' };
}

/** One statement of the application's role, made from a post once reviewed. */
function onReviewed(
  tried: string,
  text: (on: { item: ReviewableItem; first: Person }) => string,
): Attempt {
  return {
    tried,
    async run(stage) {
      await stage.statement(text(await onceReviewed(stage)));
      return null;
    },
  };
}

function onApproved(tried: string, text: (on: Approved) => string | string[]): Attempt {
  return {
    tried,
    async run(stage) {
      await stage.statement(...[text(await approved(stage))].flat());
      return null;
    },
  };
}

/** Attempts with SQL of one’s own, as the role the service connects with. */
export const statementAttempts: readonly Attempt[] = [
  {
    tried: 'SQL: an approval after one review',
    async run(stage) {
      const { item, first } = await onceReviewed(stage);
      const second = await stage.person('reviewer');
      await stage.statement(insertApproval(item, first.id, second.id));
      return null;
    },
  },
  {
    tried: 'SQL: a decision without a lease',
    async run(stage) {
      const { item } = await onceReviewed(stage);
      const second = await stage.person('reviewer');
      await stage.statement(decisionStatement(item, second.id, 2));
      return null;
    },
  },
  {
    tried: 'SQL: a decision without its audit row',
    async run(stage) {
      const [item, first] = [await stage.inReview(), await stage.person('reviewer')];
      await stage.lease(first, item);
      await stage.statement(decisionStatement(item, first.id, 1));
      return null;
    },
  },
  {
    tried: 'SQL: a lease for somebody, without its audit row',
    async run(stage) {
      const { item } = await onceReviewed(stage);
      const second = await stage.person('reviewer');
      await stage.statement(`update review_item set fence = fence + 1, leased_by = '${second.id}',
        lease_token_sha256 = 'x', leased_until = now() + interval '1 hour' where id = '${item.itemId}'`);
      return null;
    },
  },
  {
    tried: 'SQL: a lease rewritten to another person',
    async run(stage) {
      const [item, first, other] = [
        await stage.inReview(),
        await stage.person('reviewer'),
        await stage.person('reviewer'),
      ];
      await stage.lease(first, item);
      await stage.statement(
        `update review_item set leased_by = '${other.id}' where id = '${item.itemId}'`,
      );
      return null;
    },
  },
  {
    tried: 'SQL: a decision of another draft copied',
    async run(stage) {
      const { item } = await onceReviewed(stage);
      const other = await stage.inReview();
      await stage.statement(`insert into review_decision select '${newId()}', review_item_id, '${other.draftId}',
        content_sha256, reviewer, stage, verdict, reason, labels, decided_at, fence, round
        from review_decision where draft_id = '${item.draftId}'`);
      return null;
    },
  },
  onReviewed(
    'SQL: a decision deleted',
    ({ item }) => `delete from review_decision where draft_id = '${item.draftId}'`,
  ),
  onReviewed(
    'SQL: a verdict changed',
    ({ item }) =>
      `update review_decision set verdict = 'approve' where draft_id = '${item.draftId}'`,
  ),
  onReviewed(
    'SQL: round and fence set back',
    ({ item }) => `update review_item set fence = 0 where id = '${item.itemId}'`,
  ),
  onReviewed(
    'SQL: the post made APPROVED',
    ({ item }) => `update post set state = 'APPROVED' where id = '${item.postId}'`,
  ),
  onReviewed(
    'SQL: the post made DECLINED',
    ({ item }) => `update post set state = 'DECLINED' where id = '${item.postId}'`,
  ),
  onReviewed(
    'SQL: the post made a golden one',
    ({ item }) => `update post set golden = true where id = '${item.postId}'`,
  ),
  onReviewed(
    'SQL: the outcome changed after the first review',
    ({ item }) => `update assessment set outcome = 'CONSISTENT' where claim_id = '${item.claimId}'`,
  ),
  onReviewed(
    'SQL: the response withdrawn after the first review',
    ({ item }) => `update response_decision set current = false where post_id = '${item.postId}'`,
  ),
  onReviewed(
    'SQL: a contribution deleted',
    ({ item }) => `delete from contribution where post_id = '${item.postId}'`,
  ),
  onReviewed(
    'SQL: a role for oneself',
    ({ first }) =>
      `update app_user set roles = array['reviewer', 'drafter'] where id = '${first.id}'`,
  ),
  onReviewed(
    'SQL: a key for somebody else',
    ({ first }) => `insert into api_key (id, user_id, label, key_sha256, created_at)
    values ('${newId()}', '${first.id}', 'x', repeat('0', 64), now())`,
  ),
  onApproved('SQL: an approval back in force', ({ approvalId }) => [
    `update approval set status = 'expired' where id = '${approvalId}'`,
    `update approval set status = 'in_force' where id = '${approvalId}'`,
  ]),
  onApproved(
    'SQL: an approval for other reviewers',
    ({ approvalId }) =>
      `update approval set first_reviewer = second_reviewer, second_reviewer = first_reviewer where id = '${approvalId}'`,
  ),
  onApproved(
    'SQL: a sentence put into an approved draft',
    ({ item }) => `insert into draft_sentence values ('${item.draftId}', 9, 'FACT', 'x')`,
  ),
  onApproved(
    'SQL: a sentence of an approved draft changed',
    ({ item }) => `update draft_sentence set text = 'x' where draft_id = '${item.draftId}'`,
  ),
  onApproved(
    'SQL: a quote of an approved draft moved',
    ({
      item,
    }) => `insert into citation_anchor (draft_id, sentence_ordinal, ordinal, version_id, passage_id, start_offset, end_offset, anchored_at)
    select draft_id, sentence_ordinal, ordinal, version_id, passage_id, 0, 5, now() from citation where draft_id = '${item.draftId}'`,
  ),
  onApproved(
    'SQL: the text of an approved source changed',
    ({ item }) =>
      `update document_version set canonical_text = 'x' where id = '${item.quotes[0]?.versionId}'`,
  ),
  onApproved(
    'SQL: a revocation without its audit row',
    ({ approvalId, first }) =>
      `insert into revocation values ('${approvalId}', '${first.id}', 'x', now())`,
  ),
  ...[
    ['a trigger switched off', 'alter table review_decision disable trigger all'],
    [
      'a trigger function replaced',
      'create or replace function may_review(account uuid) returns boolean language sql as $$ select true $$',
    ],
    ['the audit trail emptied', 'truncate audit_event'],
    ['decisions emptied', 'truncate review_decision cascade'],
    ['an audit event changed', `update audit_event set actor_name = 'x'`],
    ['the clocks allowed to differ', 'update clock_limit set seconds = 1000000000'],
    ['the count of refusals set back', `select setval('refused_four_eyes', 0)`],
    ['refusals marked as told', `update refusal_noted set count = count + 1000`],
    ['triggers skipped for this session', `set session_replication_role = 'replica'`],
  ].map(([tried = '', text = '']): Attempt => ({
    tried: `SQL: ${tried}`,
    async run({ statement }) {
      await statement(text);
      return null;
    },
  })),
];
