import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownDocuments } from '../source-documents.ts';
import { faultKinds } from './gate-case.ts';
import { judgeByGate, judgeCases, makeCases } from './measure-gate.ts';

const documents = await ownDocuments(join(import.meta.dirname, '../../../demo'));
const few = { seed: 7, perCell: 2 };
const cases = await makeCases(documents, few);
const { faults, controls } = cases;

test('the same seed makes the same cases, another seed others', async () => {
  expect((await makeCases(documents, few)).faults).toEqual(faults);
  const ids = faults.map(({ id }) => id);
  expect((await makeCases(documents, { ...few, seed: 8 })).faults.map(({ id }) => id)).not.toEqual(
    ids,
  );
});

test('every kind, way and language is there, and no cell holds more than asked for', () => {
  expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(faultKinds));
  expect(new Set(faults.map(({ arm }) => arm))).toEqual(
    new Set(['quote', 'located', 'wording', 'around', 'attribution', 'stitched']),
  );
  expect(new Set(faults.map(({ language }) => language))).toEqual(new Set(['vi', 'en']));
  const cells = Map.groupBy(faults, (one) =>
    [one.language, one.arm, one.variant, one.kind].join('/'),
  );
  expect(Math.max(...Array.from(cells.values(), (cell) => cell.length))).toBe(2);
  expect(new Set(controls.map(({ control }) => control))).toContain('verbatim');
});

test('no fault says what its source says: its words differ, or its citation is not where it says', () => {
  for (const { arm, sentence, evidence } of faults) {
    if (arm !== 'quote' || sentence === null) continue;
    const texts = [...evidence.canonicalTexts.values()].join('\n');
    for (const { quote, start, end, versionId } of sentence.citations) {
      const there = Array.from(evidence.canonicalTexts.get(versionId) ?? '')
        .slice(start, end)
        .join('');
      expect(there).not.toBe(quote);
      expect(texts).toContain(there);
    }
  }
});

test('the gate of the product keeps the limits on a small draw', () => {
  const { measures } = judgeCases(cases, few.seed);
  expect(measures.escapedRate).toBeLessThanOrEqual(0.01);
  expect(measures.supportedPassRate).toBeGreaterThanOrEqual(0.9);
  const kinds = measures.kinds.reduce((sum, { n }) => sum + n, 0);
  expect(kinds).toBe(measures.faults);
});

test.each([
  ['passes everything', () => ({ passes: true, failures: [] }), 1, 1],
  ['refuses everything', () => ({ passes: false, failures: [] }), 0, 0],
])('a gate that %s is found out', (_, judge, escaped, supported) => {
  const { measures } = judgeCases(cases, few.seed, judge);
  expect(measures.escapedRate).toBe(escaped);
  expect(measures.supportedPassRate).toBe(supported);
});

test.each(['negation_flip', 'number_mismatch', 'misattributed', 'quantifier_shift'] as const)(
  'a gate without %s lets faults through that are told by kind',
  (missing) => {
    const { measures } = judgeCases(cases, few.seed, (one) => {
      const { failures, passes } = judgeByGate(one);
      return { failures, passes: passes || failures.every((failure) => failure === missing) };
    });
    expect(measures.kinds.some(({ escaped }) => escaped > 0)).toBe(true);
  },
);
