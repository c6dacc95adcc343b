import { beforeAll, describe, expect, test } from 'vitest';
import {
  commentsPerHour,
  markMentionsSeen,
  readComments,
  visibleComments,
  writeComment,
} from '#comments/index.ts';
import type { DbContext } from '#db/context.ts';
import { disableUser, mergeAccounts } from '#identity/index.ts';
import { canonicalJson, sha256Hex } from '#platform/hash.ts';
import { newId } from '#platform/ids.ts';
import { decide, leaseNext, readItem } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
let drafter: Context;
let triager: Context;
let auditor: Context;
let first: Context;
let second: Context;
let number = 0;

beforeAll(async () => {
  await approveCorpus(ctx, [invented]);
  drafter = await actAs(ctx, 'Vũ Đức Minh', ['drafter']);
  triager = await actAs(ctx, 'triager', ['triager']);
  auditor = await actAs(ctx, 'auditor', ['auditor']);
  first = await actAs(ctx, 'first', ['reviewer']);
  second = await actAs(ctx, 'Lan Anh', ['reviewer']);
});

async function newPost(): Promise<string> {
  number += 1;
  return analysedPost(ctx, `Phòng số ${number} vừa sơn lại tường.\n${contradictingClaim}`);
}

async function inReview(): Promise<string> {
  const postId = await newPost();
  await submitForReview(drafter, postId);
  return postId;
}

/** Mentions of somebody in comments that they may read, and have not yet. */
function unseenMentions(reader: DbContext['actor']) {
  return visibleComments(ctx, reader)
    .innerJoin('mention as m', 'm.comment_id', 'c.id')
    .select(['c.id as commentId', 'c.post_id as postId'])
    .where('m.user_id', '=', reader.userId)
    .where('m.seen_at', 'is', null)
    .execute();
}

async function samePerson(from: Context, into: Context): Promise<void> {
  const ids = { from: from.actor.userId ?? '', into: into.actor.userId ?? '' };
  await mergeAccounts(ctx, { ...ids, reason: 'Một người.' });
}

async function textsFor(reader: DbContext, postId: string): Promise<string[]> {
  const { items } = await readComments(reader, { postId, limit: 100 });
  return items.map(({ text }) => text);
}

async function give(reviewer: Context, postId: string, verdict: 'approve' | 'return') {
  const lease = await leaseNext(reviewer, { leaseMs: 60_000 });
  if (lease?.postId !== postId) throw new Error('another item came up');
  const { draft } = await readItem(reviewer, postId);
  return decide(reviewer, {
    itemId: lease.itemId,
    leaseToken: lease.token,
    fence: lease.fence,
    contentSha256: draft?.content_sha256 ?? '',
    verdict,
    reason: 'Đã đọc.',
    labels: (draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: 'supported' })),
  });
}

