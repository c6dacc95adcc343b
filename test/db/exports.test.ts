import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { readZip } from '#corpus/import/zip-check.ts';
import { newId } from '#platform/ids.ts';
import {
  createBundle,
  decisionsCsv,
  exportApproval,
  listApprovals,
  listPublished,
  publisherAt,
  readFeed,
  recordPublished,
  renderAtom,
  renderClaimReview,
  renderJsonFeed,
  renderMarkdown,
  revokeApproval,
  verifyBundle,
  writeBundle,
} from '#review/index.ts';
import type { ApprovedAnswer } from '#review/index.ts';
import { renderDocx } from '#review/export/render-docx.ts';
import { withdrawVersions } from '#standing/index.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const issuer = 'Ban quản lý thư viện giả định';
const versionIds = await approveCorpus(ctx, [
  { ...invented, issuer, source_url: 'https://thu-vien.example/so-tay' },
]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const reviewers = [
  await actAs(ctx, '=1+1 first', ['reviewer']),
  await actAs(ctx, 'second', ['reviewer']),
];
const secret = 'Tôi nghĩ thư viện giả định thật buồn tẻ.';

async function approved(text: string): Promise<string> {
  const postId = await analysedPost(ctx, text);
  await submitForReview(drafter, postId);
  return approveInReview(reviewers, postId);
}

const approvalId = await approved(`${secret}\n${contradictingClaim}`);
const answer = await exportApproval(drafter, approvalId);
const publisher = publisherAt('https://doi-chung.example/');
const links = { base: 'https://doi-chung.example', self: 'https://doi-chung.example/feeds/x' };

test('an export names its form in the trail', async () => {
  await exportApproval(drafter, approvalId, 'docx');
  const events = await ctx.db
    .selectFrom('audit_event')
    .select('details')
    .where('action', '=', 'approval.exported')
    .where('entity_id', '=', approvalId)
    .orderBy('seq')
    .execute();
  expect(events.map(({ details }) => details['format'])).toEqual(['json', 'docx']);
});

test('Markdown says of each quote whether it is a fact, or whose stance', () => {
  const markdown = renderMarkdown(answer);
  expect(markdown).toMatch(/^1\. \*\*Sự kiện\*\* · Ban quản lý thư viện giả định, Sổ tay/m);
  const stances = JSON.parse(JSON.stringify(answer).replaceAll('"fact"', '"stance"'));
  expect(renderMarkdown(stances)).toContain(`**Lập trường của ${issuer}**`);
  const hostile = JSON.parse(
    JSON.stringify(answer).replaceAll(issuer, '# <b>[x](javascript:alert(1))</b>'),
  );
  expect(renderMarkdown(hostile)).not.toMatch(/(?<!\\)<b>|(?<!\\)\[x\]/);
});

test('a Word document holds the answer under headings, in its language, and names no author', async () => {
  const bytes = await renderDocx(answer);
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  expect(html).toMatch(/^<h1>/);
  expect(html.match(/<h2>/g)).toHaveLength(2);
  for (const { text } of [answer.headline, ...answer.sentences]) {
    expect(html).toContain(text.replaceAll('"', '&quot;'));
  }
  expect(html).toContain('<strong>Sự kiện · </strong>');
  expect(html).toContain('href="https://thu-vien.example/so-tay"');
  expect(html).toContain(answer.contentSha256);
  const { kept } = await readZip(bytes, {
    fileName: 'x.docx',
    keep: (name) => name.endsWith('xml'),
  });
  const xml = (name: string) => new TextDecoder().decode(kept.get(name));
  expect(xml('word/styles.xml')).toMatch(/<w:lang w:val="vi-VN"/);
  expect(xml('word/styles.xml')).toContain('w:ascii="Times New Roman"');
  const properties = xml('docProps/core.xml');
  expect(properties).toContain('<dc:creator>Đối Chứng</dc:creator>');
  for (const person of [drafter, ...reviewers]) {
    expect(properties).not.toContain(person.actor.name);
  }
});

/** As schema.org lists them, of the type itself and those above it. */
const properties: Readonly<Record<string, readonly string[]>> = {
  ClaimReview: [
    ...['claimReviewed', 'itemReviewed', 'reviewBody', 'reviewRating', 'author', 'citation'],
    ...['datePublished', 'headline', 'inLanguage', 'url'],
  ],
  Claim: ['appearance', 'claimInterpreter', 'firstAppearance', 'text', 'inLanguage'],
  Rating: ['ratingValue', 'worstRating', 'bestRating', 'ratingExplanation', 'alternateName'],
  Organization: ['name', 'url'],
  CreativeWork: ['name', 'identifier', 'publisher', 'url'],
};

function checkNode(node: unknown): void {
  if (Array.isArray(node)) node.forEach(checkNode);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const { '@type': type, '@context': _, '@id': __, ...rest } = node as Record<string, unknown>;
  for (const [name, value] of Object.entries(rest)) {
    expect(properties[String(type)], String(type)).toContain(name);
    checkNode(value);
  }
}

test('a ClaimReview has what schema.org lists, and never who made the claim', () => {
  const review = renderClaimReview(answer, { publisher });
  checkNode(review);
  expect(review).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    claimReviewed: contradictingClaim,
    itemReviewed: { '@type': 'Claim', text: contradictingClaim },
    reviewRating: { ratingValue: 1, worstRating: 1, bestRating: 5 },
    author: { '@type': 'Organization', name: 'doi-chung.example' },
    citation: [{ '@type': 'CreativeWork', publisher: { name: issuer } }],
  });
  expect(Object.keys(review.itemReviewed as object)).not.toContain('author');
  expect(review).not.toHaveProperty('url');
  expect(review).not.toHaveProperty('datePublished');
  expect(JSON.stringify(review)).not.toContain('buồn tẻ');
  for (const person of reviewers) expect(JSON.stringify(review)).not.toContain(person.actor.name);
});

