import { describe, expect, test } from 'vitest';
import { EndpointError } from '#ai/endpoint-error.ts';
import { readPrompt } from '#ai/prompt-file.ts';
import { createScriptedChat } from '#ai/scripted-chat.ts';
import type { DraftEvidence, DraftForm, PreparedDraft } from '../prepare-draft.ts';
import { sampleSource, sampleTexts } from '../sample-source.ts';
import type { SourcePassage } from '../types.ts';
import { type Arrangement, arrangeWithModel } from './arrange-with-model.ts';
import { draftTask } from './draft-task.ts';

const prompt = await readPrompt(draftTask);
const opening = 'Thư viện giả định mở cửa từ 8 giờ đến 17 giờ các ngày trong tuần.';
const closing = 'Thư viện giả định đóng cửa vào các ngày lễ.';
const names = {
  documentTitle: 'Sổ tay của thư viện giả định',
  issuer: 'Thư viện giả định',
  validFrom: '2020-01-01',
};
const hours = sampleSource(opening, { ...names, headingPath: ['Điều 1'] });
const holidays = sampleSource(closing, {
  ...names,
  passageId: 'p2',
  versionId: 'v2',
  headingPath: ['Điều 2'],
});

type Data = { claim: string; passages: Array<{ id: string; text: string }> };
/** A sentence of an answer by the text of its passage: the ids are known only to the request. */
interface Said {
  role?: string;
  connecting?: string;
  from?: SourcePassage;
  passage_id?: string;
  quote: string;
}

function input(changes: Partial<DraftEvidence & DraftForm> = {}): DraftEvidence & DraftForm {
  const sources = changes.sources ?? [hours, holidays];
  return {
    claim: { text: 'Thư viện giả định mở cửa từ 9 giờ', language: 'vi', checkable: true },
    sources,
    untranslated: new Set(),
    canonicalTexts: sampleTexts(sources),
    asOf: '2026-11-22',
    post: { text: 'Thư viện giả định mở cửa từ 9 giờ', canonicalUrl: null, response: null },
    language: 'vi',
    audience: 'domestic',
    length: 'statement',
    ...changes,
  };
}

function dataOf(user: string): Data {
  return JSON.parse(user.split('\n')[1] ?? '') as Data;
}

/** Arranges what a scripted model says, which may point at passages by their text. */
async function arrange(
  sentences: readonly Said[],
  options: { headline?: Said; input?: Partial<DraftEvidence & DraftForm> } = {},
): Promise<Arrangement> {
  const chat = createScriptedChat(({ user }) => {
    const { passages } = dataOf(user);
    const resolve = ({ from, ...rest }: Said): object => ({
      passage_id: passages.find(({ text }) => text === from?.text)?.id ?? 'none',
      ...rest,
    });
    return {
      headline: resolve(options.headline ?? { from: hours, quote: opening }),
      sentences: sentences.map((said) => ({ role: 'FACT', connecting: '', ...resolve(said) })),
    };
  });
  return arrangeWithModel({ chat, prompt, tokensPerDraft: 8000 }, input(options.input));
}

const good: readonly Said[] = [
  { from: hours, quote: opening },
  { role: 'WHY', from: hours, quote: opening },
  { from: holidays, quote: closing },
];

function textsOf({ draft }: Arrangement): string[] {
  return (draft?.sentences ?? []).map(({ text }) => text);
}

test('assembles a rebuttal of its own templates around the quotes', async () => {
  const { draft, usage } = await arrange(good);
  const { headline, sentences, ...rest } = draft as PreparedDraft;
  expect(headline.text).toContain(`“${opening}”`);
  expect(sentences.map(({ role }) => role)).toEqual(['FACT', 'WARNING', 'MYTH', 'WHY', 'FACT']);
  expect(sentences.map(({ text }) => text)).toEqual([
    `Theo Sổ tay của thư viện giả định, Điều 1: “${opening}”`,
    expect.stringContaining('không khớp'),
    expect.stringContaining('“Thư viện giả định mở cửa từ 9 giờ”'),
    `Lý do: theo Sổ tay của thư viện giả định, Điều 1: “${opening}”`,
    `Ngoài ra, theo Sổ tay của thư viện giả định, Điều 2: “${closing}”`,
  ]);
  expect(rest).toMatchObject({
    drafter: 'model',
    model: {
      model: 'scripted',
      prompt: 'draft/v1',
      prompt_sha256: prompt.sha256,
      parameters: { temperature: 0, max_tokens: 1200 },
    },
  });
  expect(usage).toMatchObject({ estimated: true });
});

