import { expect, test } from 'vitest';
import { preparePost, receivePosts } from '#posts/index.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const triager = await actAs(ctx, 'triager', ['triager']);

async function receive(texts: string[], idempotencyKey: string | null = null) {
  const posts = await Promise.all(texts.map((text) => preparePost({ text })));
  return receivePosts(triager, { posts, channel: 'api', idempotencyKey });
}

async function countJobs(postId: string): Promise<number> {
  const jobs = await ctx.boss.findJobs('analyse-post', { data: { postId } });
  return jobs.length;
}

test('a post is stored masked, with its submission, job and audit entry', async () => {
  const [received] = await receive([
    'Liên hệ @nguoi_ban qua so_thu@example.com nhé, giá 500 đồng.',
  ]);
  const postId = received?.postId ?? '';
  const post = await ctx.db
    .selectFrom('post')
    .selectAll()
    .where('id', '=', postId)
    .executeTakeFirstOrThrow();
  expect(post.text).not.toMatch(/nguoi_ban|so_thu|example\.com/);
  expect(post.masked).toMatchObject({ handle: 1, email: 1 });
  expect(post).toMatchObject({ state: 'RECEIVED', submission_count: 1, language: 'vi' });
  expect(await countJobs(postId)).toBe(1);
  const audit = await ctx.db
    .selectFrom('audit_event')
    .select(['action', 'actor_name', 'details'])
    .where('entity_id', '=', postId)
    .execute();
  expect(audit).toMatchObject([{ action: 'post.received', actor_name: triager.actor.name }]);
  expect(JSON.stringify(audit)).not.toContain('500 đồng');
});

test('the same text again is one post with another submission, whatever its normal form', async () => {
  const text = 'Thư viện giả định mở cửa lúc 8 giờ sáng hằng ngày.';
  const [first] = await receive([text]);
  const [second] = await receive([text.normalize('NFD')]);
  const [third] = await receive([`\uFEFF${text}\r\n`]);
  expect(second).toMatchObject({ postId: first?.postId, duplicate: true });
  expect(third).toMatchObject({ postId: first?.postId, duplicate: true });
  const post = await ctx.db
    .selectFrom('post')
    .select('submission_count')
    .where('id', '=', first?.postId ?? '')
    .executeTakeFirstOrThrow();
  expect(post.submission_count).toBe(3);
  expect(await countJobs(first?.postId ?? '')).toBe(1);
});

test('equal posts in one batch are stored once', async () => {
  const received = await receive([
    'Bài giống nhau thứ nhất.',
    'Bài khác hẳn.',
    'Bài giống nhau thứ nhất.',
  ]);
  expect(received.map((post) => post.duplicate)).toEqual([false, false, true]);
  expect(received[0]?.postId).toBe(received[2]?.postId);
});

test('an idempotency key returns the first answer and stores nothing twice', async () => {
  const first = await receive(['Một bài gửi có khoá.'], 'key-1');
  const again = await receive(['Một bài gửi có khoá.'], 'key-1');
  expect(again[0]).toMatchObject({
    postId: first[0]?.postId,
    submissionId: first[0]?.submissionId,
    duplicate: true,
  });
  const rows = await ctx.db
    .selectFrom('submission')
    .select('id')
    .where('idempotency_key', '=', 'key-1')
    .execute();
  expect(rows).toHaveLength(1);
});

test('an idempotency key with other posts is a conflict and stores nothing', async () => {
  await receive(['Bài đầu của khoá hai.'], 'key-2');
  await expect(receive(['Bài khác của khoá hai.'], 'key-2')).rejects.toMatchObject({
    code: 'conflict',
    field: 'Idempotency-Key',
  });
  const post = await ctx.db
    .selectFrom('post')
    .select('id')
    .where('text', '=', 'Bài khác của khoá hai.')
    .executeTakeFirst();
  expect(post).toBeUndefined();
});

test('two requests racing with one key both get the one submission', async () => {
  const [a, b] = await Promise.all([
    receive(['Bài gửi đua.'], 'key-3'),
    receive(['Bài gửi đua.'], 'key-3'),
  ]);
  expect(a[0]?.submissionId).toBe(b[0]?.submissionId);
});

test('when the transaction fails there is neither post nor job', async () => {
  const broken = {
    ...triager,
    jobs: { enqueue: () => Promise.reject(new Error('queue away')) },
  };
  const posts = [await preparePost({ text: 'Bài không được giữ lại.' })];
  await expect(receivePosts(broken, { posts, channel: 'api' })).rejects.toThrow('queue away');
  const post = await ctx.db
    .selectFrom('post')
    .select('id')
    .where('text', '=', 'Bài không được giữ lại.')
    .executeTakeFirst();
  expect(post).toBeUndefined();
});
