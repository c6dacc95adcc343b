import { expect, test } from 'vitest';
import { readPrompt } from '#ai/prompt-file.ts';
import { createScriptedChat, type ScriptedChat } from '#ai/scripted-chat.ts';
import { withTransaction } from '#db/transaction.ts';
import { analysePosts, storeAnalysis } from '#drafting/index.ts';
import { prepareQueries, rerankTask, searchPassages } from '#retrieval/index.ts';
import { rerankMatches } from '#retrieval/rerank-matches.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus } from '../support/corpus.ts';
import { submitPost } from '../support/posts.ts';
import { createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
await approveCorpus(
  ctx,
  Array.from({ length: 12 }, (_, index) => ({
    key: `so-tay-${index}`,
    title: `Sổ tay số ${index} của thư viện giả định`,
    text: `Thư viện giả định cho mượn ${index} cuốn sách mỗi tháng.`,
  })),
);
const prompt = await readPrompt(rerankTask);
const text = 'Thư viện giả định cho mượn bao nhiêu cuốn sách';
const batch = await prepareQueries(ctx, [text]);
const [query] = batch.queries;
if (query === undefined) throw new Error('no query');
const filter = { asOf: '2025-06-01', classification: 'citable' as const };
const found = await searchPassages(ctx, batch, query, { filter, limit: 12 });

/** Grades 3 what is shown with these words, else 0. */
function preferring(words: string): ScriptedChat {
  return createScriptedChat(({ user }) => {
    const { passages } = JSON.parse(user) as { passages: Array<{ id: string; text: string }> };
    const grades = passages.map(({ id, text }) => ({ id, grade: text.includes(words) ? 3 : 0 }));
    return { grades };
  });
}

const withChat = (chat: ScriptedChat): Context => ({ ...ctx, reranker: { chat, prompt } });

test('without a language model the order stands and nothing says otherwise', async () => {
  expect(found).toHaveLength(12);
  expect(await rerankMatches(ctx, text, found)).toEqual(found);
});

test('the best ten move and say so; the rest, scores and probabilities stay', async () => {
  const ninth = await ctx.db
    .selectFrom('passage')
    .select('text')
    .where('id', '=', found[8]?.passageId ?? 0)
    .executeTakeFirstOrThrow();
  const chat = preferring(ninth.text);
  const matches = await rerankMatches(withChat(chat), text, found);
  const order = [8, 0, 1, 2, 3, 4, 5, 6, 7, 9];
  const reranker = { model: 'scripted', prompt: 'rerank/v1', prompt_sha256: prompt.sha256 };
  expect(matches).toEqual([
    ...order.map((index) => ({ ...found[index], reranker })),
    ...found.slice(10),
  ]);
  const sent = JSON.parse(chat.calls[0]?.user ?? '{}') as { passages: Array<{ text: string }> };
  expect(sent.passages).toHaveLength(10);
  expect(sent.passages[0]?.text).toMatch(/^Sổ tay số \d+ của thư viện giả định\n/);
});

test('a failing model changes nothing', async () => {
  const chat = createScriptedChat(() => ({ grades: [{ id: 'x', grade: 3 }] }));
  expect(await rerankMatches(withChat(chat), text, found)).toEqual(found);
});

test('a stored match names the model and prompt that reordered it, or nothing', async () => {
  const claim = 'Thư viện giả định cho mượn 3 cuốn sách mỗi tháng.';
  const postId = await submitPost(ctx, claim);
  const [analysis] = await analysePosts(ctx, [{ id: postId, text: claim, language: 'vi' }]);
  if (analysis === undefined) throw new Error('no analysis');
  const reranker = { model: 'scripted', prompt: 'rerank/v1', prompt_sha256: prompt.sha256 };
  const claims = analysis.claims.map(({ matches, ...rest }) => ({
    ...rest,
    matches: matches.map((match, rank) => (rank === 0 ? { ...match, reranker } : match)),
  }));
  await withTransaction(ctx, (ctx) => storeAnalysis(ctx, { ...analysis, claims }));
  const stored = await ctx.db
    .selectFrom('match')
    .select('reranker')
    .where(
      'claim_id',
      'in',
      claims.map((one) => one.id),
    )
    .orderBy('rank')
    .execute();
  expect(stored.length).toBeGreaterThan(1);
  expect(stored.map((row) => row.reranker)).toEqual([reranker, ...stored.slice(1).map(() => null)]);
});
