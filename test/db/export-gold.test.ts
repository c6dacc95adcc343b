import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decideResponse, setOutcome } from '#drafting/index.ts';
import { readBeir } from '#evals/beir.ts';
import { exportGold, writeGold } from '#evals/gold/export-gold.ts';
import { readItem, submitDraft } from '#review/index.ts';
import { approveInReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const evaluator = await actAs(ctx, 'evaluator', ['evaluator']);

test('without the permission nothing is exported, and without a judgement there is nothing to', async () => {
  const admin = await actAs(ctx, 'admin', ['admin', 'auditor']);
  await expect(exportGold(admin)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(exportGold(evaluator)).rejects.toMatchObject({ code: 'conflict', field: 'gold' });
});

test('what two reviewers approved becomes a gold set that can be measured on, masked', async () => {
  await approveCorpus(ctx, [invented]);
  const drafter = await actAs(ctx, 'drafter', ['drafter']);
  const postId = await analysedPost(ctx, `@nguoi_gia_dinh ơi xem này.\n${contradictingClaim}`);
  const item = await readItem(drafter, postId);
  const claimId = item.draft?.claim_id ?? '';
  const contentSha256 = item.draft?.content_sha256 ?? '';
  await decideResponse(drafter, { postId, decision: 'respond', reason: 'Lan rộng.' });
  await setOutcome(drafter, { claimId, outcome: 'CONTRADICTED', reason: 'Số khác.' });
  await submitDraft(drafter, { postId, contentSha256 });
  await expect(exportGold(evaluator)).rejects.toMatchObject({ code: 'conflict' });
  await approveInReview(
    [await actAs(ctx, 'first', ['reviewer']), await actAs(ctx, 'second', ['reviewer'])],
    postId,
  );

  const gold = await exportGold(evaluator);
  expect(gold.queries).toHaveLength(1);
  expect(gold.queries[0]).toMatchObject({ id: claimId, text: contradictingClaim, lang: 'vi' });
  expect(gold.qrels.length).toBeGreaterThan(0);
  const ids = new Set(gold.passages.map(({ id }) => id));
  for (const { passage } of gold.qrels) {
    expect(passage).toMatch(/^so-tay-trinh-dien@1#\d+$/u);
    expect(ids).toContain(passage);
  }
  expect(gold.groups[0]?.retrieval_gt.flat().every((id) => ids.has(id))).toBe(true);
  expect(JSON.stringify(gold)).not.toContain('nguoi_gia_dinh');

  const dir = await mkdtemp(join(tmpdir(), 'doichung-gold-'));
  try {
    await writeGold(dir, gold);
    const data = await readBeir(dir, 'all');
    expect(data.queries.map(({ id }) => id)).toEqual([claimId]);
    expect(await readFile(join(dir, 'groups.jsonl'), 'utf8')).toContain('retrieval_gt');
  } finally {
    await rm(dir, { recursive: true });
  }
  const trail = await ctx.db
    .selectFrom('audit_event')
    .select(['action', 'actor_id'])
    .where('action', '=', 'gold.exported')
    .execute();
  expect(trail).toEqual([{ action: 'gold.exported', actor_id: evaluator.actor.userId }]);
});
