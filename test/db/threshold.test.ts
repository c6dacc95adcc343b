import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { verifyAudit } from '#audit/index.ts';
import type { Role } from '#db/roles.ts';
import { newId } from '#platform/ids.ts';
import { prepareQueries, settingsOf } from '#retrieval/index.ts';
import { approveThreshold } from '#retrieval/threshold-approve.ts';
import { listThresholds } from '#retrieval/threshold-list.ts';
import { proposeThreshold } from '#retrieval/threshold-propose.ts';
import { currentThreshold, currentThresholds } from '#retrieval/threshold.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appOver, keyOf, problemIn, sender } from '../http/client.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const evaluator = await actAs(ctx, 'evaluator', ['evaluator']);
const admin = await actAs(ctx, 'admin', ['admin']);
const model = 'scripted';
const reason = 'Đo trên tập kiểm tra giả định.';

const inForce = () => currentThreshold(ctx, model, 0.5);
const propose = (threshold: number, by = evaluator) =>
  proposeThreshold(by, { model, threshold, reason });

async function decide(threshold: number): Promise<string> {
  const { id } = await propose(threshold);
  await approveThreshold(admin, { id });
  return id;
}

/** What the newest assessment of a new post was made with. */
async function assess(text: string) {
  const postId = await analysedPost(ctx, text);
  return ctx.db
    .selectFrom('assessment as a')
    .innerJoin('claim as c', 'c.id', 'a.claim_id')
    .select(['a.threshold', 'a.outcome'])
    .where('c.post_id', '=', postId)
    .executeTakeFirstOrThrow();
}

test('the shipped value holds until another person approves a proposal', async () => {
  expect(await inForce()).toBe(0.5);
  const { id } = await propose(0.62);
  expect(await inForce()).toBe(0.5);
  await approveThreshold(admin, { id });
  expect(await inForce()).toBe(0.62);
  await decide(0.4);
  expect(await inForce()).toBe(0.4);
  expect(await currentThreshold(ctx, 'another model', 0.7)).toBe(0.7);
});

test('a model nobody calibrated is out of reach of any decision, and so is a search without one', async () => {
  await decide(0);
  expect(await currentThreshold(ctx, model, Number.POSITIVE_INFINITY)).toBe(Infinity);
  expect(await currentThreshold(ctx, null, Number.POSITIVE_INFINITY)).toBe(Infinity);
  const uncalibrated = { ...evaluator, settingsOf: () => settingsOf('nobody measured this') };
  await expect(proposeThreshold(uncalibrated, { model, threshold: 0.1, reason })).rejects.toThrow(
    expect.objectContaining({ code: 'validation', field: 'model' }),
  );
});

test('searches and outcomes use what was decided, and say which threshold it was', async () => {
  await decide(0.3);
  expect((await prepareQueries(ctx, [])).settings.threshold).toBe(0.3);
  expect(await assess(`${contradictingClaim} (ba)`)).toEqual({
    threshold: 0.3,
    outcome: 'RELATED',
  });
  await decide(1);
  expect(await assess(`${contradictingClaim} (bốn)`)).toEqual({
    threshold: 1,
    outcome: 'NO_POSITION',
  });
});

test.each([Number.NaN, -0.01, 1.01, Infinity, -Infinity])('%s is no threshold', async (value) => {
  await expect(propose(value)).rejects.toThrow(
    expect.objectContaining({ code: 'validation', field: 'threshold' }),
  );
});

test.each(['', '   ', '\n', 'a\0b', 'x'.repeat(2001)])('%j is no reason', async (bad) => {
  const input = { model, threshold: 0.5, reason: bad };
  await expect(proposeThreshold(evaluator, input)).rejects.toThrow(
    expect.objectContaining({ code: 'validation', field: 'reason' }),
  );
});

test('an unknown model is named with the known ones', async () => {
  const input = { model: 'no-such-model', threshold: 0.5, reason };
  await expect(proposeThreshold(evaluator, input)).rejects.toThrow(
    expect.objectContaining({
      code: 'not_found',
      field: 'model',
      remedy: expect.stringContaining(model),
    }),
  );
});

