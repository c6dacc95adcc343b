import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sliceCodePoints } from '#language/code-points.ts';
import { locateQuote, pickQuotes } from './quotes.ts';
import { sampleSource, sampleTexts } from '../sample-source.ts';
import type { Citation } from '../types.ts';

const sentences = [
  'Mọi người đều có quyền sống, tự do và an toàn cá nhân.',
  'Tuyên ngôn 😀 có 1.000.000 bản in, “bản chuẩn” vì hòa bình.',
  'Không ai bị tra tấn hay bị đối xử tàn bạo.',
];
const source = sampleSource(sentences.join(' '));
const canonical = sampleTexts([source]).get('v1') ?? '';
const sliceOf = ({ start, end }: Citation): string => sliceCodePoints(canonical, start, end);

describe('locateQuote', () => {
  test.each([
    ['as it stands', sentences[2], sentences[2]],
    ['after an emoji', 'có 1.000.000 bản in', 'có 1.000.000 bản in'],
    ['decomposed (NFD)', sentences[0]?.normalize('NFD'), sentences[0]],
    ['other tone placement', 'vì hoà bình', 'vì hòa bình'],
    ['other whitespace', 'Không  ai\u00a0bị\ntra tấn', 'Không ai bị tra tấn'],
    ['other quote marks', '"bản chuẩn"', '“bản chuẩn”'],
    ['guillemets', '«bản chuẩn»', '“bản chuẩn”'],
    ['quotation marks of the writer around it', '“Không ai bị tra tấn”', 'Không ai bị tra tấn'],
    ['soft hyphens', 'Không ai bị tra\u00ad tấ\u00adn', 'Không ai bị tra tấn'],
    ['zero-width characters', '\ufeffKhông ai\u200b bị tra tấn', 'Không ai bị tra tấn'],
    ['narrow no-break spaces', 'Không\u202fai bị tra tấn', 'Không ai bị tra tấn'],
  ])('finds a quote %s and keeps the passage’s characters', (_, quote = '', expected = '') => {
    const citation = locateQuote(source, quote);
    expect(citation?.quote).toBe(expected);
    expect(citation === null ? null : sliceOf(citation)).toBe(expected);
  });

  test.each([
    ['blank', ' \n'],
    ['not there', 'Mọi người đều có quyền im lặng'],
    ['other case', 'KHÔNG AI BỊ TRA TẤN'],
    ['another tone', 'Không ai bị tra tân'],
    ['stitched', 'Mọi người đều có quyền sống Không ai bị tra tấn'],
    ['with an ellipsis', 'Mọi người … an toàn cá nhân.'],
    ['with three dots', 'Mọi người ... an toàn cá nhân.'],
    ['with dots in brackets', 'Mọi người [...] an toàn cá nhân.'],
    ['ended by an ellipsis', 'Mọi người đều có quyền sống…'],
    ['half a word', 'hông ai bị tra t'],
    ['half a number', '1.000'],
    ['other punctuation', 'quyền sống; tự do'],
  ])('refuses a quote that is %s', (_, quote) => {
    expect(locateQuote(source, quote)).toBeNull();
  });

  test('finds words that the passage parts with a soft hyphen', () => {
    const hyphened = sampleSource('Mọi người đều được bảo\u00ad vệ bởi hiến\u00adpháp.');
    expect(locateQuote(hyphened, 'bảo vệ bởi hiếnpháp.')?.quote).toBe(
      'bảo\u00ad vệ bởi hiến\u00adpháp.',
    );
  });

  test('prefers the byte-equal place over an earlier tolerant one', () => {
    const twice = sampleSource('Vì hoà bình hôm nay. Vì hòa bình hôm nay.');
    expect(locateQuote(twice, 'Vì hòa bình hôm nay.')?.start).toBe(twice.start + 21);
  });

  test('any run of whole words is found byte-equal, in whatever Unicode form it is asked for', () => {
    const text = 'Ai 😀 cũng được bảo vệ; không ai được miễn trừ 12,5 % (mười hai phẩy năm).';
    const tokens = text.split(' ');
    const passage = sampleSource(text);
    const form = fc.constantFrom('NFC', 'NFD');
    const index = fc.nat({ max: tokens.length - 1 });
    fc.assert(
      fc.property(index, index, form, (a, b, unicode) => {
        const quote = tokens.slice(Math.min(a, b), Math.max(a, b) + 1).join(' ');
        const citation = locateQuote(passage, quote.normalize(unicode));
        expect(citation?.quote).toBe(quote);
        const { start = 0, end = 0 } = citation ?? {};
        const local = sliceCodePoints(text, start - passage.start, end - passage.start);
        expect(local).toBe(quote);
      }),
    );
  });
});

