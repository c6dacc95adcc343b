import { describe, expect, test } from 'vitest';
import { readPassage } from './compared-passage.ts';
import { findDuplicate } from './find-duplicates.ts';
import { likeness, shinglesOf } from './shingles.ts';

const words = Array.from({ length: 60 }, (_, index) => `chữ${index}`);
const text = words.join(' ');

function passage(text: string, documentId: string, language = 'vi') {
  return readPassage({ id: 1, documentId, language, text, headings: [] });
}

/** The text with every word at these places changed. */
function changed(...places: number[]): string {
  return words.map((word, index) => (places.includes(index) ? `khác${index}` : word)).join(' ');
}

describe('findDuplicate', () => {
  test.each([
    ['the same text', text, 1],
    ['other spacing, case and marks', text.toUpperCase().replaceAll(' ', '\n'), 1],
    ['one word changed', changed(30), 55 / 61],
    ['two words changed', changed(15, 45), 52 / 64],
  ])('%s', (_name, other, score) => {
    expect(findDuplicate(passage(text, 'a'), passage(other, 'b'))).toBeCloseTo(score, 10);
  });

  test.each([
    ['three words changed', changed(15, 30, 45)],
    ['a part of it', words.slice(0, 40).join(' ')],
    ['an empty text', ''],
  ])('none: %s', (_name, other) => {
    expect(findDuplicate(passage(text, 'a'), passage(other, 'b'))).toBeNull();
  });

  test('none within one document or between languages, and of formulas', () => {
    expect(findDuplicate(passage(text, 'a'), passage(text, 'a'))).toBeNull();
    expect(findDuplicate(passage(text, 'a'), passage(text, 'b', 'en'))).toBeNull();
    const formula = words.slice(0, 19).join(' ');
    expect(findDuplicate(passage(formula, 'a'), passage(formula, 'b'))).toBeNull();
    expect(findDuplicate(passage(`${formula} x`, 'a'), passage(`${formula} x`, 'b'))).toBe(1);
  });
});

test('likeness is a share of all shingles; of two texts without any it is 0', () => {
  expect(likeness(shinglesOf('a b c d'), shinglesOf('b c d e'))).toBeCloseTo(1 / 3, 10);
  expect(likeness(shinglesOf('a b'), shinglesOf('a b'))).toBe(0);
});
