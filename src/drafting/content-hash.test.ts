import { expect, test } from 'vitest';
import { type DraftContent, hashContent } from './content-hash.ts';

const citation = { versionId: 'v1', passageId: 'p1', start: 3, end: 9, quote: 'không' };
const fact = { role: 'FACT', text: 'Theo A: “không”.', citations: [citation] } as const;
const content: DraftContent = {
  headline: fact,
  sentences: [fact],
  language: 'vi',
  audience: 'domestic',
};
const hash = await hashContent(content);

test('is 64 hex digits and does not depend on key order or extra columns', async () => {
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const row = {
    id: 7,
    citations: [{ ...citation, position: 1 }],
    text: fact.text,
    role: fact.role,
  };
  expect(await hashContent({ ...content, sentences: [row] })).toBe(hash);
});

test.each<[string, DraftContent]>([
  ['text', { ...content, sentences: [{ ...fact, text: 'Theo A: “không” .' }] }],
  ['role', { ...content, sentences: [{ ...fact, role: 'WHY' }] }],
  ['offset', { ...content, sentences: [{ ...fact, citations: [{ ...citation, end: 10 }] }] }],
  ['quote', { ...content, sentences: [{ ...fact, citations: [{ ...citation, quote: 'ko' }] }] }],
  [
    'version',
    { ...content, sentences: [{ ...fact, citations: [{ ...citation, versionId: 'v2' }] }] },
  ],
  [
    'passage',
    { ...content, sentences: [{ ...fact, citations: [{ ...citation, passageId: 'p2' }] }] },
  ],
  ['headline', { ...content, headline: { ...fact, text: 'A' } }],
  ['number of sentences', { ...content, sentences: [fact, fact] }],
  ['language', { ...content, language: 'en' }],
  ['audience', { ...content, audience: 'foreign' }],
  ['length', { ...content, length: 'note' }],
])('changes with the %s', async (_, changed) => {
  expect(await hashContent(changed)).not.toBe(hash);
});

test('of a draft with a form, the day to review it by and what a person set count as well', async () => {
  const formed = { ...content, length: 'note', reviewBy: null, noAlternative: false };
  const hashes = await Promise.all([
    hashContent(formed),
    hashContent({ ...formed, reviewBy: '2027-11-22' }),
    hashContent({ ...formed, noAlternative: true }),
  ]);
  expect(new Set(hashes).size).toBe(3);
  expect(await hashContent({ ...content, length: null })).toBe(hash);
});
