import { expect, test } from 'vitest';

import { ValidationError } from '#platform/errors.ts';

import { toDocumentInput } from './document-input.ts';

const valid = { key: 'a', title: 'Văn bản mẫu', text: 'Nội dung của văn bản mẫu.', language: 'vi' };

test('a document gets its defaults and a canonical text', () => {
  const document = toDocumentInput(
    { ...valid, text: '\uFEFF\nNội dung.  \r\nHai.\n', language: 'vi-VN' },
    'x',
  );
  expect(document).toEqual({ ...valid, text: 'Nội dung.\nHai.', topics: [], citable: true });
});

test('a missing language is detected', () => {
  const { language: _, ...rest } = valid;
  expect(toDocumentInput(rest, 'x').language).toBe('vi');
});

test.each([
  [{ title: undefined }, 'title', /title is missing/],
  [{ title: ' ' }, 'title', /title is not valid/],
  [{ number: 57 }, 'number', /number is not valid/],
  [{ pillar: 'army' }, 'pillar', /pillar is not valid/],
  [{ issued_on: '15/6/2023' }, 'issued_on', /issued_on is not valid/],
  [{ issued_on: '2023-02-30' }, 'issued_on', /issued_on/],
  [{ citable: 'yes' }, 'citable', /citable is not valid/],
  [{ topics: 'a, b' }, 'topics', /topics is not valid/],
  [{ source_url: 'javascript:alert(1)' }, 'source_url', /source_url/],
  [{ language: 'tiếng Việt' }, 'language', /language is not valid/],
  [{ author: 'x' }, 'author', /unknown field author/],
  [{ text: '  ' }, 'law.md: text', /text has no visible character/],
  [{ text: '12345', language: undefined }, 'language', /could not be detected/],
  [{ valid_from: '2024-01-01', valid_to: '2023-01-01' }, 'valid_to', /not after valid_from/],
])('%j is refused, naming the field', (fields, field, message) => {
  let error: unknown;
  try {
    toDocumentInput({ ...valid, ...fields }, 'law.md');
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({ field });
  expect((error as ValidationError).message).toMatch(message);
  expect((error as ValidationError).message).toMatch(/^law\.md: /);
  expect((error as ValidationError).remedy?.length).toBeGreaterThan(5);
});
