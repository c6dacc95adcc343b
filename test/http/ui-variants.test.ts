import { expect, test } from 'vitest';
import { vi } from '#http/ui/locales/vi.ts';
import { readItem } from '#review/index.ts';
import type { Role } from '#db/roles.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appWithPages, sessionCookieOf } from './client.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const app = appWithPages(ctx);

async function cookieOf(role: Role): Promise<string> {
  const { actor } = await actAs(ctx, role, [role]);
  return sessionCookieOf(ctx, actor);
}

const drafterCookie = await cookieOf('drafter');
const auditorCookie = await cookieOf('auditor');
const postId = await analysedPost(ctx, contradictingClaim);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const { claims } = await readItem(drafter, postId);
const claimId = claims[0]?.id ?? '';

async function ask(path: string, cookie: string, form?: Readonly<Record<string, string>>) {
  const response = await app.request(path, {
    method: form === undefined ? 'GET' : 'POST',
    headers: {
      Accept: 'text/html',
      Host: 'localhost',
      Cookie: cookie,
      ...(form === undefined ? {} : { Origin: 'http://localhost' }),
    },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  });
  return { status: response.status, html: await response.text() };
}

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

test('the variants of a claim stand side by side, chosen by the address', async () => {
  const page = await ask(`/posts/${postId}/variants?claim=${claimId}&lang=vi`, drafterCookie);
  expect(page.status).toBe(200);
  expect(page.html).toContain(vi.variants.title);
  for (const length of Object.values(vi.editForm.lengths)) {
    expect(page.html).toContain(`${vi.audiences.domestic} · ${length}`);
  }
  const one = `audience=official&length=note&language=en`;
  const narrow = await ask(`/posts/${postId}/variants?claim=${claimId}&${one}`, drafterCookie);
  expect(narrow.html.match(/name="content_sha256"/g)).toHaveLength(1);
  expect(narrow.html).toContain('According to');
  const none = await ask(`/posts/${postId}/variants?claim=${claimId}&language=ru`, drafterCookie);
  expect(none.html).toContain(vi.variants.gaps.no_source_in_language);
});

test('an auditor reads them and can take none', async () => {
  const page = await ask(`/posts/${postId}/variants?claim=${claimId}`, auditorCookie);
  expect(page.status).toBe(200);
  expect(page.html).not.toContain('name="content_sha256"');
});

test('a drafter takes one as the new revision; a changed one is refused with words', async () => {
  const path = `/posts/${postId}/variants?claim=${claimId}&length=qa&lang=vi`;
  const { html } = await ask(path, drafterCookie);
  const form = {
    claim: claimId,
    audience: hidden(html, 'audience'),
    length: hidden(html, 'length'),
    language: hidden(html, 'language'),
    content_sha256: hidden(html, 'content_sha256'),
  };
  expect((await ask(`/posts/${postId}/redraft`, drafterCookie, form)).status).toBe(303);
  const { draft } = await readItem(drafter, postId);
  expect(draft).toMatchObject({ length: 'qa', content_sha256: form.content_sha256 });
  const refused = await ask(`/posts/${postId}/redraft?lang=vi`, drafterCookie, {
    ...form,
    audience: 'official',
  });
  expect(refused.status).toBe(409);
  expect(refused.html).toContain(vi.problems['redraft:conflict:content_sha256'].message);
  expect((await readItem(drafter, postId)).draft?.revision).toBe(draft?.revision);
});

test.each([
  ['a post that is none', `/posts/${claimId}/variants`],
  ['a claim of another post', `/posts/${postId}/variants?claim=${postId}`],
])('%s is not found', async (_, path) => {
  expect((await ask(path, drafterCookie)).status).toBe(404);
});