test('where it was published is told by a person, once, and stays', async () => {
  const url = 'https://bao.example/tra-loi?a=1&b=2';
  expect(await recordPublished(drafter, { approvalId, url })).toEqual({ url, added: true });
  expect(await recordPublished(drafter, { approvalId, url })).toEqual({ url, added: false });
  expect(await listPublished(ctx, { approvalId })).toMatchObject([
    { url, addedBy: drafter.actor.name },
  ]);
  const told = await exportApproval(drafter, approvalId);
  expect(renderClaimReview(told, { publisher })).toMatchObject({
    url,
    datePublished: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
  const events = await ctx.db
    .selectFrom('audit_event')
    .select(['details', 'actor_id'])
    .where('action', '=', 'published.recorded')
    .execute();
  expect(events).toEqual([{ details: { url }, actor_id: drafter.actor.userId }]);
  await expect(ctx.db.deleteFrom('published_address').execute()).rejects.toThrow(/immutable/);
});

test.each(['javascript:alert(1)', 'ftp://a.example/', 'https://a:b@c.example/', 'x', ''])(
  '“%s” is no address',
  async (url) => {
    await expect(recordPublished(drafter, { approvalId, url })).rejects.toMatchObject({
      code: 'validation',
      field: 'url',
    });
  },
);

async function csv(range = { from: null, to: null } as { from: string | null; to: string | null }) {
  let text = '';
  for await (const part of decisionsCsv(drafter, range)) text += part;
  return text;
}

test('decisions as CSV: a row each, no formula, UTF-8 for spreadsheets', async () => {
  const text = await csv();
  expect(text.codePointAt(0)).toBe(0xfeff);
  const rows: Array<Record<string, string>> = parse(text.slice(1), { columns: true });
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    stage: '1',
    verdict: 'approve',
    reason: 'Đã đọc từng câu.',
    supported: String(answer.sentences.length + 1),
    not_supported: '0',
    content_sha256: answer.contentSha256,
    post_sha256: answer.postSha256,
    approval_id: approvalId,
    approval_status: 'in_force',
  });
  expect(rows[0]?.['reviewer']).toMatch(/^'=1\+1 first/);
  expect(text).not.toContain('buồn tẻ');
  const none = await csv({ from: '2001-01-01', to: '2001-01-02' });
  expect(none.trimEnd().split('\r\n')).toHaveLength(1);
});

test('a first decision is not in it while the second is to come', async () => {
  const postId = await analysedPost(ctx, `Tin số ${newId()}.\n${contradictingClaim}`);
  await submitForReview(drafter, postId);
  await approveInReview(reviewers.slice(0, 1), postId).catch(() => null);
  const { count } = await ctx.db
    .selectFrom('review_decision')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(`${count}`).toBe('3');
  expect((await csv()).trimEnd().split('\r\n')).toHaveLength(3);
  await approveInReview(reviewers.slice(1), postId);
  expect((await csv()).trimEnd().split('\r\n')).toHaveLength(5);
});

test('feeds carry the answers in force, escaped, and nothing of the posts', async () => {
  const entries = await readFeed(ctx, {});
  expect(entries).toHaveLength(2);
  expect(await readFeed(ctx, { language: 'en' })).toEqual([]);
  const hostile = '<script>&"]]>\u0001';
  const [first] = entries;
  if (first === undefined) throw new Error('the feed is empty');
  const changed = [{ ...first, headline: hostile, sentences: [hostile] }];
  const atom = renderAtom(changed, links);
  expect(atom).toContain(`<id>urn:uuid:${first.approvalId}</id>`);
  expect(atom).toContain('&lt;script&gt;&amp;&quot;]]&gt;');
  expect(atom).not.toMatch(/<script|\u0001|\]\]>\]\]>/);
  const feed = JSON.parse(renderJsonFeed(changed, links));
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: links.self,
    items: [{ id: `urn:uuid:${first.approvalId}`, title: hostile, language: 'vi' }],
  });
  expect(feed.items[0].content_html).not.toContain('<script');
  for (const text of [renderAtom(entries, links), renderJsonFeed(entries, links)]) {
    expect(text).toContain('tối đa 5 cuốn sách');
    expect(text).not.toContain('buồn tẻ');
    for (const person of [drafter, ...reviewers]) expect(text).not.toContain(person.actor.name);
  }
  expect(renderAtom(entries, links)).toBe(renderAtom(await readFeed(ctx, {}), links));
  expect(renderAtom([], links)).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});

