import { describe, expect, test } from 'vitest';
import { decideResponse, setOutcome } from '#drafting/index.ts';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { newId } from '#platform/ids.ts';
import { decide, leaseNext, readItem, submitDraft } from '#review/index.ts';
import { submitForReview } from '../support/approved.ts';
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
  const location = response.headers.get('Location');
  return { status: response.status, location, html: await response.text() };
}

/** What stands in a slot for findings, on the editor's page or in the answer of a check. */
function slotOf(html: string, name: string): string {
  const [, slot] = html.split(new RegExp(`data-slot(?:-for)?="${name}">`));
  return (slot ?? 'no such slot').split('</div>')[0] ?? '';
}

const draftedPost = (): Promise<string> =>
  analysedPost(ctx, `Tin số ${newId().slice(-6)}.\n${contradictingClaim}`);

async function countAudit(): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('audit_event')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

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
    expect(html).toContain(finding.remedy);
    expect(saved.location).toBe(`/posts/${postId}/edit?notice=edit`);
    const editor = await ask(`/posts/${postId}/edit?notice=edit`);
    expect(editor.html).toContain(vi.editor.savedBlocked);
    expect(slotOf(editor.html, 's4')).toContain(finding.remedy);
    expect(slotOf(editor.html, 's1')).toBe('');
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
    const page = await ask(`/posts/${postId}/edit`);
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

describe('while somebody writes', () => {
  test('a check names what is wrong at its row, in the order of the positions, and stores nothing', async () => {
    const postId = await draftedPost();
    const form = await editForm(postId);
    form['s4.text'] += ' Đã có 77 vụ <i>.';
    const { draft } = await readItem(drafter, postId);
    const audited = await countAudit();
    const checked = await ask(`/posts/${postId}/check`, form);
    expect(checked.status).toBe(200);
    expect(checked.html).not.toContain('<html');
    expect(slotOf(checked.html, 's4')).toContain(vi.lint.findings.number_mismatch.message);
    expect(slotOf(checked.html, 's4')).toContain('<mark class="finding-H">');
    expect(checked.html).not.toContain('<i>');
    expect(slotOf(checked.html, 'summary')).toContain(vi.editor.checkedBlocked('').slice(2));
    // The row moves, its findings stay with it.
    const moved = await ask(`/posts/${postId}/check`, { ...form, 's4.position': '15' });
    expect(slotOf(moved.html, 's4')).toContain(vi.lint.findings.number_mismatch.message);
    expect((await readItem(drafter, postId)).draft?.revision).toBe(draft?.revision);
    expect(await countAudit()).toBe(audited);
    const clean = await ask(`/posts/${postId}/check`, await editForm(postId));
    expect(slotOf(clean.html, 's4')).toBe('');
  });

  test('what cannot be checked says so in the same place', async () => {
    const postId = await draftedPost();
    const form = await editForm(postId, { review_by: '2027-13-40' });
    const checked = await ask(`/posts/${postId}/check`, form);
    expect(checked.status).toBe(400);
    expect(slotOf(checked.html, 'summary')).toContain(vi.problems['validation:review_by'].message);
  });

  test('a quote is shown in its document with its validity, or said not to be there', async () => {
    const postId = await draftedPost();
    const { draft } = await readItem(drafter, postId);
    const citation = draft?.sentences.flatMap(({ citations }) => citations)[0];
    const { passage_id: passage, quote, version_id: version } = citation ?? {};
    const address = (words: string) =>
      `/posts/${postId}/passages/${passage}?quote=${encodeURIComponent(words)}`;
    const panel = await ask(`${address(quote ?? '')}&part=panel`);
    expect(panel.html).toContain(`<mark class="quote">${quote}</mark>`);
    expect(panel.html).toContain(`/corpus/versions/${version}?passage=${passage}#p${passage}`);
    expect(panel.html).toContain(vi.version.verifiedAt);
    expect(panel.html).not.toContain('<html');
    const page = await ask(address('Không có câu này <script>.'));
    expect(page.html).toContain(vi.editor.quoteMissing);
    expect(page.html).not.toContain('<mark class="quote">');
    expect((await ask(`/posts/${postId}/passages/999999`)).status).toBe(404);
    expect((await ask(`/posts/${postId}/passages/x`)).status).toBe(404);
  });

  test('the corpus is searched for a source', async () => {
    const postId = await draftedPost();
    const found = await ask(
      `/posts/${postId}/passages?q=${encodeURIComponent('mượn sách')}&part=panel`,
    );
    expect(found.html).toContain('data-pick="');
    expect(found.html).toContain('Thư viện giả định không thu phí mượn sách');
    const page = await ask(`/posts/${postId}/passages?q=${encodeURIComponent('<b>"x')}`);
    expect(page.html).toContain('value="&lt;b&gt;&quot;x"');
    expect((await ask(`/posts/${postId}/passages`)).status).toBe(200);
  });
});

