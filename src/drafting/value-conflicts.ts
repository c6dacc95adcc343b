import { codePointLength, sliceCodePoints } from '#language/code-points.ts';
import { splitSentences, type TextSpan } from '#language/sentences.ts';
import { contentTerms } from './tokens.ts';
import { type DateValue, extractValues, type NumberValue } from './values.ts';
import { findPolarity, type Polarity, type Quantifier } from './polarity.ts';

export interface ValueConflict {
  readonly kind: 'number' | 'date' | 'negation' | 'quantifier';
  /** Offsets are code points into the claim text and the passage text as given. */
  readonly claim: TextSpan;
  readonly passage: TextSpan;
}

/** How much of a claim sentence's content terms a passage sentence must share to be about the same thing. */
const SAME_TOPIC = 0.5;
/** A flipped negation or quantifier leaves nearly all other words in place, on both sides. */
const SAME_STATEMENT = 0.75;
const FEWEST_SHARED = 3;
/** Code points on either side of a value, and the share of terms that must agree there. */
const CONTEXT = 50;
const SAME_CONTEXT = 0.4;

/** What stands before a negation in a clause that only sets the claim off from something else. */
const CONTRAST = /^(?:(?:chứ|mà|và|but|and)\s*)?$|^(?:(?:chứ|mà|và|but|and)\s+)?(?:không|not)\s/iu;

interface Sentence extends TextSpan {
  readonly terms: ReadonlySet<string>;
  readonly numbers: readonly NumberValue[];
  readonly dates: readonly DateValue[];
  readonly polarity: Polarity;
}

/**
 * Places where a claim and a passage speak of the same thing and give different values.
 * Built for precision: what is not found is no proof of agreement. Both texts NFC.
 */
export function findValueConflicts(claimText: string, passageText: string): ValueConflict[] {
  const passage = read(passageText);
  const known = extractValues(passageText);
  return read(claimText).flatMap((claim) => {
    const near = passage
      .map((sentence) => ({ sentence, shared: sharedTerms(claim, sentence) }))
      .filter(({ shared }) => shared >= FEWEST_SHARED && shared / claim.terms.size >= SAME_TOPIC)
      .sort((a, b) => b.shared - a.shared || a.sentence.start - b.sentence.start);
    const best = near[0];
    if (best === undefined) return [];
    const numbers = known.filter((value) => value.kind === 'number');
    const dates = known.filter((value) => value.kind === 'date');
    return [
      ...numberConflicts(claim, best.sentence, numbers),
      ...dateConflicts(claim, best.sentence, dates),
      ...polarityConflicts(claim, best.sentence, best.shared),
    ];
  });
}

function read(text: string): Sentence[] {
  return splitSentences(text).map((sentence) => {
    const values = extractValues(sentence.text).map((value) => ({
      ...value,
      start: value.start + sentence.start,
      end: value.end + sentence.start,
    }));
    const terms = contentTerms(sentence.text).filter((term) => !/\d/.test(term));
    const numbers = values.filter((value) => value.kind === 'number');
    const dates = values.filter((value) => value.kind === 'date');
    const polarity = findPolarity(sentence.text, sentence.start);
    return { ...sentence, terms: new Set(terms), numbers, dates, polarity };
  });
}

function sharedTerms(a: Sentence, b: Sentence): number {
  return Array.from(a.terms).filter((term) => b.terms.has(term)).length;
}

function numberConflicts(
  claim: Sentence,
  best: Sentence,
  known: readonly NumberValue[],
): ValueConflict[] {
  return claim.numbers.flatMap((number) => {
    if ((number.unit === '' && number.label === '') || isDenied(claim, number)) return [];
    if (known.some((other) => sameNumber(number, other))) return [];
    const rivals = best.numbers.filter(
      (other) =>
        other.unit === number.unit &&
        other.label === number.label &&
        !claim.numbers.some((mine) => sameNumber(mine, other)),
    );
    const [rival] = rivals;
    // Two figures of one unit that the claim does not have leave open which of them it is about.
    if (rival === undefined || rivals.length > 1) return [];
    if (!aroundShares(claim, number, best, rival)) return [];
    return [{ kind: 'number', claim: span(number), passage: span(rival) }];
  });
}

