import { beforeAll, expect, test } from 'vitest';
import { EndpointError } from '#ai/endpoint-error.ts';
import { createScriptedChat, type ScriptedChat } from '#ai/scripted-chat.ts';
import { draftWithModel, modelCallFailures } from '#drafting/index.ts';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { draftPrompt, languageModel, quotingChat } from '../support/language-model.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appWithPages, appOver, keyOf, sender, sessionCookieOf } from './client.ts';

let ctx: Context;
let key: string;
let cookie: string;
beforeAll(async () => {
  ctx = await createTestContext();
  await approveCorpus(ctx, [invented]);
  key = await keyOf(ctx, 'drafter');
  cookie = await sessionCookieOf(ctx, (await actAs(ctx, 'drafter', ['drafter'])).actor);
});

async function tried(chat: ScriptedChat): Promise<string> {
  const postId = await analysedPost(ctx, `${contradictingClaim} ${crypto.randomUUID()}`);
  await draftWithModel({ ...ctx, languageModel: languageModel(chat) }, { postId });
  return postId;
}

async function page(postId: string, language: string): Promise<string> {
  const app = appWithPages(ctx);
  const response = await app.request(`/posts/${postId}`, {
    headers: {
      Accept: 'text/html',
      Host: 'localhost',
      'Accept-Language': language,
      Cookie: cookie,
    },
  });
  expect(response.status).toBe(200);
  return response.text();
}

interface Attempted {
  readonly draft: { readonly drafter: string; readonly model: object | null };
  readonly model_attempt: object | null;
}

async function read(postId: string): Promise<Attempted> {
  const { body } = await sender(appOver(ctx))<Attempted>('GET', `/v1/posts/${postId}`, { key });
  return body;
}

const failing = () =>
  createScriptedChat(() => {
    throw new EndpointError('timeout', 'chat endpoint: no answer in time');
  });
const asMade = { model: 'scripted', prompt: 'draft/v1', prompt_sha256: draftPrompt.sha256 };

test('an item whose model failed says so, and why, in both languages and in the API', async () => {
  const postId = await tried(failing());
  expect(await read(postId)).toMatchObject({
    draft: { drafter: 'extractive', model: null },
    model_attempt: { ...asMade, status: 'failed', reason: 'timeout' },
  });
  expect(await page(postId, 'vi')).toContain(vi.model.failed(vi.model.failures.timeout));
  expect(await page(postId, 'en')).toContain(en.model.failed(en.model.failures.timeout));
});

test("a model's draft names model and prompt", async () => {
  const postId = await tried(quotingChat());
  expect(await read(postId)).toMatchObject({
    draft: { drafter: 'model', model: asMade },
    model_attempt: { ...asMade, status: 'used', reason: null },
  });
  const html = await page(postId, 'vi');
  expect(html).toContain(vi.model.madeWith('scripted', 'draft/v1'));
  expect(html).not.toContain(vi.model.waiting);
});

test('an item nobody asked a model about says nothing of one', async () => {
  const postId = await analysedPost(ctx, contradictingClaim);
  expect(await read(postId)).toMatchObject({ model_attempt: null });
});

test('every reason has its words', () => {
  for (const { model } of [vi, en]) {
    expect(Object.keys(model.failures).toSorted()).toEqual([...modelCallFailures].toSorted());
  }
});
