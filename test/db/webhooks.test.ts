import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { verifyAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { startWorkers } from '#jobs/index.ts';
import { revokeApproval } from '#review/index.ts';
import { expireVersions, withdrawVersions } from '#standing/index.ts';
import {
  announce,
  createEndpoint,
  deliver,
  type DeliveryJob,
  disableEndpoint,
  listDeliveries,
  listEndpoints,
  rotateSecret,
  sendTest,
  webhookEvents,
} from '#webhooks/index.ts';
import { isRefusedAddress, sendOverHttp } from '#webhooks/send-over-http.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { isGenuine, openReceiver } from '../support/webhook-receiver.ts';

const ctx = await createTestContext();
const admin = await actAs(ctx, 'admin', ['admin']);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const approver = await actAs(ctx, 'approver', ['corpus_approver']);
const reviewers = [
  await actAs(ctx, 'first', ['reviewer']),
  await actAs(ctx, 'second', ['reviewer']),
];
const receiver = await openReceiver();
afterAll(() => receiver[Symbol.asyncDispose]());

let shelves = 0;

/** An approved answer that quotes the only version of a document of its own. */
async function answered(document: object = {}) {
  const room = `phòng đọc giả định số ${(shelves += 1)}`;
  const loans = `Mỗi bạn đọc của ${room} được mượn tối đa 5 cuốn sách trong 30 ngày và không phải trả phí.`;
  const text = ['Điều 1. Mượn sách', loans].join('\n\n');
  const [versionId = ''] = await approveCorpus(ctx, [
    { key: `phong-${shelves}`, title: `Sổ tay ${room}`, text, ...document },
  ]);
  const postId = await analysedPost(ctx, loans.replace('5 cuốn', '3 cuốn'));
  await submitForReview(drafter, postId);
  return { versionId, postId, approvalId: await approveInReview(reviewers, postId) };
}

interface Message {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Record<string, string>;
}

/** Attempts that wait in the queue, oldest first, as a worker would take them. */
async function waiting(): Promise<Array<{ data: DeliveryJob; seconds: number }>> {
  const { rows } = await sql<{ data: DeliveryJob; seconds: number }>`
    select data, round(extract(epoch from start_after - created_on))::int as seconds
    from pgboss.job where name = 'deliver-webhook' and state = 'created'
    order by created_on`.execute(ctx.db);
  return rows;
}

/** Does every attempt that waits, whenever it is due, and takes it out of the queue. */
async function work(on: Context = ctx): Promise<string[]> {
  const jobs = await waiting();
  await sql`delete from pgboss.job where name = 'deliver-webhook'`.execute(ctx.db);
  const outcomes = [];
  for (const { data } of jobs) outcomes.push(await deliver(on, data, sendOverHttp));
  return outcomes;
}

async function onlyEndpoint(
  events: ReadonlyArray<(typeof webhookEvents)[number]> = webhookEvents,
): Promise<{ endpointId: string; secret: string }> {
  const { items } = await listEndpoints(ctx, { limit: 200 });
  for (const { id, disabledAt } of items) {
    if (disabledAt === null) await disableEndpoint(admin, { endpointId: id });
  }
  await sql`delete from pgboss.job where name = 'deliver-webhook'`.execute(ctx.db);
  return createEndpoint(admin, { url: receiver.url, events });
}

function last() {
  const message = receiver.received.at(-1);
  if (message === undefined) throw new Error('nothing was received');
  return { message, body: JSON.parse(message.body) as Message };
}

test('an approval that leaves force retracts what it announced, signed, once, without any text', async () => {
  const { secret } = await onlyEndpoint();
  const start = receiver.received.length;
  const { approvalId, versionId } = await answered();
  expect(await work()).toEqual(['delivered']);
  expect(receiver.received).toHaveLength(start + 1);
  const first = last();
  expect(first.body).toMatchObject({
    type: 'approval.in_force',
    data: { approval_id: approvalId, language: 'vi', audience: 'domestic' },
  });
  expect(first.body.data['url']).toBe(
    `${ctx.config.signIn.publicUrl}/v1/approvals/${approvalId}/export`,
  );
  expect(isGenuine(secret, first.message)).toBe(true);
  const forged = first.message.body.replace('in_force', 'retracted');
  expect(isGenuine(secret, { ...first.message, body: forged })).toBe(false);

  const before = receiver.received.length;
  await withdrawVersions(approver, { versionIds: [versionId], reason: 'Thu hồi.' });
  expect(await work()).toEqual(['delivered']);
  const second = last();
  expect(second.body).toMatchObject({
    type: 'approval.retracted',
    data: { approval_id: approvalId, reason: 'needs_recheck' },
  });
  expect(second.body.timestamp > first.body.timestamp).toBe(true);
  expect(Object.keys(second.body.data).toSorted()).toEqual(
    ['approval_id', 'audience', 'content_sha256', 'language', 'post_sha256', 'reason'].toSorted(),
  );
  expect(receiver.received).toHaveLength(before + 1);
  const all = receiver.received.map(({ body }) => body).join('');
  for (const word of ['cuốn', 'bạn đọc', 'first-', 'drafter-']) expect(all).not.toContain(word);
});

test('a revocation retracts as well', async () => {
  await onlyEndpoint(['approval.retracted']);
  const { approvalId } = await answered();
  expect(await work()).toEqual([]);
  const [reviewer] = reviewers as [Context];
  await revokeApproval(reviewer, { approvalId, reason: 'Bí mật của người thu hồi.' });
  expect(await work()).toEqual(['delivered']);
  expect(last().body).toMatchObject({
    type: 'approval.retracted',
    data: { approval_id: approvalId, reason: 'revoked' },
  });
  expect(last().message.body).not.toContain('Bí mật');
});

test('a day to review by retracts as well', async () => {
  await onlyEndpoint(['approval.retracted']);
  const { approvalId, postId } = await answered();
  await sql`alter table draft disable trigger draft_immutable`.execute(ctx.db);
  await ctx.db
    .updateTable('draft')
    .set({ review_by: '2093-01-01' })
    .where('post_id', '=', postId)
    .execute();
  await sql`alter table draft enable trigger draft_immutable`.execute(ctx.db);
  const late = { ...ctx, clock: () => new Date('2093-01-02T08:00:00Z') };
  await expireVersions(late);
  expect(new Set(await work())).toEqual(new Set(['delivered']));
  expect(last().body).toMatchObject({
    type: 'approval.retracted',
    timestamp: '2093-01-02T08:00:00.000Z',
    data: { approval_id: approvalId, reason: 'expired' },
  });
});

test('what rolls back is announced to nobody', async () => {
  const { endpointId } = await onlyEndpoint();
  const { approvalId } = await answered();
  await sql`delete from pgboss.job where name = 'deliver-webhook'`.execute(ctx.db);
  const { items: before } = await listDeliveries(ctx, { endpointId, limit: 200 });
  await expect(
    withTransaction(ctx, async (ctx) => {
      await announce(ctx, { event: 'approval.in_force', approvalIds: [approvalId] });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await waiting()).toEqual([]);
  const { items } = await listDeliveries(ctx, { endpointId, limit: 200 });
  expect(items).toEqual(before);
});

test('a refusal is tried again with growing waits under the same id, then given up', async () => {
  const { endpointId } = await onlyEndpoint();
  await sendTest(admin, { endpointId });
  const start = receiver.received.length;
  receiver.answer(500, 302, 404, 500, 500, 500, 500, 500, 500, 500);
  const waits = [];
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const [job] = await waiting();
    waits.push(job?.seconds);
    expect(await work()).toEqual([attempt < 9 ? 'again' : 'given_up']);
  }
  expect(waits).toEqual([0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
  expect(await waiting()).toEqual([]);
  const tries = receiver.received.slice(start);
  expect(tries).toHaveLength(10);
  expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
  const { items } = await listDeliveries(ctx, { endpointId, limit: 1 });
  expect(items).toMatchObject([{ state: 'given_up', attempts: 10, lastStatus: 500 }]);
});

test('two workers on one attempt record it once', async () => {
  const { endpointId } = await onlyEndpoint();
  const { deliveryId } = await sendTest(admin, { endpointId });
  const job = { deliveryId, attempt: 0 };
  const outcomes = await Promise.all([
    deliver(ctx, job, sendOverHttp),
    deliver(ctx, job, sendOverHttp),
  ]);
  expect(outcomes.toSorted()).toEqual(['delivered', 'stale']);
  expect(await deliver(ctx, job, sendOverHttp)).toBe('stale');
  const { items } = await listDeliveries(ctx, { endpointId, limit: 1 });
  expect(items).toMatchObject([{ state: 'delivered', attempts: 1 }]);
});

test('410 disables the endpoint, and what waits for it is given up unsent', async () => {
  const { endpointId } = await onlyEndpoint();
  await sendTest(admin, { endpointId });
  await sendTest(admin, { endpointId });
  const start = receiver.received.length;
  receiver.answer(410);
  expect(await work()).toEqual(['given_up', 'given_up']);
  expect(receiver.received).toHaveLength(start + 1);
  const { items } = await listDeliveries(ctx, { endpointId, limit: 2 });
  expect(items.map(({ lastStatus, lastError }) => lastStatus ?? lastError).toSorted()).toEqual([
    410,
    'endpoint_disabled',
  ]);
  await expect(sendTest(admin, { endpointId })).rejects.toThrow('no endpoint in use');
});

test('after a rotation both secrets verify for a day, then only the new one', async () => {
  const { endpointId, secret: old } = await onlyEndpoint();
  const { secret } = await rotateSecret(admin, { endpointId });
  expect(secret).not.toBe(old);
  await sendTest(admin, { endpointId });
  await work();
  expect([isGenuine(old, last().message), isGenuine(secret, last().message)]).toEqual([true, true]);
  await ctx.db
    .updateTable('webhook_endpoint')
    .set({ rotated_at: new Date(Date.now() - 24 * 3_600_000) })
    .where('id', '=', endpointId)
    .execute();
  await sendTest(admin, { endpointId });
  await work();
  expect([isGenuine(old, last().message), isGenuine(secret, last().message)]).toEqual([
    false,
    true,
  ]);
});

test('secrets are stored nowhere', async () => {
  const { endpointId, secret } = await onlyEndpoint();
  const rows = await ctx.db.selectFrom('webhook_endpoint').selectAll().execute();
  const events = await ctx.db
    .selectFrom('audit_event')
    .select('details')
    .where('entity_id', '=', endpointId)
    .execute();
  expect(events).toHaveLength(1);
  expect(JSON.stringify([rows, events])).not.toContain(secret.slice('whsec_'.length));
});

test.each([
  ['ftp://receiver.example/', 'http or https'],
  ['receiver.example', 'http or https'],
  ['https://name:word@receiver.example/', 'name or password'],
  ['https://receiver.example/#part', 'fragment'],
  [`https://receiver.example/${'a'.repeat(2000)}`, 'longer'],
])('%s is no address to post to', async (url, message) => {
  await expect(createEndpoint(admin, { url, events: webhookEvents })).rejects.toThrow(message);
});

test('nothing is sent to where a machine keeps its credentials', async () => {
  expect(
    [
      '169.254.169.254',
      'fe80::1',
      '::ffff:169.254.169.254',
      'fd00:ec2::254',
      '127.0.0.1',
      '10.0.0.8',
      'fd12::1',
    ].map(isRefusedAddress),
  ).toEqual([true, true, true, true, false, false, false]);
  for (const host of ['169.254.169.254', '[fe80::1]', '[::ffff:169.254.169.254]', '2852039166']) {
    expect(await sendOverHttp(`http://${host}/`, { headers: {}, body: '{}' })).toEqual({
      status: null,
      error: 'address_refused',
    });
  }
  expect(await sendOverHttp('http://127.0.0.1:1/', { headers: {}, body: '{}' })).toEqual({
    status: null,
    error: 'unreachable',
  });
});

test('the job loop delivers what was committed before it started', async () => {
  const { endpointId } = await onlyEndpoint();
  const start = receiver.received.length;
  await sendTest(admin, { endpointId });
  expect(receiver.received).toHaveLength(start);
  await startWorkers(ctx, ctx.boss);
  for (let tries = 0; tries < 200 && receiver.received.length === start; tries += 1) {
    await sleep(50);
  }
  expect(receiver.received).toHaveLength(start + 1);
  expect(await verifyAudit(ctx)).toMatchObject({ ok: true });
});
