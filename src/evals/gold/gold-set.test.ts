import { expect, test } from 'vitest';
import { buildGoldSet, type CitedPassage } from './gold-set.ts';

function cited(passage: string, more: Partial<CitedPassage> = {}): CitedPassage {
  return {
    claimId: 'c1',
    claim: 'A claim.',
    language: 'en',
    draftId: 'r1',
    revision: 1,
    sentence: 1,
    passage,
    approved: true,
    labels: [],
    ...more,
  };
}

test('each sentence is a group of its own, the passages it quotes are alternatives', () => {
  const set = buildGoldSet([
    cited('b'),
    cited('a'),
    cited('c', { sentence: 2 }),
    cited('c', { sentence: 3 }),
  ]);
  expect(set.queries).toEqual([{ id: 'c1', text: 'A claim.', lang: 'en' }]);
  expect(set.groups).toEqual([{ query: 'c1', retrieval_gt: [['a', 'b'], ['c']] }]);
  expect(set.qrels.map(({ passage, grade }) => [passage, grade])).toEqual([
    ['b', 1],
    ['a', 1],
    ['c', 1],
  ]);
});

test.each([
  { name: 'approved', of: { approved: true }, kept: true },
  { name: 'labelled supported', of: { approved: false, labels: ['supported'] }, kept: true },
  { name: 'never judged', of: { approved: false }, kept: false },
  { name: 'one reviewer objects', of: { labels: ['supported', 'not_supported'] }, kept: false },
  { name: 'unclear', of: { labels: ['unclear'] }, kept: false },
  { name: 'only its tone', of: { labels: ['tone'] }, kept: true },
])('$name: accepted $kept', ({ of, kept }) => {
  expect(buildGoldSet([cited('a', of)]).queries).toHaveLength(kept ? 1 : 0);
});

test('dropped before approval, or labelled not supported: rejected; an accepted passage never is', () => {
  const set = buildGoldSet([
    cited('old', { approved: false, revision: 1 }),
    cited('kept', { approved: false, revision: 1 }),
    cited('kept', { revision: 2 }),
    cited('wrong', { revision: 2, sentence: 2, labels: ['not_supported'] }),
    cited('later', { approved: false, revision: 3 }),
  ]);
  expect(set.qrels.map(({ passage, grade }) => [passage, grade])).toEqual([
    ['kept', 1],
    ['old', 0],
    ['wrong', 0],
  ]);
  expect(set.groups).toEqual([{ query: 'c1', retrieval_gt: [['kept']] }]);
});
