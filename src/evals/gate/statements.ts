import { splitSentences } from '#language/sentences.ts';
import { shuffled } from '../shuffle.ts';
import type { SourceDocument } from '../source-documents.ts';
import type { QuotedSpan, Statement } from './gate-case.ts';

// Characters; shorter ones offer nothing to change, longer ones are cut by the drafter.
const SHORTEST = 30;
const LONGEST = 320;
const UNCUT = { maxCodePoints: Number.MAX_SAFE_INTEGER };
export const asOf = '2026-11-22';

/** Every whole sentence of the documents, in an order drawn with `random`, each with two other documents. */
export function statementsOf(
  documents: readonly SourceDocument[],
  random: () => number,
): Statement[] {
  const statements = documents.flatMap((document, at) => {
    const near = [documents[at - 1] ?? documents.at(-1), documents[at + 1] ?? documents[0]].filter(
      (other) => other !== undefined && other !== document,
    ) as SourceDocument[];
    const others = near.flatMap(({ passages }) => passages.slice(0, 2));
    const evidence = {
      sources: [...document.passages, ...others],
      canonicalTexts: new Map([document, ...near].map((one) => [one.versionId, one.canonical])),
      asOf,
    };
    const { set, language, passages } = document;
    return passages.flatMap((source) => {
      const spans = splitSentences(source.text, UNCUT)
        .map(({ start, end, text }) => ({
          start: source.start + start,
          end: source.start + end,
          text,
        }))
        .filter(isStatement);
      return spans.map((quote) => {
        const siblings = spans.filter((span) => span !== quote);
        return { set, language, source, siblings, others, quote, evidence };
      });
    });
  });
  return shuffled(statements, random);
}

/** Whole, punctuated and no heading, question or lead-in of a list. */
function isStatement({ text }: QuotedSpan): boolean {
  return (
    text.length >= SHORTEST &&
    text.length <= LONGEST &&
    /^[\p{Lu}"“‘(]/u.test(text) &&
    /[.!。]["”’)]*$/u.test(text)
  );
}