describe('four eyes', () => {
  test('nobody approves their own, whatever their roles', async () => {
    const both = await actAs(ctx, 'both', ['evaluator', 'admin']);
    const before = await inForce();
    const { id } = await propose(0.11, both);
    await expect(approveThreshold(both, { id })).rejects.toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
    await expect(approveThreshold(ctx, { id })).rejects.toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
    await expect(propose(0.11, ctx)).rejects.toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
    expect(await inForce()).toBe(before);
  });

  test('nothing is approved twice, and nothing that is not there', async () => {
    const id = await decide(0.21);
    const other = await actAs(ctx, 'admin', ['admin']);
    for (const again of [admin, other, evaluator]) {
      await expect(approveThreshold(again, { id })).rejects.toThrow(
        expect.objectContaining({ code: 'conflict', message: expect.stringContaining('already') }),
      );
    }
    await expect(approveThreshold(admin, { id: newId() })).rejects.toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });

  test('a proposal made before another was approved is outdated', async () => {
    const { id: first } = await propose(0.31);
    const { id: second } = await propose(0.32);
    await approveThreshold(admin, { id: second });
    await expect(approveThreshold(admin, { id: first })).rejects.toThrow(
      expect.objectContaining({ code: 'conflict', message: expect.stringContaining('since') }),
    );
    expect(await inForce()).toBe(0.32);
  });

  test('of two approvals at once one wins', async () => {
    const { id: first } = await propose(0.41);
    const { id: second } = await propose(0.42);
    const results = await Promise.allSettled(
      [first, second].map((id) => approveThreshold(admin, { id })),
    );
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect([0.41, 0.42]).toContain(await inForce());
  });
});

describe('the database itself refuses', () => {
  const row = (extra: object = {}) => ({
    id: newId(),
    model_name: model,
    threshold: 0.5,
    reason,
    replaces: null,
    created_by: evaluator.actor.userId as string,
    created_at: new Date(),
    approved_by: null as string | null,
    approved_at: null as Date | null,
    ...extra,
  });
  const insert = (extra: object) =>
    ctx.db.insertInto('threshold_decision').values(row(extra)).execute();
  const update = (id: string, set: object) =>
    ctx.db.updateTable('threshold_decision').set(set).where('id', '=', id).execute();

  test.each([
    ['a value below 0', { threshold: -0.1 }],
    ['a value above 1', { threshold: 1.1 }],
    ['NaN', { threshold: Number.NaN }],
    ['a blank reason', { reason: '  ' }],
    ['no proposer', { created_by: newId() }],
    ['a decision of another model to replace', { model_name: 'other', replaces: newId() }],
  ])('%s', async (_what, extra) => {
    await expect(insert(extra)).rejects.toThrow(/violates/);
  });

  test('a row that is born approved', async () => {
    const born = { approved_by: admin.actor.userId, approved_at: new Date() };
    await expect(insert(born)).rejects.toThrow(/four eyes/);
  });

  test('an approval by the proposer, even written past the verbs', async () => {
    const { id } = await propose(0.51);
    const self = { approved_by: evaluator.actor.userId, approved_at: new Date() };
    await expect(update(id, self)).rejects.toThrow(/who proposed it cannot approve it/);
  });

  test('a second decision that replaces the same one', async () => {
    const { id: first } = await propose(0.52);
    const { id: second } = await propose(0.53);
    const approval = { approved_by: admin.actor.userId, approved_at: new Date() };
    await update(first, approval);
    await expect(update(second, approval)).rejects.toThrow(/threshold_decision_chain/);
    expect(await inForce()).toBe(0.52);
  });

  test('one that replaces what was never in force', async () => {
    const { id: pending } = await propose(0.54);
    const next = row({ replaces: pending });
    await ctx.db.insertInto('threshold_decision').values(next).execute();
    const approval = { approved_by: admin.actor.userId, approved_at: new Date() };
    await expect(update(next.id, approval)).rejects.toThrow(/never in force/);
  });

  test('every change of what was proposed or decided', async () => {
    const { id } = await propose(0.55);
    for (const set of [
      { threshold: 0.1 },
      { reason: 'khác' },
      { created_by: admin.actor.userId },
    ]) {
      await expect(update(id, set)).rejects.toThrow(/immutable/);
    }
    await approveThreshold(admin, { id });
    const undone = { approved_by: null, approved_at: null };
    await expect(update(id, undone)).rejects.toThrow(/immutable/);
    await expect(
      ctx.db.deleteFrom('threshold_decision').where('id', '=', id).execute(),
    ).rejects.toThrow(/immutable/);
    await expect(sql`truncate threshold_decision cascade`.execute(ctx.db)).rejects.toThrow(
      /immutable/,
    );
  });
});

