import { expect, test } from 'vitest';
import { locateQuote } from '../extractive/quotes.ts';
import { sampleSource } from '../sample-source.ts';
import type { DraftSentence, SourcePassage } from '../types.ts';
import { findStrayQuote } from './find-stray-quote.ts';

const opening = 'Thư viện giả định mở cửa từ 8 giờ đến 17 giờ các ngày trong tuần.';
const other = 'Vườn hoa giả định trồng cây theo mùa.';
const source = sampleSource(`${opening} ${other}`);
const claim = 'Thư viện giả định mở cửa từ 9 giờ';

function quoting(quote: string, from: SourcePassage = source): DraftSentence {
  const citation = locateQuote(from, quote);
  if (citation === null) throw new Error('not in the passage');
  return { role: 'FACT', text: quote, citations: [citation] };
}

test('a quote that speaks to the claim as the best does is no stray, whole or in part', () => {
  expect(findStrayQuote([quoting(opening)], [source], claim)).toBeNull();
  expect(
    findStrayQuote([quoting('Thư viện giả định mở cửa từ 8 giờ')], [source], claim),
  ).toBeNull();
});

test('a true quote about something else is a stray', () => {
  const stray = quoting(other);
  expect(findStrayQuote([quoting(opening), stray], [source], claim)).toBe(stray);
});

test('where nothing speaks to the claim everything is a stray', () => {
  expect(findStrayQuote([quoting(opening)], [source], 'Zebra quartz')).not.toBeNull();
});

test('a passage that was not shown holds nothing but strays', () => {
  const elsewhere = sampleSource(opening, { passageId: 'p9' });
  expect(findStrayQuote([quoting(opening, elsewhere)], [source], claim)).not.toBeNull();
});
