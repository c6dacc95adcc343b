import { expect, test } from 'vitest';
import { opinion } from '#posts/index.ts';
import fitted from './statement-model.json' with { type: 'json' };
import { confirmStatement } from './statement-odds.ts';

const name = 'multilingual-e5-small-int8';
const model = fitted[name];
const factual = { kind: 'factual' as const, checkable: true, reasons: ['figure'], odds: 1 };
const doubted = { kind: 'opinion' as const, checkable: false, reasons: ['particle'], odds: 0 };
/** The direction in which a claim most, or least, reads like a statement of fact. */
const towards = (sign: number): Float32Array => {
  const length = Math.hypot(...model.vector);
  return Float32Array.from(model.vector, (weight) => (sign * weight) / length);
};

test('a vector among the opinions vetoes what the words let through', () => {
  const judged = confirmStatement(factual, towards(-1), name);
  expect(judged).toMatchObject(opinion);
  expect(judged.odds).toBeLessThan(model.pass);
});

test('a vector among the statements keeps the kind and the reasons of the rules', () => {
  expect(confirmStatement(factual, towards(1), name)).toMatchObject({
    kind: 'factual',
    checkable: true,
    reasons: ['figure'],
  });
});

test('where only the rules doubt, a clear statement passes', () => {
  expect(confirmStatement(doubted, towards(1), name)).toMatchObject({
    kind: 'factual',
    checkable: true,
    reasons: ['statement'],
  });
  expect(confirmStatement(doubted, towards(-1), name)).toMatchObject({
    kind: 'opinion',
    checkable: false,
    reasons: ['particle'],
  });
});

test.each([
  ['what the rules decided alone', { ...doubted, odds: null }, towards(1), name],
  ['a claim without a vector', factual, null, name],
  ['a model nothing was fitted for', factual, towards(-1), 'some-other-model'],
  ['no model', factual, towards(-1), null],
] as const)('%s stands', (_, judged, vector, modelName) => {
  const given = { ...judged, reasons: [...judged.reasons] };
  expect(confirmStatement(given, vector, modelName)).toEqual({ ...given, sure: given.checkable });
});

test('there is one weight for each dimension of the bundled model', () => {
  expect(model.vector).toHaveLength(384);
});

test('a draft is prepared unasked only far above what lets a claim pass', () => {
  const far = confirmStatement({ ...factual, odds: 20 }, towards(1), name);
  expect(far).toMatchObject({ checkable: true, sure: true, reasons: ['figure'] });
  const need = (3 - model.bias - Math.hypot(...model.vector)) / model.odds;
  const short = confirmStatement({ ...factual, odds: need - 0.1 }, towards(1), name);
  expect(short).toMatchObject({
    checkable: true,
    sure: false,
    reasons: ['figure', 'unsure_statement'],
  });
  expect(confirmStatement({ ...factual, odds: need + 0.1 }, towards(1), name).sure).toBe(true);
  expect(confirmStatement(factual, null, name).sure).toBe(true);
});