function sameNumber(a: NumberValue, b: NumberValue): boolean {
  return a.readings.some((value) => b.readings.includes(value));
}

function dateConflicts(
  claim: Sentence,
  best: Sentence,
  known: readonly DateValue[],
): ValueConflict[] {
  return claim.dates.flatMap((date) => {
    if (isDenied(claim, date) || known.some((other) => compatible(date, other))) return [];
    const [rival, ...others] = best.dates.filter(
      (other) => !claim.dates.some((mine) => compatible(mine, other)),
    );
    if (rival === undefined || others.length > 0 || !comparable(date, rival)) return [];
    if (!aroundShares(claim, date, best, rival)) return [];
    return [{ kind: 'date', claim: span(date), passage: span(rival) }];
  });
}

/** "…, not ten billion": a figure the claim itself denies conflicts with nothing. */
function isDenied(claim: Sentence, value: TextSpan): boolean {
  const before = sliceCodePoints(claim.text, 0, value.start - claim.start);
  const clause = claim.start + codePointLength(before.slice(0, before.search(/[^,;:]*$/u)));
  return claim.polarity.negations.some(({ start }) => start >= clause && start < value.start);
}

/** The words next to both values must agree too: a long sentence can hold more than one matter. */
function aroundShares(a: Sentence, valueA: TextSpan, b: Sentence, valueB: TextSpan): boolean {
  const ours = around(a, valueA);
  const theirs = new Set(around(b, valueB));
  const shared = ours.filter((term) => theirs.has(term)).length;
  return shared >= 2 && shared / Math.min(ours.length, theirs.size) >= SAME_CONTEXT;
}

function around(sentence: Sentence, value: TextSpan): string[] {
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

function polarityConflicts(claim: Sentence, best: Sentence, shared: number): ValueConflict[] {
  const smaller = Math.min(claim.terms.size, best.terms.size);
  const larger = Math.max(claim.terms.size, best.terms.size);
  if (shared / smaller < SAME_STATEMENT || shared / larger < SAME_STATEMENT) return [];
  const conflicts: ValueConflict[] = [];
  const [ours, theirs] = [claim.polarity, best.polarity];
  const [our, their] = [negationsOf(claim), negationsOf(best)];
  if (isNegated(our, ours) !== isNegated(their, theirs)) {
    const nobody = [ours, theirs].some(({ quantifiers }) =>
      quantifiers.some((quantifier) => quantifier.class === 'none'),
    );
    conflicts.push({
      kind: nobody ? 'quantifier' : 'negation',
      claim: span(our[0] ?? ours.quantifiers[0] ?? claim),
      passage: span(their[0] ?? theirs.quantifiers[0] ?? best),
    });
  }
  const [mine] = ours.quantifiers;
  const [other] = theirs.quantifiers;
  if (mine !== undefined && other !== undefined && scope(mine) !== scope(other)) {
    conflicts.push({ kind: 'quantifier', claim: span(mine), passage: span(other) });
  }
  return conflicts;
}

/** Negations of the statement itself: not an opening "No," nor those of a contrast such as ", not ten". */
function negationsOf(sentence: Sentence): TextSpan[] {
  return sentence.polarity.negations.filter(({ start, end }) => {
    const before = sliceCodePoints(sentence.text, 0, start - sentence.start);
    const after = sliceCodePoints(sentence.text, end - sentence.start);
    const clause = /(?<mark>[,;:(–-])\s*(?<opening>[^,;:(–-]*)$/u.exec(before)?.groups;
    if (clause === undefined) return !(before.trim() === '' && /^\s*[,.:;]/u.test(after));
    return !CONTRAST.test(clause['opening'] ?? '');
  });
}

/** "No one may" negates as "everyone may not" does, so the two do not conflict. */
function isNegated(negations: readonly TextSpan[], { quantifiers }: Polarity): boolean {
  const nobody = quantifiers.filter((quantifier) => quantifier.class === 'none');
  return (negations.length + nobody.length) % 2 === 1;
}

function scope(quantifier: Quantifier): string {
  return quantifier.class === 'none' ? 'all' : quantifier.class;
}

function span({ start, end, text }: TextSpan): TextSpan {
  return { start, end, text };
}
