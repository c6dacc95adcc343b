import { describe, expect, test } from 'vitest';
import { buildGaps, type NearDocumentOfClaim, type UnansweredClaim } from './build-gaps.ts';
import { rankGaps, shareOf } from './gap.ts';
import { guessTopic, type NearDocument } from './guess-topic.ts';

const day = (number: number): Date => new Date(Date.UTC(2026, 10, number));

function claim(id: string, postId: string, more: Partial<UnansweredClaim> = {}): UnansweredClaim {
  return {
    id,
    postId,
    text: `luận điểm ${id}`,
    language: 'vi',
    vector: null,
    submissions: 1,
    firstSubmittedAt: day(1),
    lastSubmittedAt: day(2),
    weight: 0.5,
    declined: false,
    ...more,
  };
}

function document(id: string, more: Partial<NearDocumentOfClaim> = {}): NearDocumentOfClaim {
  return {
    id,
    key: id,
    title: `Văn bản ${id}`,
    topics: [],
    pillar: null,
    probability: 0.1,
    ...more,
  };
}

describe('a gap', () => {
  test('counts each post of its claims once', () => {
    const post = { submissions: 4, weight: 3.5, firstSubmittedAt: day(3), lastSubmittedAt: day(9) };
    const members = [
      claim('a', 'p1'),
      claim('b', 'p2', { ...post, declined: true }),
      claim('c', 'p2', post),
    ];
    const [gap] = buildGaps([{ centre: members[1] as UnansweredClaim, members }], () => []);
    expect(gap).toMatchObject({
      id: 'a',
      claimText: 'luận điểm b',
      claims: 3,
      posts: 2,
      submissions: 5,
      score: 4,
      firstSubmittedAt: day(1),
      lastSubmittedAt: day(9),
      postIds: ['p2', 'p1'],
      nearest: null,
      topic: null,
      pillar: null,
    });
  });

  test('names at most 20 posts, the latest', () => {
    const members = Array.from({ length: 25 }, (_, index) =>
      claim(`c${index}`, `p${index}`, { lastSubmittedAt: day(index + 1) }),
    );
    const [gap] = buildGaps([{ centre: members[0] as UnansweredClaim, members }], () => []);
    expect(gap?.posts).toBe(25);
    expect(gap?.postIds).toHaveLength(20);
    expect(gap?.postIds[0]).toBe('p24');
  });

  test('has the document nearest to any of its claims, and its topic', () => {
    const members = [claim('a', 'p1'), claim('b', 'p2')];
    const near = new Map([
      ['a', [document('x', { probability: 0.2, topics: ['biển'], pillar: 'state' })]],
      [
        'b',
        [
          document('y', { probability: 0.3 }),
          document('x', { probability: 0.4, topics: ['biển'], pillar: 'state' }),
        ],
      ],
    ]);
    const [gap] = buildGaps(
      [{ centre: members[0] as UnansweredClaim, members }],
      (id) => near.get(id) ?? [],
    );
    expect(gap?.nearest).toEqual({
      documentTitle: 'Văn bản x',
      documentKey: 'x',
      probability: 0.4,
    });
    expect(gap).toMatchObject({ topic: 'biển', pillar: 'state' });
  });
});

describe('the order', () => {
  const gapOf = (id: string, weight: number, last: Date) =>
    buildGaps(
      [{ centre: claim(id, id), members: [claim(id, id, { weight, lastSubmittedAt: last })] }],
      () => [],
    );

  test('by score, then by the newest submission, then by id', () => {
    const gaps = [
      ...gapOf('a', 1, day(5)),
      ...gapOf('b', 2, day(4)),
      ...gapOf('c', 1, day(6)),
      ...gapOf('d', 1, day(5)),
    ];
    expect(rankGaps(gaps).map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a']);
  });

  test('shares: heaviest first, those without a name last', () => {
    const gaps = [...gapOf('a', 5, day(1)), ...gapOf('b', 1, day(1)), ...gapOf('c', 2, day(1))];
    const names = new Map([
      ['b', 'x'],
      ['c', 'y'],
    ]);
    expect(shareOf(gaps, ({ id }) => names.get(id) ?? null)).toEqual([
      { name: 'y', gaps: 1, claims: 1, submissions: 1, score: 2 },
      { name: 'x', gaps: 1, claims: 1, submissions: 1, score: 1 },
      { name: null, gaps: 1, claims: 1, submissions: 1, score: 5 },
    ]);
  });
});

describe('topic and pillar', () => {
  const near = (topics: string[], probability: number, pillar: NearDocument['pillar'] = null) => ({
    topics,
    pillar,
    probability,
  });

  test.each<[string, NearDocument[], string | null, string | null]>([
    ['nothing found', [], null, null],
    ['nothing near', [near(['biển'], 0.01, 'state')], null, null],
    ['one document', [near(['biển'], 0.2, 'state')], 'biển', 'state'],
    ['several outweigh one', [near(['a'], 0.3), near(['b'], 0.2), near(['b'], 0.2)], 'b', null],
    ['a topic named twice counts once', [near(['a', 'a'], 0.2), near(['b'], 0.3)], 'b', null],
    ['of equals the first in the alphabet', [near(['b', 'a'], 0.2)], 'a', null],
    ['a document without either', [near([], 0.4), near(['a'], 0.1, 'party')], 'a', 'party'],
  ])('%s', (_case, documents, topic, pillar) => {
    expect(guessTopic(documents)).toEqual({ topic, pillar });
  });
});
