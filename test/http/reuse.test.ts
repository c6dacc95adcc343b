import { beforeAll, describe, expect, test } from 'vitest';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { issueKey } from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import { readItem } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appWithPages, appOver, problemIn, sender, sessionCookieOf } from './client.ts';

const ctx = await createTestContext();
const send = sender(appOver(ctx));
const reason = 'Cùng một luận điểm.';
const app = appWithPages(ctx);

let writer: Context;
let answeredId: string;
let approvalId: string;
let number = 0;
beforeAll(async () => {
  await approveCorpus(ctx, [invented]);
  writer = await actAs(ctx, 'writer', ['drafter']);
  const reviewers = [
    await actAs(ctx, 'first', ['reviewer']),
    await actAs(ctx, 'second', ['reviewer']),
  ];
  answeredId = await analysedPost(ctx, contradictingClaim);
  await submitForReview(writer, answeredId);
  approvalId = await approveInReview(reviewers, answeredId);
});

async function keyFor(person: Context): Promise<string> {
  return (await issueKey(ctx, { userName: person.actor.name, label: 'test' })).key;
}

async function keyOfNew(role: 'drafter' | 'reviewer' | 'triager' | 'auditor'): Promise<string> {
  return keyFor(await actAs(ctx, role, [role]));
}

/** A post of its own with the claim that has an answer. */
async function copy(): Promise<{ postId: string; claimId: string; place: number }> {
  number += 1;
  const text = `Phòng số ${number} của thư viện giả định vừa sơn lại tường.\n${contradictingClaim}`;
  const postId = await analysedPost(ctx, text);
  const { claims } = await readItem(ctx, postId);
  const place = claims.findIndex((claim) => claim.text === contradictingClaim);
  return { postId, claimId: claims[place]?.id ?? '', place: place + 1 };
}

async function page(
  path: string,
  cookie: string,
  form?: Record<string, string>,
  language = 'vi',
): Promise<{ status: number; html: string; location: string | null }> {
  const response = await app.request(path, {
    headers: {
      Accept: 'text/html',
      Host: 'localhost',
      Origin: 'http://localhost',
      'Accept-Language': language,
      Cookie: cookie,
    },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });
  const location = response.headers.get('Location');
  return { status: response.status, html: await response.text(), location };
}

