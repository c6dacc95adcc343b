import { describe, expect, test } from 'vitest';
import type { DraftSentence, SourcePassage } from '#drafting/index.ts';
import { checkSentence, isByteEqual, needsSource } from './check-draft.ts';
import { isSupported, judgeSupport } from './support-judge.ts';

const canonical = '𝟚 Sổ tay\n\n1. Thư viện Sông Mơ mở cửa lúc 8 giờ. Không ai phải trả phí.';
const texts = new Map([['v1', canonical]]);
const at = (quote: string): { start: number; end: number } => {
  const start = Array.from(canonical.slice(0, canonical.indexOf(quote))).length;
  return { start, end: start + Array.from(quote).length };
};
const cite = (quote: string) => ({ versionId: 'v1', passageId: 'p1', quote, ...at(quote) });
const hours = 'Thư viện Sông Mơ mở cửa lúc 8 giờ.';
const fees = 'Không ai phải trả phí.';
const source: SourcePassage = {
  passageId: 'p1',
  versionId: 'v1',
  start: 0,
  end: Array.from(canonical).length,
  text: canonical,
  headingPath: ['Điều 3'],
  language: 'vi',
  documentTitle: 'Sổ tay',
  documentNumber: null,
  issuer: null,
  citable: true,
  status: 'approved',
  validFrom: '2020-01-02',
  endsOn: null,
};
const say = (text: string, ...quotes: string[]): DraftSentence => ({
  role: 'FACT',
  text,
  citations: quotes.map(cite),
});
const check = (sentence: DraftSentence) => checkSentence(sentence, [source], texts);

describe('bytes', () => {
  test.each([
    ['as it stands', {}, true],
    ['decomposed', { quote: hours.normalize('NFD') }, false],
    ['one code point on', { start: at(hours).start + 1, end: at(hours).end + 1 }, false],
    ['another version', { versionId: 'v2' }, false],
    ['empty', { quote: '', start: 3, end: 3 }, false],
  ])('%s', (_, change, expected) => {
    const citation = { ...cite(hours), ...change };
    expect(isByteEqual(citation, texts)).toBe(expected);
  });

  test('a quote that the sentence only points to is counted apart', () => {
    expect(check(say('Lý do: xem câu trích ở trên.', hours))).toMatchObject({
      citations: 1,
      byteEqual: 1,
      printed: 0,
      supported: true,
    });
  });
});

describe('recall and precision', () => {
  test.each([
    ['a quote with its place', say(`Theo Sổ tay, khoản 1 Điều 3: “${hours}”`, hours), true, 1],
    ['another hour beside it', say(`Theo Sổ tay, lúc 9 giờ: “${hours}”`, hours), false, 0],
    ['another name beside it', say(`Theo Sổ tay, ở Hà Mây: “${hours}”`, hours), false, 0],
    ['a negation beside it', say(`Theo Sổ tay, không hề: “${hours}”`, hours), false, 0],
    [
      'two quotes that are both needed',
      say(`Theo Sổ tay: “${hours}” “${fees}”`, hours, fees),
      true,
      2,
    ],
    ['a second citation for nothing', say(`Theo Sổ tay: “${hours}”`, hours, fees), true, 1],
    ['nothing cited', say('Thư viện mở cửa.'), false, 0],
  ])('%s', (_, sentence, supported, needed) => {
    expect(check(sentence)).toMatchObject({ supported, needed });
  });

  test('warning, myth and connective need no source', () => {
    const roles = ['FACT', 'WARNING', 'MYTH', 'WHY', 'ALTERNATIVE', 'CONNECTIVE'] as const;
    expect(roles.filter((role) => needsSource({ ...say(hours), role }))).toEqual([
      'FACT',
      'WHY',
      'ALTERNATIVE',
    ]);
  });
});

test.each([
  ['Two libraries opened in 1950.', 'Two libraries opened in 1950 in the town.', true],
  ['Two libraries opened in 1951.', 'Two libraries opened in 1950 in the town.', false],
  ['Libraries never opened.', 'Libraries opened in the town.', false],
  ['The mill burned down.', 'Two libraries opened in 1950 in the town.', false],
])('the judge on “%s”', (sentence, text, expected) => {
  expect(isSupported(judgeSupport(text, sentence), 0.65)).toBe(expected);
});
