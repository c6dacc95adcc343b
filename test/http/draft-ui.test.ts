import { describe, expect, test } from 'vitest';
import { decideResponse, setOutcome } from '#drafting/index.ts';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { newId } from '#platform/ids.ts';
import { leaseNext, readItem, submitDraft } from '#review/index.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appWithPages, leaseMs, sessionCookieOf } from './client.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const app = appWithPages(ctx);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const own = await sessionCookieOf(ctx, drafter.actor);

async function ask(path: string, form?: Readonly<Record<string, string>>, cookie = own) {
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

const draftedPost = (): Promise<string> =>
  analysedPost(ctx, `Tin số ${newId().slice(-6)}.\n${contradictingClaim}`);

/** The edit form as a browser would send it back, with some fields changed. */
async function editForm(postId: string, changes: Readonly<Record<string, string>> = {}) {
  const { draft } = await readItem(drafter, postId);
  if (draft === null) throw new Error('no draft');
  const form: Record<string, string> = {
    base_revision: String(draft.revision),
    audience: draft.audience,
    length: draft.length ?? 'statement',
    language: draft.language,
    review_by: '',
  };
  for (const { ordinal, role, text, citations } of draft.sentences) {
    form[`s${ordinal}.position`] = String(ordinal * 10);
    form[`s${ordinal}.role`] = role;
    form[`s${ordinal}.text`] = text;
    for (const [one, { passage_id, quote }] of citations.entries()) {
      form[`s${ordinal}.c${one}.passage`] = String(passage_id);
      form[`s${ordinal}.c${one}.quote`] = quote;
    }
  }
  return { ...form, ...changes };
}

describe('an edit that fails', () => {
  test('is saved, and shows at its sentence what is wrong, where and what to do', async () => {
    const postId = await draftedPost();
    const text = 'Vì ai cũng biết thế.';
    const saved = await ask(`/posts/${postId}/edit`, await editForm(postId, { 's4.text': text }));
    expect(saved.status).toBe(303);
    const { html } = await ask(`/posts/${postId}`);
    const { draft } = await readItem(drafter, postId);
    const found = draft?.findings.find(({ sentence }) => sentence === 4);
    const finding = vi.lint.findings[found?.code as keyof typeof vi.lint.findings];
    expect(found?.severity).toBe('H');
    expect(html).toContain(vi.lint.blocked);
    const blocking = draft?.findings.filter(({ severity }) => severity === 'H').length ?? 0;
    const warning = (draft?.findings.length ?? 0) - blocking;
    expect(html).toContain(vi.lint.summary(blocking, warning));
    // Beside the sentence and again beside its row of the form.
    expect(html.split(finding.remedy).length - 1).toBeGreaterThanOrEqual(2);
    expect(html).toContain('<mark class="finding-H">');
    expect(html).toContain(vi.lint.failing);
    expect(html).toContain(vi.lint.missing);
    const english = await ask(`/posts/${postId}?lang=en`);
    expect(english.html).toContain(en.lint.summary(blocking, warning));
  });

  test('is not submitted: the page names the sentence and the remedy', async () => {
    const postId = await draftedPost();
    const claimId = (await readItem(drafter, postId)).draft?.claim_id ?? '';
    await decideResponse(drafter, { postId, decision: 'respond', reason: 'Lan rộng.' });
    await setOutcome(drafter, { claimId, outcome: 'CONTRADICTED', reason: 'Số khác.' });
    const form = await editForm(postId);
    form['s4.text'] += ' Đã có 77 vụ.';
    expect((await ask(`/posts/${postId}/edit`, form)).status).toBe(303);
    const { draft } = await readItem(drafter, postId);
    const content = { content_sha256: draft?.content_sha256 ?? '' };
    const refused = await ask(`/posts/${postId}/submit`, content);
    expect(refused.status).toBe(409);
    const { message, remedy } = vi.lint.findings.number_mismatch;
    expect(refused.html).toContain(vi.problems['submit:conflict:sentences[]'].message);
    expect(refused.html).toContain(`${vi.draft.sentence(4)}: ${message} “77” ${remedy}`);
  });
});

test('a changed warning is shown the fixed one to put back', async () => {
  const postId = await draftedPost();
  const fixed = (await readItem(drafter, postId)).draft?.sentences[2]?.text ?? '';
  const form = await editForm(postId, { 's2.text': 'Cẩn thận nhé.' });
  expect((await ask(`/posts/${postId}/edit`, form)).status).toBe(303);
  const { html } = await ask(`/posts/${postId}`);
  expect(html).toContain(vi.lint.findings.altered_warning.remedy);
  expect(html).toContain(`<q lang="vi">${fixed}</q>`);
});

describe('the edit form', () => {
  test('keeps what was typed when a quote is refused, the whole form of it', async () => {
    const postId = await draftedPost();
    const form = await editForm(postId, {
      's1.c0.quote': 'Chép sai mất rồi.',
      's2.text': 'Lời của tôi <b>.',
      review_by: '2027-05-06',
      no_alternative: 'yes',
      audience: 'official',
      length: 'note',
    });
    const refused = await ask(`/posts/${postId}/edit`, form);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain(vi.problems['validation:sentences[].citations[].quote'].message);
    expect(refused.html).toContain('Chép sai mất rồi.');
    expect(refused.html).toContain('Lời của tôi &lt;b&gt;.');
    expect(refused.html).toContain('value="2027-05-06"');
    expect(refused.html).toMatch(/name="no_alternative" value="yes" checked=""/);
    expect(refused.html).toMatch(/<option value="official" selected="">/);
    expect(refused.html).toMatch(/<option value="note" selected="">/);
  });

  test('suggests a day and sets none', async () => {
    const postId = await draftedPost();
    const page = await ask(`/posts/${postId}`);
    const [, field = ''] = /<input id="edit-review-by"([^>]*)>/.exec(page.html) ?? [];
    expect(field).toContain('value=""');
    expect((await ask(`/posts/${postId}/edit`, await editForm(postId))).status).toBe(303);
    expect((await readItem(drafter, postId)).draft?.review_by).toBeNull();
    const set = await editForm(postId, { review_by: '2027-05-06', no_alternative: 'yes' });
    expect((await ask(`/posts/${postId}/edit`, set)).status).toBe(303);
    const { draft } = await readItem(drafter, postId);
    expect(draft).toMatchObject({ review_by: '2027-05-06', no_alternative: true });
    const refused = await ask(`/posts/${postId}/edit`, {
      ...(await editForm(postId)),
      review_by: '2027-13-40',
    });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain(vi.problems['validation:review_by'].message);
  });

  test('shows what changed since the revision before', async () => {
    const postId = await draftedPost();
    const form = await editForm(postId);
    expect((await ask(`/posts/${postId}`)).html).not.toContain(vi.draftChanges.since(1));
    await ask(`/posts/${postId}/edit`, form);
    const same = await ask(`/posts/${postId}`);
    expect(same.html).toContain(vi.draftChanges.since(1));
    expect(same.html).toContain(vi.draftChanges.same);
    const again = await editForm(postId);
    again['s1.text'] += ' Thêm.';
    await ask(`/posts/${postId}/edit`, again);
    const changed = await ask(`/posts/${postId}`);
    expect(changed.html).toContain(vi.draftChanges.since(2));
    expect(changed.html).toMatch(/<ins>.*Thêm.*<\/ins>/s);
  });
});

test('a reviewer reads the warnings beside the draft and above the verdict', async () => {
  const postId = await draftedPost();
  const claimId = (await readItem(drafter, postId)).draft?.claim_id ?? '';
  await decideResponse(drafter, { postId, decision: 'respond', reason: 'Lan rộng.' });
  await setOutcome(drafter, { claimId, outcome: 'CONTRADICTED', reason: 'Số khác.' });
  const { draft } = await readItem(drafter, postId);
  await submitDraft(drafter, { postId, contentSha256: draft?.content_sha256 ?? '' });
  const reviewer = await actAs(ctx, 'reviewer', ['reviewer']);
  const reader = await sessionCookieOf(ctx, reviewer.actor);
  await leaseNext(reviewer, { leaseMs });
  const { html } = await ask(`/posts/${postId}`, undefined, reader);
  expect(html).toContain(vi.lint.summary(0, 2));
  expect(html).toContain(vi.lint.findings.no_review_by.message);
  expect(html).toContain(vi.lint.findings.no_alternative.message);
});
