import { expect, test } from 'vitest';
import { setOutcome } from '#drafting/index.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { readItem } from '#review/index.ts';
import { approveCorpus, contradictingClaim } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appWithPages, sessionCookieOf } from './client.ts';

const rule = (count: number) =>
  `Mỗi bạn đọc của thư viện giả định được mượn tối đa ${count} cuốn sách trong 30 ngày và không phải trả phí.`;
const ctx = await createTestContext();
const postBefore = await analysedPost(ctx, contradictingClaim);
await approveCorpus(ctx, [{ key: 'noi-quy', text: rule(4), valid_from: '2023-01-01' }]);
await approveCorpus(ctx, [{ key: 'noi-quy', text: rule(5), valid_from: '2025-01-01' }]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const app = appWithPages(ctx);
const headers = {
  Accept: 'text/html',
  Host: 'localhost',
  'Accept-Language': 'vi',
  Cookie: await sessionCookieOf(ctx, drafter.actor),
};

async function search(query: Record<string, string>) {
  const response = await app.request(`/corpus/search?${new URLSearchParams(query).toString()}`, {
    headers,
  });
  return { status: response.status, html: await response.text() };
}

test('the page shows what was in force on the day that was asked for, and where it stands', async () => {
  const now = await search({ q: 'mượn tối đa bao nhiêu cuốn sách' });
  expect(now.html).toContain(rule(5));
  expect(now.html).not.toContain(rule(4));
  const then = await search({ q: 'mượn tối đa bao nhiêu cuốn sách', as_of: '2024-06-01' });
  expect(then.html).toContain(rule(4));
  expect(then.html).not.toContain(rule(5));
  expect(then.html).toMatch(/\/corpus\/versions\/[0-9a-f-]{36}\?passage=\d+#p\d+/);
  const before = await search({ q: 'mượn sách', as_of: '2020-01-01' });
  expect(before.html).toContain(vi.corpusSearch.found(0, '01/01/2020'));
});

test('a day that is none is refused and what was typed stays', async () => {
  const refused = await search({ q: 'mượn sách', as_of: '2026-02-30' });
  expect(refused.status).toBe(400);
  expect(refused.html).toContain(vi.problems['validation:as_of'].message);
  expect(refused.html).toContain('value="mượn sách"');
});

test('a claim the corpus did not speak to is matched again from its page', async () => {
  const item = await readItem(drafter, postBefore);
  const claim = item.claims.find((one) => one.checkable);
  expect(claim).toMatchObject({ outcome: 'NO_POSITION', matches: [] });
  const form = new FormData();
  form.set('claim', claim?.id ?? '');
  form.set('number', '1');
  const sent = { ...headers, Origin: 'http://localhost' };
  const matchAgain = () =>
    app.request(`/posts/${postBefore}/match`, { method: 'POST', headers: sent, body: form });
  const response = await matchAgain();
  expect(response.headers.get('Location')).toContain('notice=matched:1');
  const again = await readItem(drafter, postBefore);
  const found = again.claims.find((one) => one.id === claim?.id);
  expect(found?.outcome).not.toBe('NO_POSITION');
  expect(found?.matches[0]?.text).toBe(rule(5));
  await setOutcome(drafter, {
    claimId: claim?.id ?? '',
    outcome: 'NEEDS_EXPERT',
    reason: 'Chưa rõ.',
  });
  await matchAgain();
  const decided = await readItem(drafter, postBefore);
  expect(decided.claims.find((one) => one.id === claim?.id)?.outcome).toBe('NEEDS_EXPERT');
});
