import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { auditActions, runVerification } from '#audit/index.ts';
import { createApp } from '#http/app.ts';
import { createUi } from '#http/ui/index.ts';
import { catalogues } from '#http/ui/locale.ts';
import { readItems } from '#corpus/import/read-items.ts';
import { silentLog } from '#platform/log.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { leaseMs, sessionCookieOf } from './client.ts';

const t = catalogues.vi;
const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const postId = await analysedPost(ctx, contradictingClaim);
await submitForReview(await actAs(ctx, 'du-thao', ['drafter']), postId);
const reviewers = [
  await actAs(ctx, 'duyet-1', ['reviewer']),
  await actAs(ctx, 'duyet-2', ['reviewer']),
];
const approvalId = await approveInReview(reviewers, postId);
const app = createApp({
  version: '0.0.0-test',
  log: silentLog,
  openContext: async () => ({ ctx: { leaseMs, ...ctx }, close: async () => {} }),
  docsFiles: null,
  readItems,
  ui: createUi(),
});
const auditor = await sessionCookieOf(ctx, (await actAs(ctx, 'kiem-toan', ['auditor'])).actor);

async function ask(path: string, body?: FormData) {
  const response = await app.request(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Accept: 'text/html',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: auditor,
      'Accept-Language': 'vi',
    },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test('every action that the code records has its words', async () => {
  const known: string[] = Object.values(auditActions).flat();
  const found = new Set<string>();
  for await (const file of glob('src/**/*.ts')) {
    const text = await readFile(file, 'utf8');
    for (const [, action] of text.matchAll(/action: '([a-z_]+\.[a-z_]+)'/g))
      found.add(action ?? '');
  }
  expect([...found].filter((action) => !known.includes(action))).toEqual([]);
});

test.each([
  ['person', `/audit?person=${encodeURIComponent(reviewers[0]?.actor.name ?? '')}`],
  ['action', '/audit?action=review.decided'],
  ['thing', `/audit?about=${approvalId}`],
])('the trail is searched by %s and reads as sentences', async (_name, path) => {
  const { status, text } = await ask(path);
  expect(status).toBe(200);
  expect(text).toContain('id="event-');
});

test('a decision is told by who made it, about which draft', async () => {
  const { text } = await ask('/audit?action=review.decided');
  expect(text).toContain(`<strong>${reviewers[0]?.actor.name}</strong>`);
  expect(text).toContain(t.trail.actions['review.decided']);
  expect(text).not.toContain(`</strong> ${t.trail.actions['post.received']}`);
});

test.each([
  ['/audit?person=khong-co-ai', 'trail:validation:person'],
  ['/audit?from=2026-02-30', 'trail:validation:day'],
  ['/audit?from=2026-02-02&to=2026-02-01', 'trail:validation:day'],
  ['/audit?cursor=x', 'trail:validation:cursor'],
] as const)('%s is refused with its reason and keeps what was typed', async (path, key) => {
  const { status, text } = await ask(path);
  expect(status).toBe(400);
  expect(text).toContain(t.problems[key].message);
});

test('a post’s history follows its claims, drafts, reviews and approval', async () => {
  const { status, text } = await ask(`/audit/entity/post/${postId}`);
  expect(status).toBe(200);
  for (const action of [
    'outcome.set',
    'draft.submitted',
    'review.decided',
    'approval.given',
  ] as const) {
    expect(text).toContain(t.trail.actions[action]);
  }
  expect((await ask('/audit/entity/comment/x')).status).toBe(404);
});

test('the whole trail is verified by a job, and pages say what was found and that no copy is outside', async () => {
  const asked = await ask('/audit/verify', new FormData());
  expect(asked.headers.get('Location')).toBe('/audit/verify');
  await ask('/audit/verify', new FormData());
  expect((await ask('/audit/verify')).text).toContain(t.verification.waiting);
  await runVerification(ctx, async () => null);
  const { text } = await ask('/audit/verify');
  expect(text).toContain(t.verification.whole('').split(':')[0]);
  expect(text).toContain(t.verification.outsideMissing);
  const runs = await ctx.db.selectFrom('audit_verification').select('verdict').execute();
  expect(runs).toMatchObject([{ verdict: { ok: true, outside: null } }]);
});

test('the trail is downloaded whole, and that it was is part of it', async () => {
  const { status, headers, text } = await ask('/audit/export.ndjson');
  expect(status).toBe(200);
  expect(headers.get('Content-Disposition')).toContain('doichung-audit.ndjson');
  const lines = text.trimEnd().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ seq: lines.length });
  expect((await ask('/audit?action=audit.exported')).text).toContain('id="event-');
});

test('a bundle is made, and checked with nothing but itself', async () => {
  const made = await ask(`/audit/bundles/${approvalId}`, new FormData());
  expect(made.headers.get('Content-Disposition')).toContain(approvalId);
  const form = new FormData();
  form.set('file', new File([made.text], 'a.bundle.json'));
  const good = await ask('/audit/bundles/check', form);
  expect(good.text).toContain(t.bundlePages.good);
  expect(good.text).toContain(t.bundlePages.ownKey);
  const changed = new FormData();
  changed.set('file', new File([made.text.replace('"approve"', '"return"')], 'b.bundle.json'));
  const bad = await ask('/audit/bundles/check', changed);
  expect(bad.text).toContain(t.bundlePages.bad);
  expect(bad.text).toContain(t.bundlePages.notPassed);
});
