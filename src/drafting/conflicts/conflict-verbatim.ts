import type { TextSpan } from '#language/sentences.ts';
import { agreeingDates, agreeingNumbers } from '#language/values/compare-values.ts';
import type { NameSpan } from '#language/values/names.ts';
import { unitOf } from '#language/values/units.ts';
import type { ComparedWord, ReadSentence } from './compared-sentence.ts';
import { alignSentences, type Gap, spanOfWords, within } from './conflict-alignment.ts';
import { isDenied } from './conflict-denial.ts';
import { type ConflictKind, span, type ValueConflict } from './conflict-kinds.ts';
import { isSource, mayBeOne, type NameContext } from './conflict-names.ts';

/** Share of the shorter sentence's words that stand in the longer in the same order. */
const NEARLY_VERBATIM = 0.7;
const FEWEST_MATCHED = 4;
/** Equal words that must follow a negation put in or left out. */
const NEGATED_WORDS = 2;
/** A longer replacement is another statement and not another value. */
const LONGEST_GAP = 7;
/** Words beside a name in one gap: "Bộ Y tế" may be read as the name "Bộ Y". */
const MOST_BESIDE_NAME = 1;

/**
 * Conflicts of a claim that repeats a sentence of the passage nearly word for word: there the place
 * alone tells what a value stands for. Null when nothing is found and the claim holds more than that.
 */
export function verbatimConflicts(
  claim: ReadSentence,
  passage: ReadSentence,
  names: NameContext,
  deniesAnother: boolean,
): ValueConflict[] | null {
  const { matched, gaps } = alignSentences(claim, passage);
  // The whole claim is in the passage, or the whole sentence of the passage in the claim.
  const share = matched / Math.min(claim.words.length, passage.words.length);
  if (matched < FEWEST_MATCHED || share < NEARLY_VERBATIM) return null;
  const whole = matched / passage.words.length >= NEARLY_VERBATIM;
  const conflicts = gaps.filter(isAnchored).flatMap((gap) => {
    const conflict =
      (deniesAnother ? null : negationConflict(gap, claim, passage)) ??
      valueConflict(gap, claim, passage, whole) ??
      unitConflict(gap, claim, passage) ??
      quantifierConflict(gap, claim, passage) ??
      nameConflict(gap, claim, passage, names);
    return conflict === null ? [] : [conflict];
  });
  const repeated = matched / claim.words.length >= NEARLY_VERBATIM;
  return repeated || conflicts.length > 0 ? conflicts : null;
}

function isAnchored({ claim, passage, before, after }: Gap): boolean {
  if (claim.length > LONGEST_GAP || passage.length > LONGEST_GAP) return false;
  return before + after >= 2;
}

/** Denied in the claim and not in the passage too. */
function isDeniedOnly(claim: ReadSentence, passage: ReadSentence, value: TextSpan): boolean {
  const alike = claim.polarity.negations.length === passage.polarity.negations.length;
  return !alike && isDenied(claim, value);
}

/** Words a negation may stand in the place of: "đã" and "chưa", "is" and "isn't". */
const AUXILIARIES = new Set(
  'da co duoc se is are was were can do does did has have had will must should shall a an any the'.split(
    ' ',
  ),
);

/** "Không, …": an answer to something else. */
function isOpening(sentence: ReadSentence, { start, end }: TextSpan): boolean {
  const letters = Array.from(sentence.text);
  const before = letters.slice(0, start - sentence.start).join('');
  return !/\p{L}/u.test(before) && /^\s*[,.:;]/u.test(letters.slice(end - sentence.start).join(''));
}

/** A negation put in or left out between words that stay. */
function negationConflict(
  gap: Gap,
  claim: ReadSentence,
  passage: ReadSentence,
): ValueConflict | null {
  const mine = within(claim.polarity.negations, gap.claim);
  const other = within(passage.polarity.negations, gap.passage);
  if ((mine === undefined) === (other === undefined)) return null;
  // "không được xem là công dân" for "được coi là tài sản" is another statement.
  if (gap.after < NEGATED_WORDS) return null;
  const longer = mine === undefined ? gap.passage : gap.claim;
  const shorter = mine === undefined ? gap.claim : gap.passage;
  // More words beside the negation may turn it round again ("không … mà …").
  if (longer.length > 2 || shorter.length > 1) return null;
  if (shorter.some((word) => !AUXILIARIES.has(word.folded))) return null;
  if (mine !== undefined && isOpening(claim, mine)) return null;
  return {
    kind: 'negation',
    claim: mine === undefined ? spanBeside(claim, gap, 'claim') : span(mine),
    passage: other === undefined ? spanBeside(passage, gap, 'passage') : span(other),
  };
}

