import { describe, expect, test } from 'vitest';
import {
  checkEdit,
  decideResponse,
  editDraft,
  type EditedDraft,
  type EditInput,
  setOutcome,
} from '#drafting/index.ts';
import { newId } from '#platform/ids.ts';
import { decide, leaseNext, readItem, submitDraft } from '#review/index.ts';
import { putFirst } from '../support/leases.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const reviewBy = '2099-01-01';
const noFee = 'Thư viện giả định không thu phí mượn sách của học sinh dưới 18 tuổi.';

/** A post of its own with the machine's draft as a person would send it back. */
async function draftedPost() {
  const postId = await analysedPost(ctx, `Tin số ${newId().slice(-6)}.\n${contradictingClaim}`);
  return { postId, edit: await asEdit(postId) };
}

async function asEdit(postId: string): Promise<EditInput> {
  const { draft } = await readItem(drafter, postId);
  const [headline, ...sentences] = (draft?.sentences ?? []).map(({ role, text, citations }) => ({
    role,
    text,
    citations: citations.map((one) => ({ passageId: one.passage_id, quote: one.quote })),
  }));
  if (headline === undefined || draft === null) throw new Error('no draft');
  return { postId, baseRevision: draft.revision, headline, sentences };
}

/** The edit with words added to a sentence; 0 is the headline. */
function adding<T extends EditedDraft>(edit: T, ordinal: number, words: string): T {
  const said = (one: EditedDraft['headline']) => ({ ...one, text: `${one.text} ${words}` });
  if (ordinal === 0) return { ...edit, headline: said(edit.headline) };
  const sentences = edit.sentences.map((one, at) => (at === ordinal - 1 ? said(one) : one));
  return { ...edit, sentences };
}

async function codesOf(postId: string, severity: 'H' | 'W'): Promise<string[]> {
  const { draft } = await readItem(drafter, postId);
  return (draft?.findings ?? [])
    .filter((finding) => finding.severity === severity)
    .map(({ code, sentence }) => (sentence === null ? code : `${code}@${sentence}`));
}

describe('what the machine drafts', () => {
  test('has no finding that a wording could mend, and none of a response once there is one', async () => {
    const { postId } = await draftedPost();
    expect(await codesOf(postId, 'H')).toEqual(['no_response_decision']);
    expect(await codesOf(postId, 'W')).toEqual(['no_alternative', 'no_review_by']);
    expect((await readItem(drafter, postId)).draft).toMatchObject({ blocked: false });
    await decideResponse(drafter, { postId, decision: 'respond', reason: 'Lan rộng.' });
    expect(await codesOf(postId, 'H')).toEqual([]);
    await decideResponse(drafter, { postId, decision: 'monitor', reason: 'Đã lắng.' });
    expect(await codesOf(postId, 'H')).toEqual(['no_response_decision']);
  });
});