test('an answer whose source has ended by today is not in the feed, though nobody was told', async () => {
  const approver = await actAs(ctx, 'approver', ['corpus_approver']);
  await withdrawVersions(approver, { versionIds, reason: 'Thu hồi.', from: '2090-03-01' });
  const on = (day: string) => ({ ...ctx, clock: () => new Date(`${day}T05:00:00Z`) });
  expect(await readFeed(on('2090-02-28'), {})).toHaveLength(2);
  expect(await readFeed(on('2090-03-01'), {})).toEqual([]);
  expect((await listApprovals(on('2090-03-01'), { limit: 10 })).items).toEqual([]);
});

test('what is revoked leaves the feed at once, and its evidence says so', async () => {
  const [newest] = await readFeed(ctx, {});
  const id = newest?.approvalId ?? '';
  await revokeApproval(reviewers[1] ?? ctx, { approvalId: id, reason: 'Nguồn bị nghi ngờ.' });
  expect((await readFeed(ctx, {})).map((entry) => entry.approvalId)).toEqual([approvalId]);
  await expect(exportApproval(drafter, id)).rejects.toMatchObject({ code: 'conflict' });
  const bundle = await createBundle(drafter, { approvalId: id });
  expect(bundle.approval).toMatchObject({
    status: 'revoked',
    revocation: { reason: 'Nguồn bị nghi ngờ.' },
  });
  const verdict = await verifyBundle(writeBundle(bundle));
  expect(verdict.checks.flatMap((check) => check.problems)).toEqual([]);
  await expect(createBundle(drafter, { approvalId: newId() })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('an answer in another language has the words of that language around it', () => {
  const french: ApprovedAnswer = { ...answer, language: 'fr' };
  expect(renderMarkdown(french)).toContain('en vigueur depuis le');
  expect(renderMarkdown({ ...answer, language: 'la' })).toContain('## Sources');
});