describe('whatever the model words, the words stay ours', () => {
  const wordy = (connecting: string, length?: DraftForm['length']) =>
    arrange(
      [{ ...good[0], connecting } as Said, ...good.slice(1)],
      length === undefined ? {} : { input: { length } },
    );

  test('neutral words may lead to a quote', async () => {
    const [first] = textsOf(await wordy('Cụ thể'));
    expect(first).toBe(`Cụ thể, theo Sổ tay của thư viện giả định, Điều 1: “${opening}”`);
  });

  test.each([
    ['a number', 'Trong 9 giờ, theo'],
    ['a judgement', 'Đây là tin bịa đặt trắng trợn, theo'],
    ['a person', 'Ông Nguyễn Văn X nói dối, theo'],
    ['a link', 'Xem https://example.invalid/x theo'],
    ['markup', '**Quan trọng** [bấm](x), theo'],
    ['an endless text', 'theo '.repeat(500)],
    ['the claim', 'Thư viện giả định mở cửa từ 9 giờ, theo'],
  ])('%s is replaced by the standard lead', async (_what, connecting) => {
    const [first] = textsOf(await wordy(connecting));
    expect(first).toBe(`Theo Sổ tay của thư viện giả định, Điều 1: “${opening}”`);
  });

  test.each(['qa', 'short'] as const)('in a %s the leads are fixed', async (length) => {
    const short = 'Mở cửa từ 8 giờ.';
    const source = sampleSource(short, { ...names, headingPath: [], documentNumber: '1/TV' });
    const said = { from: source, quote: short };
    const sentences = [said, { ...said, role: 'WHY' }, said].map((one) => ({
      ...one,
      connecting: 'Cụ thể, theo',
    }));
    const arranged = await arrange(sentences, {
      headline: said,
      input: { sources: [source], length },
    });
    expect(textsOf(arranged)).toHaveLength(5);
    expect(textsOf(arranged).join(' ')).not.toContain('Cụ thể');
  });
});

describe('quotes', () => {
  const replacing = (quote: string, from = hours): readonly Said[] => [
    { from, quote },
    { from, role: 'WHY', quote: opening },
    ...good.slice(2),
  ];

  test.each([
    ['in other marks', `"${opening}"`],
    ['in smart marks with an ellipsis', `“…${opening}”`],
    ['with other blanks', opening.replaceAll(' ', ' \n ')],
    ['decomposed', opening.normalize('NFD')],
  ])('%s are found and taken as the passage has them', async (_what, quote) => {
    const { draft } = await arrange(replacing(quote));
    const [citation] = draft?.sentences[0]?.citations ?? [];
    expect(citation).toEqual({
      versionId: 'v1',
      passageId: 'p1',
      start: hours.start,
      end: hours.end,
      quote: opening,
    });
  });

  test.each<[string, Said, string]>([
    ['an id of nothing shown', { passage_id: '42', quote: opening }, 'fabricated'],
    ['the database id of a passage', { passage_id: 'p1', quote: opening }, 'fabricated'],
    ['a changed number', { from: hours, quote: opening.replace('8', '9') }, 'fabricated'],
    ['another language', { from: hours, quote: 'The library opens at 8.' }, 'fabricated'],
    [
      'two places in one',
      { from: hours, quote: 'Thư viện giả định mở cửa … các ngày trong tuần.' },
      'stitched',
    ],
    ['another passage', { from: holidays, quote: opening }, 'misattributed'],
    ['nothing', { from: hours, quote: '' }, 'fabricated'],
  ])('%s: the gate names it and the sentence is dropped', async (_what, said, failure) => {
    const arranged = await arrange([good[0] as Said, said, ...good.slice(1)]);
    expect(textsOf(arranged)).toHaveLength(5);
    expect(arranged.draft?.gate.dropped).toEqual([
      expect.objectContaining({ failures: expect.arrayContaining([failure]), ordinal: null }),
    ]);
  });

  test('what is shown of a dropped sentence works neither as a link nor as markup', async () => {
    const quote = '<img src=x> ![a](https://example.invalid/t) \u202e[đây](javascript:x) `rm`';
    const { draft } = await arrange([good[0] as Said, { from: hours, quote }, ...good.slice(1)]);
    const [dropped] = draft?.gate.dropped ?? [];
    expect(dropped?.sentence.text).not.toMatch(/[<>[\]`]|:\/\/|javascript:|\u202e/);
  });
});

describe('no draft', () => {
  test.each<[string, readonly Said[], Partial<DraftEvidence & DraftForm>, string]>([
    ['without sources', good, { sources: [] }, 'no_sources'],
    ['for an opinion', good, { claim: { ...input().claim, checkable: false } }, 'gate_refused'],
    ['without a reason', [good[0], good[2]] as Said[], {}, 'gate_refused'],
    ['out of inventions', [{ quote: 'Bịa.' }, { quote: 'Bịa.' }], {}, 'gate_refused'],
    ['of nothing', [], {}, 'nothing_arranged'],
    ['that is short but long', good, { length: 'short' }, 'over_length'],
    ['out of what ended', good, { asOf: '2019-01-01' }, 'gate_refused'],
  ])('%s', async (_what, sentences, changes, reason) => {
    const { draft, reason: given } = await arrange(sentences, { input: changes });
    expect(draft).toBeNull();
    expect(given).toBe(reason);
  });

  test.each([
    ['the code of an endpoint', new EndpointError('circuit_open', 'x'), 'circuit_open'],
    ['no text of a strange error', new Error(opening), 'unexpected'],
  ])('says %s', async (_what, error, reason) => {
    const chat = createScriptedChat(() => {
      throw error;
    });
    const arranged = await arrangeWithModel({ chat, prompt, tokensPerDraft: 8000 }, input());
    expect(arranged).toEqual({ draft: null, reason, usage: null });
  });

  test('when the caller stops, which is no failure of the model', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    const chat = createScriptedChat(() => ({}));
    const running = arrangeWithModel({ chat, prompt, tokensPerDraft: 8000 }, input(), { signal });
    await expect(running).rejects.toThrow('stopped');
  });
});