describe('what is stored', () => {
  test('plain masked text at a sentence of the draft, with a hash in the trail', async () => {
    const postId = await newPost();
    const { draft } = await readItem(ctx, postId);
    const raw = `<script>x</script> bài của @tai_khoan_la, gọi 0912 345 678 https://thuvien.example`;
    const { id } = await writeComment(drafter, {
      postId,
      draftId: draft?.id,
      sentence: 1,
      text: raw,
    });
    const { items } = await readComments(auditor, { postId, limit: 10 });
    expect(items).toMatchObject([
      {
        id,
        author: drafter.actor.name,
        draftId: draft?.id,
        revision: 1,
        sentence: 1,
        byReviewer: false,
        text: '<script>x</script> bài của [tài khoản], gọi [số điện thoại] https://thuvien.example',
      },
    ]);
    const event = await ctx.db
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'comment.written')
      .where('entity_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(event.actor_id).toBe(drafter.actor.userId);
    const state = { text_sha256: await sha256Hex(items[0]?.text ?? '') };
    expect(event.after_sha256).toBe(await sha256Hex(canonicalJson(state)));
    expect(JSON.stringify(event.details)).not.toContain('script');
  });

  test('can be neither changed nor deleted', async () => {
    const postId = await newPost();
    const { id } = await writeComment(drafter, { postId, text: 'Một ý kiến.' });
    const change = ctx.db.updateTable('comment').set({ text: 'khác' }).where('id', '=', id);
    await expect(change.execute()).rejects.toThrow(/immutable/);
    await expect(ctx.db.deleteFrom('comment').where('id', '=', id).execute()).rejects.toThrow(
      /immutable/,
    );
  });

  test('refuses other drafts, sentences, posts and roles', async () => {
    const postId = await newPost();
    const other = await newPost();
    const { draft } = await readItem(ctx, postId);
    const text = 'Một ý kiến.';
    const elsewhere = (await readItem(ctx, other)).draft?.id;
    await expect(
      writeComment(drafter, { postId, draftId: elsewhere, sentence: 1, text }),
    ).rejects.toMatchObject({ code: 'conflict', field: 'draft_id' });
    await expect(writeComment(drafter, { postId, sentence: 1, text })).rejects.toMatchObject({
      code: 'validation',
    });
    await expect(
      writeComment(drafter, { postId, draftId: draft?.id, sentence: 99, text }),
    ).rejects.toMatchObject({ code: 'validation', field: 'sentence' });
    await expect(writeComment(drafter, { postId: newId(), text })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(writeComment(auditor, { postId, text })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await textsFor(drafter, postId)).toEqual([]);
  });

  test('at most sixty an hour for one person, whatever account', async () => {
    const postId = await newPost();
    const busy = await actAs(ctx, 'busy', ['triager']);
    const twin = await actAs(ctx, 'twin', ['triager']);
    await samePerson(twin, busy);
    for (let count = 0; count < commentsPerHour; count += 1) {
      await writeComment(count % 2 === 0 ? busy : twin, { postId, text: `Ý ${count}` });
    }
    await expect(writeComment(twin, { postId, text: 'Thêm' })).rejects.toMatchObject({
      code: 'too_many',
    });
    const later = { ...busy, clock: () => new Date(Date.now() + 3_700_000) };
    await writeComment(later, { postId, text: 'Một giờ sau.' });
    const page = await readComments(auditor, { postId, limit: 50 });
    expect(page.items).toHaveLength(50);
    const rest = await readComments(auditor, { postId, cursor: page.nextCursor, limit: 50 });
    expect(rest.items).toHaveLength(11);
    expect(rest.nextCursor).toBeNull();
  });
});

describe('mentions', () => {
  test('call people who work here, once each, and are seen when read', async () => {
    const postId = await newPost();
    const gone = await actAs(ctx, 'gone', ['drafter']);
    await disableUser(ctx, { userId: gone.actor.userId ?? '', reason: 'Đã nghỉ.' });
    const text = `@${second.actor.name} và @[${triager.actor.name}], @${gone.actor.name}, @${drafter.actor.name}`;
    const { id } = await writeComment(drafter, { postId, text });
    const { items } = await readComments(drafter, { postId, limit: 10 });
    expect(items[0]?.mentions.toSorted()).toEqual(
      [second.actor.name, triager.actor.name].toSorted(),
    );
    expect(await unseenMentions(second.actor)).toMatchObject([{ commentId: id, postId }]);
    expect(await unseenMentions(gone.actor)).toEqual([]);
    await markMentionsSeen(second, { postId });
    expect(await unseenMentions(second.actor)).toEqual([]);
    expect(await unseenMentions(triager.actor)).toHaveLength(1);
  });
});

describe('what a reviewer writes during the review', () => {
  test('reaches its writer, then who has decided, then everybody', async () => {
    const postId = await inReview();
    const secret = `Câu 1 sai số, @${second.actor.name} và @${drafter.actor.name} xem.`;
    await writeComment(first, { postId, text: secret });
    await writeComment(drafter, { postId, text: 'Nguồn ở khoản 2.' });
    const open = ['Nguồn ở khoản 2.'];
    expect(await textsFor(first, postId)).toEqual([secret, ...open]);
    for (const reader of [second, drafter, triager, auditor, ctx]) {
      expect(await textsFor(reader, postId)).toEqual(open);
    }
    // Nobody hears of it by way of a mention, nor can mark as seen what they have not.
    for (const reader of [second, drafter]) {
      await markMentionsSeen(reader, { postId });
      const heard = await unseenMentions(reader.actor);
      expect(heard.map((mention) => mention.postId)).not.toContain(postId);
    }
    await give(first, postId, 'return');
    expect(await textsFor(second, postId)).toEqual(open);
    expect(await textsFor(drafter, postId)).toEqual(open);
    const afterwards = 'Tôi đã trả lại.';
    await writeComment(first, { postId, text: afterwards });
    expect(await textsFor(second, postId)).toEqual(open);
    await give(second, postId, 'return');
    for (const reader of [second, drafter, triager, auditor]) {
      expect(await textsFor(reader, postId)).toEqual([secret, ...open, afterwards]);
    }
    const heard = await unseenMentions(drafter.actor);
    expect(heard.map((mention) => mention.postId)).toContain(postId);
  });

  test('also under another account, and by who lost the role since deciding', async () => {
    const postId = await inReview();
    const twin = await actAs(ctx, 'twin', ['reviewer']);
    const leaving = await actAs(ctx, 'leaving', ['reviewer', 'triager']);
    await samePerson(twin, leaving);
    await give(leaving, postId, 'approve');
    const moved = { ...leaving, actor: { ...leaving.actor, roles: ['triager' as const] } };
    await writeComment(moved, { postId, text: 'Tôi thấy ổn.' });
    expect(await textsFor(second, postId)).toEqual([]);
    expect(await textsFor(twin, postId)).toEqual(['Tôi thấy ổn.']);
    await give(second, postId, 'approve');
    expect(await textsFor(drafter, postId)).toEqual(['Tôi thấy ổn.']);
  });

  test('a drafter who may review other posts speaks openly about their own', async () => {
    const both = await actAs(ctx, 'both', ['drafter', 'reviewer']);
    const postId = await newPost();
    await submitForReview(both, postId);
    await writeComment(both, { postId, text: 'Tôi soạn bài này.' });
    expect(await textsFor(second, postId)).toEqual(['Tôi soạn bài này.']);
  });
});