test('two people edit one draft: the second keeps what was typed, sees the first, and may save over it', async () => {
  const postId = await draftedPost();
  const mine = await editForm(postId, { 's2.text': 'Lời của tôi.' });
  const theirs = await editForm(postId, { 's2.text': 'Lời của người khác.' });
  expect((await ask(`/posts/${postId}/edit`, theirs)).status).toBe(303);
  const refused = await ask(`/posts/${postId}/edit`, mine);
  expect(refused.status).toBe(409);
  expect(refused.html).toContain(vi.problems['edit:conflict:base_revision'].message);
  expect(refused.html).toContain(vi.editor.conflictTitle(2));
  expect(refused.html).toMatch(/<textarea id="s2-text"[^>]*>Lời của tôi\.<\/textarea>/);
  expect(refused.html).toMatch(/<del>.*người khác.*<\/del>/s);
  expect(refused.html).toContain('name="base_revision" value="1"');
  // Sent again without the box it is refused again; with it, it becomes the next revision.
  expect((await ask(`/posts/${postId}/edit`, mine)).status).toBe(409);
  expect((await ask(`/posts/${postId}/edit`, { ...mine, over: '2' })).status).toBe(303);
  const { draft } = await readItem(drafter, postId);
  expect(draft).toMatchObject({ revision: 3 });
  expect(draft?.sentences[2]?.text).toBe('Lời của tôi.');
});

test('what reviewers said of the last round stands beside the sentences', async () => {
  const postId = await draftedPost();
  const hash = await submitForReview(drafter, postId);
  const [first, second] = [
    await actAs(ctx, 'mot', ['reviewer']),
    await actAs(ctx, 'hai', ['reviewer']),
  ];
  for (const reviewer of [first, second]) {
    const lease = await leaseNext(reviewer, { leaseMs });
    const { draft } = await readItem(reviewer, lease?.postId ?? '');
    expect(lease?.postId).toBe(postId);
    await decide(reviewer, {
      itemId: lease?.itemId ?? '',
      leaseToken: lease?.token ?? '',
      fence: lease?.fence ?? 0,
      contentSha256: hash,
      verdict: 'return',
      reason: `Câu 4 chưa ổn <${reviewer.actor.name}>`,
      labels: (draft?.sentences ?? []).map(({ ordinal }) => ({
        ordinal,
        label: ordinal === 4 ? 'tone' : 'supported',
      })),
    });
  }
  const html = (await ask(`/posts/${postId}/edit`)).html;
  expect(html).toContain(vi.editor.roundTitle(1));
  expect(html).toContain(`Câu 4 chưa ổn &lt;${first?.actor.name}&gt;`);
  const row = html.split('id="row-s4"')[1]?.split('id="row-s5"')[0] ?? '';
  expect(row.split(vi.labels.tone)).toHaveLength(3);
  expect(
    (await ask(`/posts/${postId}/edit`, await editForm(postId, { 's4.text': 'Đã đổi.' }))).status,
  ).toBe(303);
  const after = (await ask(`/posts/${postId}/edit`)).html;
  expect(after).toContain(vi.editor.roundChanged(1));
  expect(after.split('id="row-s4"')[1]).toMatch(/<ins>.*Đã đổi.*<\/ins>/s);
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