describe('an edit', () => {
  test('is stored with its citations, its form and who made it', async () => {
    const { postId, edit } = await draftedPost();
    const stored = await editDraft(drafter, {
      ...edit,
      reviewBy,
      noAlternative: true,
      audience: 'diaspora',
      length: 'note',
    });
    expect(stored).toMatchObject({ revision: 2, blocked: false });
    const { draft, contributed } = await readItem(drafter, postId);
    expect(contributed).toBe(true);
    expect(draft).toMatchObject({
      drafter: 'person',
      review_by: reviewBy,
      no_alternative: true,
      audience: 'diaspora',
      length: 'note',
    });
    expect(await codesOf(postId, 'W')).toEqual(['review_by_far']);
    expect(draft?.sentences.map(({ citations }) => citations.map(({ quote }) => quote))).toEqual(
      [edit.headline, ...edit.sentences].map(({ citations }) => citations.map((one) => one.quote)),
    );
    const kept = await editDraft(drafter, await asEdit(postId));
    expect(kept.revision).toBe(3);
    expect((await readItem(drafter, postId)).draft).toMatchObject({
      review_by: reviewBy,
      no_alternative: true,
      audience: 'diaspora',
      length: 'note',
    });
    await editDraft(drafter, { ...(await asEdit(postId)), reviewBy: null });
    expect((await readItem(drafter, postId)).draft?.review_by).toBeNull();
  });

  test('that fails is stored whole, each failing sentence named, and is blocked', async () => {
    const { postId, edit } = await draftedPost();
    const wrong = adding(adding(edit, 1, '😀 Đã có 77 vụ.'), 5, 'Kẻ xấu cố tình nói thế.');
    expect(await editDraft(drafter, wrong)).toMatchObject({ revision: 2, blocked: true });
    const { draft } = await readItem(drafter, postId);
    expect(draft?.sentences.map(({ text }) => text)).toEqual(
      [wrong.headline, ...wrong.sentences].map(({ text }) => text),
    );
    const { gate } = await ctx.db
      .selectFrom('draft')
      .select('gate')
      .where('id', '=', draft?.id ?? '')
      .executeTakeFirstOrThrow();
    expect(gate).toMatchObject({
      dropped: [
        { ordinal: 1, failures: expect.arrayContaining(['number_mismatch']) as unknown },
        { ordinal: 5, failures: expect.arrayContaining(['person_directed']) as unknown },
      ],
    });
    const marked = draft?.findings
      .filter(({ start }) => start !== null)
      .map(({ code, sentence, start, end }) => {
        const characters = Array.from(draft.sentences[sentence ?? 0]?.text ?? '');
        return [code, characters.slice(start ?? 0, end ?? 0).join('')];
      });
    expect(marked).toContainEqual(['number_mismatch', '77']);
    expect(marked).toContainEqual(['person_directed', 'cố tình']);
  });

  test('without any citation is kept too', async () => {
    const { postId, edit } = await draftedPost();
    const bare = (one: EditedDraft['headline']) => ({ ...one, citations: [] });
    const stored = await editDraft(drafter, {
      ...edit,
      headline: bare(edit.headline),
      sentences: edit.sentences.map(bare),
    });
    expect(stored.blocked).toBe(true);
    expect(await codesOf(postId, 'H')).toEqual([
      'no_response_decision',
      'headline_uncited@0',
      'first_uncited@1',
      'why_uncited@4',
      'uncited@5',
    ]);
  });

  test('that breaks the structure alone is blocked', async () => {
    const { postId, edit } = await draftedPost();
    const sentences = edit.sentences.filter(({ role }) => role !== 'WARNING');
    expect((await editDraft(drafter, { ...edit, sentences })).blocked).toBe(true);
    expect(await codesOf(postId, 'H')).toEqual(['no_response_decision', 'myth_without_warning@2']);
  });

  test('with a quote that is not in its passage, or no such day, stores nothing', async () => {
    const { postId, edit } = await draftedPost();
    const passageId = edit.headline.citations[0]?.passageId ?? 0;
    const citations = [{ passageId, quote: 'Không có ở đâu cả.' }];
    const lost = { ...edit, headline: { ...edit.headline, citations } };
    await expect(editDraft(drafter, lost)).rejects.toMatchObject({
      code: 'validation',
      field: 'headline.citations[0].quote',
    });
    for (const day of ['2027-02-30', 'mai', '2027-2-3', '']) {
      await expect(editDraft(drafter, { ...edit, reviewBy: day })).rejects.toMatchObject({
        code: 'validation',
        field: 'review_by',
      });
    }
    expect((await readItem(drafter, postId)).draft?.revision).toBe(1);
    expect((await readItem(drafter, postId)).contributed).toBe(false);
  });

  test('of a revision that is no longer the newest is a conflict, also of two at once', async () => {
    const { edit } = await draftedPost();
    const both = await Promise.allSettled([editDraft(drafter, edit), editDraft(drafter, edit)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(editDraft(drafter, edit)).rejects.toMatchObject({ field: 'base_revision' });
  });
});

describe('a check without storing', () => {
  test('says per sentence what an edit would be stored with', async () => {
    const { postId, edit } = await draftedPost();
    const { baseRevision: _, ...wording } = adding(edit, 1, 'Đã có 77 vụ.');
    const checked = await checkEdit(drafter, wording);
    expect(checked.blocked).toBe(true);
    expect(checked.sentences.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(checked.sentences[1]?.failures).toContain('number_mismatch');
    expect(checked.sentences[1]?.findings).toMatchObject([
      { rule: 'R8', code: 'number_mismatch', values: ['77'] },
    ]);
    expect(checked.sentences[0]).toMatchObject({ failures: [], findings: [] });
    expect(checked.findings.map(({ code }) => code)).toContain('no_response_decision');
    const { draft, contributed } = await readItem(drafter, postId);
    expect(draft?.revision).toBe(1);
    expect(contributed).toBe(false);
  });

  test('names a quote that is not there yet instead of refusing', async () => {
    const { edit } = await draftedPost();
    const passageId = edit.headline.citations[0]?.passageId ?? 0;
    const unknown = { passageId: 999_999, quote: noFee };
    const half = { passageId, quote: 'Thư viện giả định không thu ph' };
    for (const citation of [unknown, half]) {
      const headline = { ...edit.headline, citations: [citation] };
      const checked = await checkEdit(drafter, { ...edit, headline });
      expect(checked.sentences[0]?.failures).toContain('fabricated');
    }
  });
});

describe('a blocked draft', () => {
  test('is refused at submission by its first finding, and goes in once it is mended', async () => {
    const { postId, edit } = await draftedPost();
    const claimId = (await readItem(drafter, postId)).draft?.claim_id ?? '';
    await decideResponse(drafter, { postId, decision: 'respond', reason: 'Lan rộng.' });
    await setOutcome(drafter, { claimId, outcome: 'CONTRADICTED', reason: 'Số khác.' });
    await editDraft(drafter, adding(edit, 4, 'Đã có 77 vụ.'));
    const submit = async () => {
      const { draft } = await readItem(drafter, postId);
      await submitDraft(drafter, { postId, contentSha256: draft?.content_sha256 ?? '' });
    };
    await expect(submit()).rejects.toMatchObject({
      code: 'conflict',
      field: 'sentences[3]',
      message: expect.stringContaining('number_mismatch') as string,
      remedy: expect.stringContaining('quote') as string,
    });
    expect((await readItem(drafter, postId)).post.state).toBe('IN_DRAFT');
    await editDraft(drafter, { ...edit, baseRevision: 2 });
    await submit();
    expect((await readItem(drafter, postId)).post.state).toBe('IN_REVIEW');
  });

  test('that got before reviewers all the same cannot be approved, even in plain SQL', async () => {
    const { postId, edit } = await draftedPost();
    const claimId = (await readItem(drafter, postId)).draft?.claim_id ?? '';
    await decideResponse(drafter, { postId, decision: 'respond', reason: 'Lan rộng.' });
    await setOutcome(drafter, { claimId, outcome: 'CONTRADICTED', reason: 'Số khác.' });
    const { draftId } = await editDraft(drafter, adding(edit, 4, 'Đã có 77 vụ.'));
    await ctx.db
      .updateTable('post')
      .set({ state: 'IN_REVIEW', submission_count: 1000 })
      .where('id', '=', postId)
      .execute();
    const reviewers = [
      await actAs(ctx, 'first', ['reviewer']),
      await actAs(ctx, 'second', ['reviewer']),
    ];
    const vote = async (reviewer: (typeof reviewers)[number]) => {
      const lease = await leaseNext(reviewer, { leaseMs: 60_000 });
      if (lease?.postId !== postId) throw new Error('another item came up');
      const { draft } = await readItem(reviewer, postId);
      await decide(reviewer, {
        itemId: lease.itemId,
        leaseToken: lease.token,
        fence: lease.fence,
        contentSha256: draft?.content_sha256 ?? '',
        verdict: 'approve',
        reason: 'Đã đọc từng câu.',
        labels: (draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: 'supported' })),
      });
    };
    const [first, second] = reviewers;
    if (first === undefined || second === undefined) throw new Error('no reviewers');
    await vote(first);
    await expect(vote(second)).rejects.toThrow(/does not pass its gate and linter/);
    const { content_sha256 } = await ctx.db
      .selectFrom('draft')
      .select('content_sha256')
      .where('id', '=', draftId)
      .executeTakeFirstOrThrow();
    await expect(
      ctx.db
        .insertInto('approval')
        .values({
          id: newId(),
          post_id: postId,
          draft_id: draftId,
          content_sha256,
          first_reviewer: first.actor.userId ?? '',
          second_reviewer: second.actor.userId ?? '',
          status: 'in_force',
          approved_at: new Date(),
        })
        .execute(),
    ).rejects.toThrow(/does not pass its gate and linter/);
  });
});

test('a reader compares a revision with the one before it and with the one reviewers read', async () => {
  const { postId, edit } = await draftedPost();
  const claimId = (await readItem(drafter, postId)).draft?.claim_id ?? '';
  expect((await readItem(drafter, postId)).draft?.earlier).toEqual([]);
  await decideResponse(drafter, { postId, decision: 'respond', reason: 'Lan rộng.' });
  await setOutcome(drafter, { claimId, outcome: 'CONTRADICTED', reason: 'Số khác.' });
  await editDraft(drafter, edit);
  const { draft } = await readItem(drafter, postId);
  await submitDraft(drafter, { postId, contentSha256: draft?.content_sha256 ?? '' });
  await putFirst(ctx, postId);
  for (const name of ['first', 'second']) {
    const reviewer = await actAs(ctx, name, ['reviewer']);
    const lease = await leaseNext(reviewer, { leaseMs: 60_000 });
    if (lease?.postId !== postId) throw new Error('another item came up');
    await decide(reviewer, {
      itemId: lease.itemId,
      leaseToken: lease.token,
      fence: lease.fence,
      contentSha256: draft?.content_sha256 ?? '',
      verdict: 'return',
      reason: 'Thiếu ngày xem lại.',
      labels: (draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: 'supported' })),
    });
  }
  await editDraft(drafter, { ...edit, baseRevision: 2 });
  await editDraft(drafter, { ...adding(edit, 1, '!'), baseRevision: 3 });
  const earlier = (await readItem(drafter, postId)).draft?.earlier;
  expect(earlier?.map(({ revision, reviewed }) => [revision, reviewed])).toEqual([
    [3, false],
    [2, true],
  ]);
  expect(earlier?.[0]?.sentences.map(({ text }) => text)).toEqual(
    [edit.headline, ...edit.sentences].map(({ text }) => text),
  );
});
