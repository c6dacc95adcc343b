import { expect, test } from 'vitest';
import { evidenceNames, followCurve, matchProbability } from './calibrate.ts';
import { profilePassage, profileQuery } from './features.ts';
import { settingsOf } from './model-settings.ts';
import { mostRead, rankCandidates, weighCandidates, worthReading } from './rank.ts';

const bundled = settingsOf('multilingual-e5-small-int8');
const byCosine = {
  ...bundled,
  fusion: { lexicalWeight: 0.001 },
  ranking: { cosine: 1, lexical: 0.001, marked: 0, grams: 0, numbersMissing: 0, namesMissing: 0 },
};
const candidate = (passageId: number, lexical: number, dense: number | null, coverage = 0) => ({
  passageId,
  lexical,
  dense,
  coverage,
});

interface Text {
  readonly documentId?: string;
  readonly language?: string;
  readonly text: string;
}

/** What was read: passage 1 the first text, and so on. */
function read(query: string, texts: readonly Text[]) {
  const passages = texts.map(({ documentId, language = 'vi', text }, index) => {
    const passageId = index + 1;
    const document = documentId ?? `document ${passageId}`;
    const place = { passageId, documentId: document, title: '', headingPath: [] };
    return [passageId, profilePassage({ ...place, text, language })] as const;
  });
  return { query: profileQuery(query, new Map()), language: 'vi', passages: new Map(passages) };
}

const words = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'trăm', 'tỷ'];

test('lead is over the tenth best, prominence over the mean of the nearest', () => {
  const candidates = words.map((_, index) => candidate(index + 1, 0, 0.9 - index / 100));
  const input = read(
    'x',
    words.map((text) => ({ text })),
  );
  const [best] = weighCandidates(candidates, input, byCosine);
  expect(best?.read?.evidence.lead).toBeCloseTo(0.09, 10);
  expect(best?.read?.evidence.rivalLead).toBeCloseTo(0.01, 10);
  // Mean of .90, .89 … .79
  expect(best?.read?.evidence.prominence).toBeCloseTo(0.9 - 0.845, 10);
});

test('a repetition, a translation and the same document are no rivals', () => {
  const text = 'mọi người đều có quyền tự do ngôn luận';
  const input = read('quyền tự do', [
    { text },
    { text: `${text} nhé` },
    { text: 'everyone has the right', language: 'en' },
    { text: 'một điều khác hẳn', documentId: 'document 1' },
    { text: 'chuyện mưa nắng hôm qua' },
  ]);
  const candidates = [0.9, 0.89, 0.88, 0.87, 0.6].map((dense, index) =>
    candidate(index + 1, 0, dense),
  );
  const [best] = weighCandidates(candidates, input, byCosine);
  expect(best?.read?.evidence.rivalLead).toBeCloseTo(0.3, 10);
});

test('what the texts say can put a candidate first', () => {
  const input = read('quyền tự do ngôn luận', [
    { text: 'chuyện mưa nắng hôm qua' },
    { text: 'quyền tự do ngôn luận' },
  ]);
  const candidates = [candidate(1, 0, 0.6), candidate(2, 0, 0.58)];
  const ranked = rankCandidates(candidates, input, bundled);
  expect(ranked.map((match) => match.passageId)).toEqual([2, 1]);
  expect(ranked[0]?.reasons?.phrases).toEqual(['quyền tự do ngôn luận']);
});

test('a passage in another language keeps its place, the others are ordered among themselves', () => {
  const input = read('quyền tự do ngôn luận', [
    { text: 'chuyện mưa nắng hôm qua' },
    { text: 'everyone has the right to freedom of expression', language: 'en' },
    { text: 'quyền tự do ngôn luận' },
  ]);
  const candidates = [candidate(1, 0, 0.6), candidate(2, 0, 0.59), candidate(3, 0, 0.58)];
  const order = (language: string) =>
    rankCandidates(candidates, { ...input, language }, bundled).map((match) => match.passageId);
  expect(order('vi')).toEqual([3, 2, 1]);
  expect(order('und')).toEqual([3, 1, 2]);
});

test('only the best are read; the others keep their place behind them and are not probable', () => {
  const candidates = Array.from({ length: 30 }, (_, index) =>
    candidate(index + 1, 0, -index / 100),
  );
  const worth = worthReading(candidates, bundled);
  expect(worth).toEqual(Array.from({ length: mostRead }, (_, index) => index + 1));
  const texts = worth.map((id) => ({ text: `chuyện số ${id}` }));
  const ranked = rankCandidates(candidates, read('chuyện', texts), bundled);
  expect(ranked.slice(mostRead).map((match) => match.passageId)).toEqual(
    Array.from({ length: 20 }, (_, index) => mostRead + index + 1),
  );
  expect(ranked[mostRead]).toMatchObject({ probability: 0, reasons: null });
});

test('without a vector a match is never probable', () => {
  const input = read('một', [{ text: 'một' }, { text: 'hai' }]);
  const [best] = rankCandidates([candidate(1, 30, null, 1), candidate(2, 1, null)], input, bundled);
  expect(best).toMatchObject({ passageId: 1, probability: 0 });
});

test('no candidates give no matches', () => {
  expect(rankCandidates([], read('một', []), bundled)).toEqual([]);
});

test('a model nobody measured never reaches its threshold', () => {
  const unknown = settingsOf('some-other-model');
  const input = read('một', [{ text: 'một' }, { text: 'hai' }]);
  const [best] = rankCandidates([candidate(1, 50, 0.99, 1), candidate(2, 0, 0)], input, unknown);
  expect(best?.probability).toBeLessThan(unknown.threshold);
});

test('the probability stays between 0 and 1 for any evidence', () => {
  for (const value of [-50, -1, 0, 1, 50]) {
    const evidence = Object.fromEntries(evidenceNames.map((name) => [name, value]));
    const probability = matchProbability(
      evidence as unknown as Parameters<typeof matchProbability>[0],
      bundled.calibration,
    );
    expect(probability).toBeGreaterThanOrEqual(0);
    expect(probability).toBeLessThanOrEqual(1);
  }
});

test.each([
  { value: 0, expected: 0.1 },
  { value: 0.2, expected: 0.1 },
  { value: 0.4, expected: 0.3 },
  { value: 0.6, expected: 0.5 },
  { value: 1, expected: 0.5 },
])('between its points the curve is straight, outside level: $value', ({ value, expected }) => {
  const points = [
    [0.2, 0.1],
    [0.6, 0.5],
  ] as const;
  expect(followCurve(value, points)).toBeCloseTo(expected, 10);
  expect(followCurve(value, [])).toBe(value);
});
