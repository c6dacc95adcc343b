import { expect, test } from 'vitest';
import { appendAudit, makeCheckpoint } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { createTestContext } from '../support/test-context.ts';
import { appOver, keyOf, problemIn, sender } from './client.ts';

interface Page {
  readonly items: readonly { seq: number; action: string; entity_id: string; at: string }[];
  readonly next_cursor: string | null;
}

const ctx = await createTestContext();
const send = sender(appOver(ctx));
const key = await keyOf(ctx, 'auditor');
for (let n = 0; n < 7; n += 1) {
  await withTransaction(ctx, (ctx) =>
    appendAudit(ctx, [
      { action: 'test.done', entityType: 'test', entityId: n % 2 === 0 ? 'even' : 'odd' },
    ]),
  );
}
const get = (path: string) => send<Page>('GET', `/v1/audit/${path}`, { key });

test('pages go down from the newest event, and end', async () => {
  const first = await get('events?limit=3&action=test.done');
  expect(first.status).toBe(200);
  const second = await get(`events?limit=3&action=test.done&cursor=${first.body.next_cursor}`);
  const third = await get(`events?limit=3&action=test.done&cursor=${second.body.next_cursor}`);
  const seqs = [first, second, third].flatMap(({ body }) => body.items.map(({ seq }) => seq));
  expect(seqs).toHaveLength(7);
  expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
  expect(third.body.next_cursor).toBeNull();
});

test.each([
  ['entity_type=test&entity_id=even', 4],
  ['entity_type=test&entity_id=odd', 3],
  ['action=test.undone', 0],
  ['entity_type=test&to=2000-01-01T00:00:00Z', 0],
  ['entity_type=test&from=2000-01-01T00:00:00Z', 7],
  ['actor_id=00000000-0000-4000-8000-000000000000', 0],
])('filter %s leaves %i', async (query, count) => {
  expect((await get(`events?${query}`)).body.items).toHaveLength(count);
});

test.each(['cursor=0', 'cursor=x', 'actor_id=x', 'from=yesterday', 'other=1'])(
  'a bad filter is refused by name: %s',
  async (query) => {
    const answer = await get(`events?${query}`);
    expect(answer.status).toBe(400);
    expect(problemIn(answer).field).toBe(query.split('=')[0]);
  },
);

test('the verdict names what was read; checkpoints are listed with their keys', async () => {
  const checkpoint = await makeCheckpoint(ctx);
  const verdict = await get('verdict');
  expect(verdict.body).toMatchObject({
    ...{ ok: true, first_read: 1, events: checkpoint.seq, head_hash: checkpoint.hash },
    ...{ checkpoints: 1, keys: [ctx.installationKey.id], first_break: null, problem: null },
  });
  const list = await get('checkpoints');
  expect(list.body.items).toEqual([checkpoint]);
});

test('only an auditor reads the trail', async () => {
  const other = await keyOf(ctx, 'admin', 'evaluator');
  for (const path of ['events', 'verdict', 'checkpoints']) {
    expect((await send('GET', `/v1/audit/${path}`, { key: other })).status).toBe(403);
  }
});