function valueConflict(
  gap: Gap,
  claim: ReadSentence,
  passage: ReadSentence,
  whole: boolean,
): ValueConflict | null {
  const number = within(claim.numbers, gap.claim);
  const rival = within(passage.numbers, gap.passage);
  if (number !== undefined && rival !== undefined) {
    if (isDeniedOnly(claim, passage, number) || number.label !== rival.label) return null;
    if (agreeingNumbers(number, rival) && number.unit === rival.unit) return null;
    if (
      passage.numbers.some((other) => other.unit === number.unit && agreeingNumbers(number, other))
    ) {
      return null;
    }
    // A claim that leaves much out may add up or choose among several figures.
    const others = passage.numbers.filter(({ unit }) => unit === rival.unit);
    if (!whole && others.length > 1) return null;
    const kind: ConflictKind =
      number.label !== '' ? 'order' : isUnit(number.written) ? 'quantity' : 'number';
    return { kind, claim: span(number), passage: span(rival) };
  }
  const date = within(claim.dates, gap.claim);
  const other = within(passage.dates, gap.passage);
  if (date === undefined || other === undefined || isDeniedOnly(claim, passage, date)) return null;
  if (passage.dates.some((each) => agreeingDates(date, each))) return null;
  return { kind: 'date', claim: span(date), passage: span(other) };
}

/** The same figure in another unit: "30 ngày", "30 tháng". */
function unitConflict(gap: Gap, claim: ReadSentence, passage: ReadSentence): ValueConflict | null {
  const number = claim.numbers.find((value) => isBehind(value, claim, gap.claim));
  const rival = passage.numbers.find((value) => isBehind(value, passage, gap.passage));
  if (number === undefined || rival === undefined) return null;
  if (!isUnit(number.written) || !isUnit(rival.written)) return null;
  if (number.unit === rival.unit && agreeingNumbers(number, rival)) return null;
  return {
    kind: 'quantity',
    claim: spanOfWords(claim, gap.claim),
    passage: spanOfWords(passage, gap.passage),
  };
}

function quantifierConflict(
  gap: Gap,
  claim: ReadSentence,
  passage: ReadSentence,
): ValueConflict | null {
  const mine = within(claim.polarity.quantifiers, gap.claim);
  const other = within(passage.polarity.quantifiers, gap.passage);
  const both = gap.claim.length > 0 && gap.passage.length > 0;
  if (!both || (mine === undefined && other === undefined) || mine?.class === other?.class) {
    return null;
  }
  // "mọi" for "các" says the same; so only a named share or "only" against something else counts.
  if (mine?.class === 'none' || other?.class === 'none') {
    // "No one may" and "everyone may not" say the same.
    const negated = claim.polarity.negations.length + passage.polarity.negations.length > 0;
    if (negated || (mine?.class !== 'all' && other?.class !== 'all')) return null;
  }
  if (mine === undefined || other === undefined) {
    const only = (mine ?? other)?.class === 'only' && gap.claim.length + gap.passage.length <= 4;
    if (!only) return null;
  }
  return {
    kind: 'quantifier',
    claim: mine === undefined ? spanOfWords(claim, gap.claim) : span(mine),
    passage: other === undefined ? spanOfWords(passage, gap.passage) : span(other),
  };
}

function nameConflict(
  gap: Gap,
  claim: ReadSentence,
  passage: ReadSentence,
  { sameName }: NameContext,
): ValueConflict | null {
  const name = nameIn(gap.claim, claim);
  const rival = nameIn(gap.passage, passage);
  if (name === null || rival === null || isDeniedOnly(claim, passage, name)) return null;
  if (foldedOf(passage.words).includes(` ${name.folded} `)) return null;
  if (foldedOf(claim.words).includes(` ${rival.folded} `)) return null;
  if (sameName(name.folded, rival.folded) || mayBeOne(name, rival)) return null;
  const said = isSource(claim, name) && isSource(passage, rival);
  return { kind: said ? 'attribution' : 'name', claim: span(name), passage: span(rival) };
}

/** The name that words in a gap are, or are a part of, with hardly anything else. */
function nameIn(words: readonly ComparedWord[], sentence: ReadSentence): NameSpan | null {
  const name = within(sentence.names, words);
  if (name === undefined) return null;
  const outside = words.filter((word) => word.start >= name.end || word.end <= name.start);
  return outside.length <= MOST_BESIDE_NAME ? name : null;
}

/** Whether a figure ends directly before the first of the words. */
function isBehind(
  { end }: { readonly end: number },
  sentence: ReadSentence,
  words: readonly ComparedWord[],
): boolean {
  const [first] = words;
  if (first === undefined) return false;
  const before = sentence.words.filter((word) => word.start >= end && word.start < first.start);
  return first.start >= end && before.length === 0;
}

function spanBeside(sentence: ReadSentence, gap: Gap, side: 'claim' | 'passage') {
  const words = gap[side];
  if (words.length > 0) return spanOfWords(sentence, words);
  return { start: sentence.start, end: sentence.end, text: sentence.text };
}

function isUnit(written: string): boolean {
  return unitOf(written, written) !== undefined;
}

function foldedOf(words: readonly ComparedWord[]): string {
  return ` ${words.map((word) => word.folded).join(' ')} `;
}
