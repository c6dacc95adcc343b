import { beforeAll, describe, expect, test } from 'vitest';
import { editDraft, redraft } from '#drafting/index.ts';
import { readItem } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

/** Invented guidance of the invented library: it says nearly what the handbook says. */
const guidance = {
  key: 'huong-dan',
  title: 'Hướng dẫn trả lời của thư viện giả định',
  text: 'Mỗi bạn đọc của thư viện giả định được mượn tối đa 5 cuốn sách trong 30 ngày và không phải trả phí.',
  citable: false,
};

async function corpus(...documents: Parameters<typeof approveCorpus>[1]): Promise<Context> {
  const ctx = await createTestContext();
  await approveCorpus(ctx, documents);
  return ctx;
}

describe('a claim that guidance speaks to', () => {
  let ctx: Context;
  let postId: string;
  beforeAll(async () => {
    ctx = await corpus(invented, guidance);
    postId = await analysedPost(ctx, contradictingClaim);
  });

  test('shows it beside its matches, and not among them', async () => {
    const [claim] = (await readItem(ctx, postId)).claims;
    expect(claim?.guidance).toMatchObject([
      { title: guidance.title, text: guidance.text, rank: 1, conflicts: [], guidance: true },
    ]);
    expect(claim?.matches.length).toBeGreaterThan(0);
    expect(claim?.matches.map((match) => match.title)).not.toContain(guidance.title);
  });

  test('is answered out of what may be quoted alone', async () => {
    const { draft, claims } = await readItem(ctx, postId);
    const citations = draft?.sentences.flatMap((sentence) => sentence.citations) ?? [];
    expect(citations.length).toBeGreaterThan(0);
    expect(new Set(citations.map((citation) => citation.title))).toEqual(new Set([invented.title]));
    const drafter = await actAs(ctx, 'drafter', ['drafter']);
    const again = await redraft(drafter, { claimId: claims[0]?.id ?? '' });
    expect(again.revision).toBe(2);
    const redrafted = await readItem(ctx, postId);
    const quoted = redrafted.draft?.sentences.flatMap((sentence) => sentence.citations) ?? [];
    expect(quoted.map((citation) => citation.title)).not.toContain(guidance.title);
  });

  test('is not redrafted out of guidance, even when it is chosen', async () => {
    const [claim] = (await readItem(ctx, postId)).claims;
    const drafter = await actAs(ctx, 'drafter', ['drafter']);
    await expect(
      redraft(drafter, {
        claimId: claim?.id ?? '',
        passageIds: [claim?.guidance[0]?.passage_id ?? 0],
      }),
    ).rejects.toMatchObject({ code: 'conflict', field: 'claim' });
  });

  test('is not answered by a person with a quote of guidance: the gate blocks it', async () => {
    const { draft, claims } = await readItem(ctx, postId);
    const passageId = claims[0]?.guidance[0]?.passage_id ?? 0;
    const [headline, ...sentences] = (draft?.sentences ?? []).map((sentence) => ({
      role: sentence.role,
      text: sentence.text,
      citations: sentence.citations.map(({ quote }) => ({ passageId, quote })),
    }));
    const drafter = await actAs(ctx, 'drafter', ['drafter']);
    if (headline === undefined || draft === null) throw new Error('no draft');
    const { blocked } = await editDraft(drafter, {
      postId,
      baseRevision: draft.revision,
      headline,
      sentences,
    });
    expect(blocked).toBe(true);
    const stored = (await readItem(ctx, postId)).draft?.findings ?? [];
    expect(stored.filter(({ code }) => code === 'not_citable').length).toBeGreaterThan(0);
  });
});

test('guidance alone makes neither an outcome nor a draft', async () => {
  const ctx = await corpus(guidance);
  const postId = await analysedPost(ctx, contradictingClaim);
  const { claims, draft } = await readItem(ctx, postId);
  expect(claims).toMatchObject([{ outcome: 'NO_POSITION', matches: [] }]);
  expect(claims[0]?.guidance).toHaveLength(1);
  expect(draft).toBeNull();
});

test('at most two pieces of guidance are kept, the most probable first', async () => {
  const ctx = await corpus(
    invented,
    ...[1, 2, 3].map((copy) => ({ ...guidance, key: `huong-dan-${copy}` })),
    { key: 'khac', text: 'Không ai được mang thú nuôi vào vườn hoa giả định.', citable: false },
  );
  const postId = await analysedPost(ctx, contradictingClaim);
  const [claim] = (await readItem(ctx, postId)).claims;
  expect(claim?.guidance.map((match) => match.title)).toEqual([guidance.title, guidance.title]);
  expect(claim?.guidance.map((match) => match.rank)).toEqual([1, 2]);
});

test('guidance that speaks of something else, has ended or has not begun is not shown', async () => {
  const ctx = await corpus(
    invented,
    { key: 'khac', text: 'Không ai được mang thú nuôi vào vườn hoa giả định.', citable: false },
    { ...guidance, key: 'da-het', valid_from: '2020-01-01', valid_to: '2021-01-01' },
    { ...guidance, key: 'chua-den', valid_from: '2090-01-01' },
  );
  const postId = await analysedPost(ctx, contradictingClaim);
  const [claim] = (await readItem(ctx, postId)).claims;
  expect(claim?.matches.length).toBeGreaterThan(0);
  expect(claim?.guidance).toEqual([]);
});