describe('the API', () => {
  test('suggests, confirms, shows and takes back', async () => {
    const { postId, claimId } = await copy();
    const key = await keyOfNew('reviewer');
    const list = await send<{ items: Array<Record<string, unknown>> }>(
      'GET',
      `/v1/claims/${claimId}/reusable`,
      { key },
    );
    expect(list.body.items).toMatchObject([
      {
        approval_id: approvalId,
        claim_text: contradictingClaim,
        answered_text: contradictingClaim,
        answered_post_id: answeredId,
        similarity: expect.closeTo(1, 5),
        contributed: false,
        review_by: null,
      },
    ]);
    const json = { claim_id: claimId, approval_id: approvalId, reason };
    const confirmed = await send('POST', `/v1/posts/${postId}/reuse`, { key, json });
    expect(confirmed.status).toBe(201);
    const post = await send(`GET`, `/v1/posts/${postId}`, { key });
    expect(post.body).toMatchObject({
      state: 'APPROVED',
      reuse: { approval_id: approvalId, claim_id: claimId, status: 'in_force', reason },
    });
    const exported = await send('GET', `/v1/approvals/${approvalId}/export`, { key });
    expect(exported.body).toMatchObject({ reused_for: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
    expect((await send('POST', `/v1/posts/${postId}/reuse`, { key, json })).status).toBe(409);
    const end = { key, json: { reason: 'Nhầm bài.' } };
    expect((await send('POST', `/v1/posts/${postId}/reuse/end`, end)).status).toBe(204);
    expect((await send('POST', `/v1/posts/${postId}/reuse/end`, end)).status).toBe(409);
    const after = await send(`GET`, `/v1/posts/${postId}`, { key });
    expect(after.body).toMatchObject({
      state: 'RETURNED',
      reuse: { status: 'ended', end_reason: 'Nhầm bài.' },
    });
  });

  test('refuses its writer, other roles, and what does not exist', async () => {
    const { postId, claimId } = await copy();
    const json = { claim_id: claimId, approval_id: approvalId, reason };
    const path = `/v1/posts/${postId}/reuse`;
    const own = await send('POST', path, { key: await keyFor(writer), json });
    expect(problemIn(own)).toMatchObject({ status: 403, detail: expect.stringMatching(/wrote/) });
    for (const role of ['triager', 'auditor'] as const) {
      expect((await send('POST', path, { key: await keyOfNew(role), json })).status).toBe(403);
    }
    const key = await keyOfNew('drafter');
    const lost = { ...json, approval_id: newId() };
    expect(problemIn(await send('POST', path, { key, json: lost })).status).toBe(409);
    const elsewhere = `/v1/posts/${newId()}/reuse`;
    expect(problemIn(await send('POST', elsewhere, { key, json })).status).toBe(404);
    const none = await send('GET', `/v1/claims/${newId()}/reusable`, { key });
    expect(problemIn(none).status).toBe(404);
    const mute = await send('POST', path, { key, json: { ...json, reason: ' ' } });
    expect(problemIn(mute)).toMatchObject({ status: 400, field: 'reason' });
  });
});

describe('the page of a post', () => {
  test('suggests above the claim, records a confirmation and its taking back', async () => {
    const { postId, claimId, place } = await copy();
    const cookie = await sessionCookieOf(ctx, (await actAs(ctx, 'drafter', ['drafter'])).actor);
    const { html } = await page(`/posts/${postId}`, cookie);
    const suggestion = html.indexOf(vi.reuse.suggestion(place));
    expect(suggestion).toBeGreaterThan(0);
    expect(suggestion).toBeLessThan(html.indexOf(`id="claim-${place}"`));
    const english = await page(`/posts/${postId}`, cookie, undefined, 'en');
    expect(english.html).toContain(en.reuse.suggestion(place));
    const form = { claim: claimId, approval: approvalId, reason };
    const silent = await page(`/posts/${postId}/reuse`, cookie, { ...form, reason: '' });
    expect(silent.status).toBe(400);
    expect(silent.html).toContain('<details open="" id="reuse">');
    expect((await page(`/posts/${postId}/reuse`, cookie)).location).toBe(`/posts/${postId}`);
    const done = await page(`/posts/${postId}/reuse`, cookie, form);
    expect(done).toMatchObject({ status: 303, location: `/posts/${postId}?notice=reused#reused` });
    const after = await page(`/posts/${postId}?notice=reused`, cookie);
    expect(after.html).toContain(vi.reuseNotices.reused);
    expect(after.html).toContain(`/v1/approvals/${approvalId}/export?format=markdown`);
    expect(after.html).not.toContain(vi.reuse.suggestion(place));
    const ended = await page(`/posts/${postId}/reuse/end`, cookie, { reason: 'Nhầm bài.' });
    expect(ended.status).toBe(303);
    const returned = await page(`/posts/${postId}`, cookie);
    expect(returned.html).toContain('Nhầm bài.');
    expect(returned.html).toContain(vi.reuse.suggestion(place));
    const queue = await page('/?state=RETURNED', cookie);
    expect(queue.html).toContain(vi.lostAnswers.reuse_ended);
  });

  test('tells its writer why there is no form, and shows others without the role none', async () => {
    const { postId, claimId, place } = await copy();
    const own = await sessionCookieOf(ctx, writer.actor);
    const shown = await page(`/posts/${postId}`, own);
    expect(shown.html).toContain(vi.reuse.contributed);
    expect(shown.html).not.toContain(`/posts/${postId}/reuse`);
    const forced = await page(`/posts/${postId}/reuse`, own, {
      claim: claimId,
      approval: approvalId,
      reason,
    });
    expect(forced.status).toBe(403);
    expect(forced.html).toContain(vi.problems['reuse:forbidden'].message);
    const auditor = await page(
      `/posts/${postId}`,
      await sessionCookieOf(ctx, (await actAs(ctx, 'auditor', ['auditor'])).actor),
    );
    expect(auditor.html).toContain(vi.reuse.suggestion(place));
    expect(auditor.html).not.toContain(vi.reuse.open);
  });
});
