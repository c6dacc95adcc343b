import { afterAll, expect, test } from 'vitest';
import { disableUser } from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import { sendNotices } from '#review/index.ts';
import { createSmtpMailer } from '#review/notices/smtp-mailer.ts';
import { withdrawVersions } from '#standing/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { openMailServer } from '../support/mail-server.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const server = await openMailServer();
afterAll(() => server[Symbol.asyncDispose]());
const mailer = createSmtpMailer({ url: server.url, from: 'Đối Chứng <doichung@team.example>' });
const [versionId = ''] = await approveCorpus(ctx, [invented]);
const drafter = await withAddress(await actAs(ctx, 'drafter', ['drafter']), 'drafter');
const reviewers = [
  await withAddress(await actAs(ctx, 'first', ['reviewer']), 'first'),
  await actAs(ctx, 'second', ['reviewer']),
];
const approver = await actAs(ctx, 'approver', ['corpus_approver']);

async function withAddress(of: Context, name: string): Promise<Context> {
  await ctx.db
    .updateTable('app_user')
    .set({ email: `${name}@team.example` })
    .where('id', '=', of.actor.userId)
    .execute();
  return of;
}

async function mention(postId: string, user: Context): Promise<void> {
  const id = newId();
  await ctx.db
    .insertInto('comment')
    .values({
      id,
      post_id: postId,
      draft_id: null,
      sentence_ordinal: null,
      author: drafter.actor.userId ?? '',
      text: 'Bí mật của bình luận.',
      by_reviewer: false,
      written_at: ctx.clock(),
    })
    .execute();
  await ctx.db
    .insertInto('mention')
    .values({ comment_id: id, user_id: user.actor.userId ?? '', seen_at: null })
    .execute();
}

/** What a mail program would show. */
function bodyOf(source: string): string {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  return /base64/i.test(head)
    ? Buffer.from(body, 'base64').toString('utf8')
    : Buffer.from(
        body
          .replaceAll('=\r\n', '')
          .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          ),
        'latin1',
      ).toString('utf8');
}

const postId = await analysedPost(ctx, contradictingClaim);

test('an answer that left force: one mail to whoever has an address, and not twice', async () => {
  await submitForReview(drafter, postId);
  await approveInReview(reviewers, postId);
  expect(await sendNotices(ctx, mailer)).toBe(0);
  await withdrawVersions(approver, { versionIds: [versionId], reason: 'Thu hồi.' });
  const [once, twice] = await Promise.all([sendNotices(ctx, mailer), sendNotices(ctx, mailer)]);
  expect(once + twice).toBe(1);
  expect(await sendNotices(ctx, mailer)).toBe(0);
  expect(server.received).toHaveLength(1);
  const [{ to, source } = { to: [], source: '' }] = server.received;
  expect(to).toEqual(['drafter@team.example']);
  const head = source.slice(0, source.indexOf('\r\n\r\n'));
  expect(head).toMatch(/^[\u0020-\u007e\r\n\t]+$/);
  expect(head).toMatch(/^Subject: =\?UTF-8\?[QB]\?/m);
  expect(head).toContain('Auto-Submitted: auto-generated');
  const text = bodyOf(source);
  expect(text).toContain('- Câu trả lời không còn hiệu lực: 1');
  expect(text).toContain(`${ctx.config.signIn.publicUrl}/posts/${postId}`);
  for (const word of ['cuốn', 'bạn đọc', 'thư viện']) expect(text).not.toContain(word);
});

test('a mention is one mail without the comment; who has no address or is disabled gets none', async () => {
  for (const user of reviewers) await mention(postId, user);
  const gone = await withAddress(await actAs(ctx, 'gone', ['reviewer']), 'gone');
  await mention(postId, gone);
  const admin = await actAs(ctx, 'admin', ['admin']);
  await disableUser(admin, { userId: gone.actor.userId ?? '', reason: 'Nghỉ việc.' });
  const before = server.received.length;
  expect(await sendNotices(ctx, mailer)).toBe(1);
  const mails = server.received.slice(before);
  expect(mails.map(({ to }) => to)).toEqual([['first@team.example']]);
  expect(bodyOf(mails[0]?.source ?? '')).toContain('- Có người nhắc đến bạn: 1');
  expect(bodyOf(mails[0]?.source ?? '')).not.toContain('Bí mật');
});

test('while the server is away nothing is lost; a refused recipient does not stop the others', async () => {
  await mention(postId, drafter);
  await mention(postId, reviewers[0] as Context);
  const away = createSmtpMailer({ url: 'smtp://127.0.0.1:1', from: 'a@team.example' });
  await expect(sendNotices(ctx, away)).rejects.toThrow('the mail server took no mail');
  server.unknown.add('drafter@team.example');
  const before = server.received.length;
  expect(await sendNotices(ctx, mailer)).toBe(1);
  expect(server.received.slice(before).map(({ to }) => to)).toEqual([['first@team.example']]);
  expect(await sendNotices(ctx, mailer)).toBe(0);
});