test('the trail has one entry per step, and none for what was refused', async () => {
  const entries = () =>
    ctx.db
      .selectFrom('audit_event')
      .select(['action', 'entity_id', 'details', 'actor_name'])
      .where('entity_type', '=', 'threshold_decision')
      .orderBy('seq')
      .execute();
  const before = await inForce();
  const count = (await entries()).length;
  const { id } = await propose(0.91);
  await approveThreshold(evaluator, { id }).catch(() => {});
  await approveThreshold(admin, { id });
  await approveThreshold(admin, { id }).catch(() => {});
  const added = (await entries()).slice(count);
  expect(added).toMatchObject([
    {
      action: 'threshold.proposed',
      entity_id: id,
      details: { model, from: before, to: 0.91 },
      actor_name: evaluator.actor.name,
    },
    { action: 'threshold.approved', entity_id: id, actor_name: admin.actor.name },
  ]);
  expect(await verifyAudit(ctx)).toMatchObject({ ok: true });
});

test('the list has all of it, newest first, in pages', async () => {
  const id = await decide(0.71);
  const page = await listThresholds(ctx, { model, limit: 1 });
  expect(page.items).toEqual([
    expect.objectContaining({
      id,
      model,
      threshold: 0.71,
      reason,
      proposedBy: evaluator.actor.name,
      approvedBy: admin.actor.name,
    }),
  ]);
  const next = await listThresholds(ctx, { cursor: page.nextCursor, limit: 1 });
  expect(next.items[0]?.id).not.toBe(id);
  expect((await listThresholds(ctx, { model: 'other', limit: 1 })).items).toEqual([]);
  expect(await currentThresholds(ctx)).toEqual([
    { model, state: 'active', shipped: 0.5, inForce: 0.71, decisionId: id },
  ]);
});

describe('over HTTP', () => {
  const send = sender(appOver(ctx));
  const keys = async (...roles: Role[]) => ({ key: await keyOf(ctx, ...roles) });
  const body = { model, threshold: 0.81, reason };

  test('an evaluator proposes, an admin approves, everybody reads', async () => {
    const asEvaluator = await keys('evaluator');
    const asAdmin = await keys('admin');
    const proposed = await send<{ id: string }>('POST', '/v1/thresholds', {
      json: body,
      ...asEvaluator,
    });
    expect(proposed.status).toBe(201);
    const approval = `/v1/thresholds/${proposed.body.id}/approval`;
    expect(problemIn(await send('POST', approval, asEvaluator)).status).toBe(403);
    expect((await send('POST', approval, asAdmin)).status).toBe(204);
    expect(problemIn(await send('POST', approval, asAdmin)).status).toBe(409);
    const { body: models } = await send('GET', '/v1/thresholds/current', await keys('auditor'));
    expect(models).toMatchObject([
      { model, shipped: 0.5, in_force: 0.81, decision_id: proposed.body.id },
    ]);
    const { body: listed } = await send('GET', '/v1/thresholds?limit=1', await keys('triager'));
    expect(listed).toMatchObject({ items: [{ id: proposed.body.id, threshold: 0.81 }] });
  });

  test('an admin who proposed it cannot approve it', async () => {
    const asAdmin = await keys('admin');
    const { body: made } = await send<{ id: string }>('POST', '/v1/thresholds', {
      json: body,
      ...asAdmin,
    });
    const answer = await send('POST', `/v1/thresholds/${made.id}/approval`, asAdmin);
    expect(problemIn(answer)).toMatchObject({ status: 403, field: 'id' });
  });

  test.each([
    ['threshold', { ...body, threshold: 1.5 }],
    ['threshold', { ...body, threshold: '0.5' }],
    ['threshold', { ...body, threshold: null }],
    ['reason', { ...body, reason: '' }],
    ['reason', { ...body, reason: '   ' }],
    ['model', { ...body, model: '' }],
  ])('a wrong %s is a problem: %j', async (field, json) => {
    const answer = await send('POST', '/v1/thresholds', { json, ...(await keys('evaluator')) });
    expect(problemIn(answer)).toMatchObject({ status: 400, field });
  });
});
