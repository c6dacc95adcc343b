import { type ComparedSentence, type ReadSentence, readInFull } from './compared-sentence.ts';
import { alignSentences, within } from './conflict-alignment.ts';
import { type ComparedTexts, nearestSentences } from './conflict-context.ts';
import { isKnownName } from './conflict-names.ts';
import { isKnownDate, isKnownNumber } from './conflict-numbers.ts';

/** Share of a claim sentence's content terms that must stand in the passage's two nearest sentences. */
const COVERED = 0.85;
/** Share of them in neighbouring pairs, so that the words are not only the same but put together alike. */
const PAIRED = 0.5;
const FEWEST_TERMS = 4;
/** Folded words that may deny what they are put before; "chua" may be "chưa". */
const DENYING = new Set('khong chua chang not no never'.split(' '));

/**
 * Whether a passage says what a claim says: every figure, date and name, nearly every content word, and
 * as many negations and limits ("only", "all", "some") as the words are found in.
 */
export function isSupported(texts: ComparedTexts): boolean {
  const said = texts.claim.filter((sentence) => sentence.terms.size > 0);
  return said.length > 0 && said.every((sentence) => isSupportedSentence(sentence, texts));
}

function isSupportedSentence(sentence: ComparedSentence, texts: ComparedTexts): boolean {
  if (sentence.terms.size < FEWEST_TERMS) return false;
  const near = nearestSentences(sentence, texts.passage).slice(0, 2);
  const [best] = near;
  if (best === undefined) return false;
  const words = new Set(near.flatMap((other) => [...other.sentence.terms]));
  const covered = [...sentence.terms].filter((term) => words.has(term)).length;
  if (covered / sentence.terms.size < COVERED) return false;
  const claim = readInFull(sentence);
  const read = near.map((other) => readInFull(other.sentence));
  const known = {
    numbers: near.flatMap((other) => other.sentence.numbers),
    dates: near.flatMap((other) => other.sentence.dates),
  };
  return (
    claim.numbers.every((number) => isKnownNumber(number, known)) &&
    claim.dates.every((date) => isKnownDate(date, known)) &&
    claim.names.every((name) => isKnownName(name, texts.names)) &&
    pairShare(claim, read) >= PAIRED &&
    samePolarity(claim, read) &&
    read.slice(0, 1).every((passage) => replacesNothing(claim, passage))
  );
}

/**
 * Whether no negation or limit of the passage is left out and no name has other words in its place. A
 * claim typed in lower case shows no names, and one without diacritics hides its limits.
 */
function replacesNothing(claim: ReadSentence, passage: ReadSentence): boolean {
  const limits = [...passage.polarity.negations, ...passage.polarity.quantifiers];
  return alignSentences(claim, passage).gaps.every(
    (gap) =>
      within(limits, gap.passage) === undefined &&
      !gap.claim.some((word) => DENYING.has(word.folded)) &&
      (gap.claim.length === 0 || within(passage.names, gap.passage) === undefined),
  );
}

/** Share of the claim's neighbouring content words that are neighbours in the passage too. */
function pairShare(claim: ReadSentence, passage: readonly ReadSentence[]): number {
  const theirs = new Set(passage.flatMap((sentence) => pairsOf(sentence)));
  const ours = pairsOf(claim);
  if (ours.length === 0) return 0;
  return ours.filter((pair) => theirs.has(pair)).length / ours.length;
}

function pairsOf({ words }: ReadSentence): string[] {
  const content = words.filter((word) => word.content);
  return content.slice(1).map((word, index) => `${content[index]?.folded} ${word.folded}`);
}

function samePolarity(claim: ReadSentence, passage: readonly ReadSentence[]): boolean {
  const { negations, quantifiers } = claim.polarity;
  const classes = new Set(
    passage.flatMap(({ polarity }) => polarity.quantifiers.map((each) => each.class)),
  );
  if (quantifiers.some((each) => !classes.has(each.class))) return false;
  const [best] = passage;
  return negations.length === (best?.polarity.negations.length ?? 0);
}
