import { describe, expect, test } from 'vitest';
import { compareTexts, likeness, profilePassage, profileQuery } from './features.ts';

const weights = new Map([
  ['freedom', 4],
  ['expression', 5],
  ['the', 0.1],
  ['noi', 3],
]);
const passage = (text: string, title = '') =>
  profilePassage({
    passageId: 1,
    documentId: 'a',
    title,
    headingPath: [],
    text,
    language: 'en',
  });
const features = (query: string, text: string, title = '') =>
  compareTexts(profileQuery(query, weights), passage(text, title)).features;

describe('text features', () => {
  test('a passage that says the query has all of it and misses nothing', () => {
    expect(features('freedom of expression', 'Everyone has freedom of expression here.')).toEqual({
      marked: 1,
      grams: 1,
      numbersMissing: 0,
      namesMissing: 0,
    });
  });

  test('rare words count for more than common ones', () => {
    expect(features('the expression', 'An expression.').marked).toBeCloseTo(5 / 5.1);
    expect(features('the expression', 'The matter.').marked).toBeCloseTo(0.1 / 5.1);
  });

  test('words of the title belong to the passage', () => {
    expect(features('freedom of expression', 'Of it.', 'Freedom of expression').marked).toBe(1);
  });

  test('another mark is another word, another place of the tone mark is not', () => {
    expect(features('nói', 'Hà Nội').marked).toBe(0);
    expect(features('hoà bình', 'hòa bình').marked).toBe(1);
  });

  test('a misspelt word still shares its letters', () => {
    const { marked, grams } = features('expresion', 'expression');
    expect(marked).toBe(0);
    expect(grams).toBeGreaterThan(0.5);
  });

  test('numbers and names that are not there are missed, in shares', () => {
    const query = 'Ở Hà Nội có 1.200 trường và 30 bệnh viện';
    expect(features(query, 'Hà Nội có 1200 trường.').numbersMissing).toBe(0.5);
    expect(features(query, 'Huế có 1200 trường.').namesMissing).toBe(1);
  });

  test('a name of the same thing is not missed', () => {
    const query = profileQuery('Tàu ở Biển Đông', new Map());
    const { features: told } = compareTexts(
      query,
      passage('Ships in the South China Sea.'),
      () => true,
    );
    expect(told.namesMissing).toBe(0);
  });

  test.each(['', '🙂', 'https://example.org', 'a'])(
    '%j has finite features from 0 to 1',
    (text) => {
      for (const value of [
        ...Object.values(features(text, text)),
        ...Object.values(features('freedom', text)),
      ]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    },
  );
});

test('a text is like itself, less like a longer one, and not like another', () => {
  const text = 'Mọi người đều có quyền tự do ngôn luận';
  expect(likeness(passage(text), passage(text))).toBe(1);
  const longer = likeness(passage(text), passage(`${text} và quyền tự do hội họp`));
  expect(longer).toBeGreaterThan(0.4);
  expect(longer).toBeLessThan(1);
  expect(likeness(passage(text), passage('Ships in the sea'))).toBe(0);
  expect(likeness(passage(''), passage(''))).toBe(0);
});
