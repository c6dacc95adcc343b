import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareDraft } from '#drafting/index.ts';
import { asOf } from '../gate/statements.ts';
import { ownDocuments } from '../source-documents.ts';
import { ownClaims } from './cited-claims.ts';
import { type Draft, measureCitations } from './measure-citations.ts';

const root = join(import.meta.dirname, '../../..');
const documents = await ownDocuments(join(root, 'demo'));
const claims = (await ownClaims(join(root, 'evals/gold'), documents)).filter(
  (_, index) => index % 8 === 0,
);
const onProgress = (): void => {};

/** The product's draft with every first citation changed. */
function broken(
  change: (citation: { start: number; end: number; quote: string }) => object,
): Draft {
  return async ({ text, language, ...evidence }, form) => {
    const claim = { text, language, checkable: true };
    const draft = await prepareDraft({
      claim,
      ...evidence,
      untranslated: new Set(),
      asOf,
      ...form,
    });
    if (draft === null) return null;
    const sentences = draft.sentences.map((sentence) => ({
      ...sentence,
      citations: sentence.citations.map((citation) => ({ ...citation, ...change(citation) })),
    }));
    return { ...draft, sentences };
  };
}

test('drafts of the gold pairs cite byte for byte', async () => {
  const measured = await measureCitations(claims, { onProgress });
  expect(measured.drafts).toBeGreaterThan(10);
  expect(measured.byteEqual).toBe(measured.citations);
  expect(measured.recall).toBeGreaterThanOrEqual(0.99);
  expect(measured.precision).toBeGreaterThanOrEqual(0.99);
});

test.each([
  ['offsets one too far', broken(({ start, end }) => ({ start: start + 1, end: end + 1 }))],
  ['a quote that was touched up', broken(({ quote }) => ({ quote: quote.replace('.', '!') }))],
])('%s are found out', async (_, draft) => {
  const measured = await measureCitations(claims, { draft, onProgress });
  expect(measured.wrongBytes).toBeGreaterThan(0);
  expect(measured.byteEqual + measured.wrongBytes).toBe(measured.citations);
});
