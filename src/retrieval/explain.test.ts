import { expect, test } from 'vitest';
import { agreement } from '#language/agreement.ts';
import { explainMatch } from './explain.ts';
import { profilePassage, profileQuery } from './features.ts';

function explain(claim: string, text: string, weights: Record<string, number> = {}) {
  const query = profileQuery(claim, new Map(Object.entries(weights)));
  const passage = profilePassage({
    passageId: 1,
    documentId: 'a',
    title: '',
    headingPath: [],
    text,
    language: 'vi',
  });
  return explainMatch(query, passage, agreement(claim, text));
}

test('the words, numbers and names both have, as the claim spells them', () => {
  const reasons = explain(
    'Nghe nói Hà Nội có 1.200 trường học, mở năm 2019!',
    'Hà Nội có 1200 trường học và 30 bệnh viện.',
    { nghe: 3, noi: 3, ha: 2, truong: 3, hoc: 3, co: 0.1 },
  );
  expect(reasons.phrases).toEqual(['Hà Nội có 1.200 trường học']);
  expect(reasons.numbers.join()).toContain('1.200');
  expect(reasons.names).toEqual(['Hà Nội']);
  expect(reasons.missing.join()).toContain('2019');
});

test('a small word alone is no reason', () => {
  const { phrases } = explain('of liberty', 'of course', { of: 0.1, liberty: 5 });
  expect(phrases).toEqual([]);
});

test('words in another order are phrases of their own', () => {
  const { phrases } = explain('quyền con người', 'con người có quyền', {});
  expect(phrases).toEqual(['con người', 'quyền']);
});

test('nothing in common gives nothing', () => {
  expect(explain('một hai', 'three')).toEqual({
    phrases: [],
    numbers: [],
    names: [],
    missing: expect.any(Array),
  });
});