describe('pickQuotes', () => {
  test('ranks the sentence that answers the claim first, with or without diacritics', () => {
    for (const claim of ['Cho phép tra tấn người bị bắt', 'cho phep tra tan nguoi bi bat']) {
      const [best] = pickQuotes(source, claim);
      expect(best?.citation.quote).toBe(sentences[2]);
      expect(best?.relevance).toBeGreaterThan(0);
    }
  });

  test('ranks a sentence with a figure before one without for a claim with another figure', () => {
    const passage = sampleSource('Công tác này dựa trên nguyên tắc. Công tác này dựa trên 3 trụ.');
    expect(pickQuotes(passage, 'Công tác dựa trên 4')[0]?.citation.quote).toContain('3 trụ');
  });

  test('cites every sentence byte-equal and gives the same order twice', () => {
    const quotes = pickQuotes(source, 'quyền sống');
    expect(quotes.map(({ citation }) => citation.quote).toSorted()).toEqual(sentences.toSorted());
    for (const { citation } of quotes) expect(sliceOf(citation)).toBe(citation.quote);
    expect(pickQuotes(source, 'quyền sống')).toEqual(quotes);
  });

  test('offers no heading, question, list lead-in or fragment, and drops list markers', () => {
    const text =
      'Điều 5. Quyền học tập của mọi người\n\nNgười dân có các quyền sau đây:\n\n1. Mọi người đều được học tập.\n\nAi được hưởng quyền này?\n\nHết.';
    const quotes = pickQuotes(sampleSource(text), 'quyền học tập');
    expect(quotes.map(({ citation }) => citation.quote)).toEqual(['Mọi người đều được học tập.']);
  });

  test('offers clauses of a very long sentence only where cutting loses no negation', () => {
    const clause = 'mọi người đều được hưởng quyền này theo luật định '.repeat(5).trim();
    const safe = sampleSource(`${clause}; ${clause} vào dịp khác.`);
    expect(pickQuotes(safe, 'quyền').map(({ citation }) => citation.quote.length)).toHaveLength(2);
    const risky = sampleSource(`${clause}; trừ người khác thì ${clause} sẽ khác.`);
    expect(pickQuotes(risky, 'quyền').map(({ citation }) => citation.quote)).toEqual([risky.text]);
    for (const { citation } of pickQuotes(safe, 'quyền')) {
      const text = sampleTexts([safe]).get('v1') ?? '';
      expect(sliceCodePoints(text, citation.start, citation.end)).toBe(citation.quote);
    }
  });
});

test('a sentence in another script than its passage is not offered', () => {
  const vietnamese = sampleSource(
    'Thư viện giả định mở cửa lúc 8 giờ sáng. 图书馆的人都在证明自己。',
  );
  const claim = '图书馆的人都有罪。';
  expect(pickQuotes(vietnamese, claim).map(({ citation }) => citation.quote)).toEqual([
    'Thư viện giả định mở cửa lúc 8 giờ sáng.',
  ]);
  const chinese = sampleSource('图书馆的人都在证明自己。', { language: 'zh' });
  expect(pickQuotes(chinese, claim)).toHaveLength(1);
});
