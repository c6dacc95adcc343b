import { codePointLength, sliceCodePoints } from '#language/code-points.ts';
import type { TextSpan } from '#language/sentences.ts';
import {
  type ComparedSentence,
  readSentences,
  span,
  type ValueConflict,
} from './compared-sentence.ts';
import { polarityConflicts } from './polarity-conflicts.ts';
import { contentTerms } from './tokens.ts';
import { type DateValue, extractValues, type NumberValue } from './values.ts';

export type { ValueConflict } from './compared-sentence.ts';

/** Share of the claim's, or of the passage sentence's, content terms that makes them about one thing. */
const CLAIM_COVERED = 0.5;
const PASSAGE_COVERED = 0.75;
const FEWEST_SHARED = 3;
const FEWEST_SHARED_SHORT = 2;
/** Code points on either side of a value, and the share of terms that must agree there. */
const CONTEXT = 50;
const SAME_CONTEXT = 0.4;

/**
 * Places where a claim and a passage speak of the same thing and give different values.
 * Built for precision: what is not found is no proof of agreement. Both texts NFC.
 */
export function findValueConflicts(claimText: string, passageText: string): ValueConflict[] {
  const passage = readSentences(passageText);
  const known = extractValues(passageText);
  return readSentences(claimText).flatMap((claim) => {
    const near = passage
      .map((sentence) => ({ sentence, shared: sharedTerms(claim, sentence) }))
      .filter(({ sentence, shared }) => isSameTopic(claim, sentence, shared))
      .sort((a, b) => b.shared - a.shared || a.sentence.start - b.sentence.start);
    const best = near[0];
    if (best === undefined) return [];
    const numbers = known.filter((value) => value.kind === 'number');
    const dates = known.filter((value) => value.kind === 'date');
    // "It was not issued in 2019" agrees with a passage that says 2023.
    const deniesAnother =
      claim.numbers.some((value) => isDenied(claim, value) && !isKnownNumber(value, numbers)) ||
      claim.dates.some((value) => isDenied(claim, value) && !isKnownDate(value, dates));
    return [
      ...numberConflicts(claim, best.sentence, numbers),
      ...dateConflicts(claim, best.sentence, dates),
      ...(deniesAnother ? [] : polarityConflicts(claim, best.sentence, best.shared)),
    ];
  });
}

function isSameTopic(claim: ComparedSentence, sentence: ComparedSentence, shared: number): boolean {
  const claimCovered = shared / claim.terms.size >= CLAIM_COVERED;
  // A post often wraps the statement in chatter that the passage does not have.
  const passageCovered = shared / sentence.terms.size >= PASSAGE_COVERED;
  const enough = shared >= (claimCovered && passageCovered ? FEWEST_SHARED_SHORT : FEWEST_SHARED);
  return enough && (claimCovered || passageCovered);
}

function sharedTerms(a: ComparedSentence, b: ComparedSentence): number {
  return Array.from(a.terms).filter((term) => b.terms.has(term)).length;
}

function numberConflicts(
  claim: ComparedSentence,
  best: ComparedSentence,
  known: readonly NumberValue[],
): ValueConflict[] {
  return claim.numbers.flatMap((number) => {
    if ((number.unit === '' && number.label === '') || isDenied(claim, number)) return [];
    if (isKnownNumber(number, known)) return [];
    const rivals = best.numbers.filter(
      (other) =>
        other.unit === number.unit &&
        other.label === number.label &&
        !claim.numbers.some((mine) => !isDenied(claim, mine) && sameNumber(mine, other)),
    );
    const [rival] = rivals;
    // Two figures of one unit that the claim does not have leave open which of them it is about.
    if (rival === undefined || rivals.length > 1) return [];
    if (!aroundShares(claim, number, best, rival)) return [];
    return [{ kind: 'number', claim: span(number), passage: span(rival) }];
  });
}

function isKnownNumber(number: NumberValue, known: readonly NumberValue[]): boolean {
  return known.some((other) => sameNumber(number, other));
}

function isKnownDate(date: DateValue, known: readonly DateValue[]): boolean {
  return known.some((other) => compatible(date, other));
}

function sameNumber(a: NumberValue, b: NumberValue): boolean {
  return a.readings.some((value) => b.readings.includes(value));
}

function dateConflicts(
  claim: ComparedSentence,
  best: ComparedSentence,
  known: readonly DateValue[],
): ValueConflict[] {
  return claim.dates.flatMap((date) => {
    if (isDenied(claim, date) || isKnownDate(date, known)) return [];
    const [rival, ...others] = best.dates.filter(
      (other) => !claim.dates.some((mine) => !isDenied(claim, mine) && compatible(mine, other)),
    );
    if (rival === undefined || others.length > 0 || !comparable(date, rival)) return [];
    if (!aroundShares(claim, date, best, rival)) return [];
    return [{ kind: 'date', claim: span(date), passage: span(rival) }];
  });
}

/** "…, not ten billion": a figure the claim itself denies conflicts with nothing. */
function isDenied(claim: ComparedSentence, value: TextSpan): boolean {
  const before = sliceCodePoints(claim.text, 0, value.start - claim.start);
  const clause = claim.start + codePointLength(before.slice(0, before.search(/[^,;:]*$/u)));
  return claim.polarity.negations.some(({ start }) => start >= clause && start < value.start);
}

/** The words next to both values must agree too: a long sentence can hold more than one matter. */
function aroundShares(
  a: ComparedSentence,
  valueA: TextSpan,
  b: ComparedSentence,
  valueB: TextSpan,
): boolean {
  const ours = around(a, valueA);
  const theirs = new Set(around(b, valueB));
  const shared = ours.filter((term) => theirs.has(term)).length;
  return shared >= 2 && shared / Math.min(ours.length, theirs.size) >= SAME_CONTEXT;
}

function around(sentence: ComparedSentence, value: TextSpan): string[] {
  const [from, to] = [value.start - sentence.start, value.end - sentence.start];
  const before = sliceCodePoints(sentence.text, Math.max(0, from - CONTEXT), from);
  const after = sliceCodePoints(sentence.text, to, to + CONTEXT);
  return [...new Set(contentTerms(`${before} ${after}`))].filter((term) => !/\d/.test(term));
}

const DATE_PARTS = ['year', 'month', 'day'] as const;

function compatible(a: DateValue, b: DateValue): boolean {
  return (
    comparable(a, b) && DATE_PARTS.every((part) => (a[part] ?? b[part]) === (b[part] ?? a[part]))
  );
}

function comparable(a: DateValue, b: DateValue): boolean {
  return DATE_PARTS.some((part) => a[part] !== null && b[part] !== null);
}
