import { fold } from '#language/fold.ts';
import { type ReadSentence, readInFull } from './compared-sentence.ts';
import {
  type ComparedTexts,
  type CompareOptions,
  nearestSentences,
  type NearSentence,
  readClaim,
  readTexts,
} from './conflict-context.ts';
import { isDenied } from './conflict-denial.ts';
import type { ValueConflict } from './conflict-kinds.ts';
import { isKnownName, nameConflicts } from './conflict-names.ts';
import { dateConflicts, isKnownDate, isKnownNumber, numberConflicts } from './conflict-numbers.ts';
import { oppositeConflicts } from './conflict-opposites.ts';
import { isSupported } from './conflict-support.ts';
import { verbatimConflicts } from './conflict-verbatim.ts';
import { findPolarity } from '../text/polarity.ts';
import { polarityConflicts } from './polarity-conflicts.ts';

const NON_ASCII = /[^\u0000-\u007F]/;

export type { ValueConflict } from './conflict-kinds.ts';

/** What comparing a claim with a passage suggests to a person; never an outcome by itself. */
export interface Comparison {
  readonly suggestion: 'CONTRADICTED' | 'CONSISTENT' | null;
  readonly conflicts: readonly ValueConflict[];
}

/**
 * Compares a claim with a passage it is matched to, both NFC: `CONTRADICTED` where they speak of the
 * same thing and differ in a value, `CONSISTENT` where every number, date, name and nearly every word
 * of the claim is found together in the passage with the same polarity, else null.
 * An empty text suggests nothing. Takes 1 to 3 ms for a claim and a passage of 180 words.
 */
export function compareWithPassage(
  claimText: string,
  passageText: string,
  options: CompareOptions = {},
): Comparison {
  const texts = readTexts(readClaim(claimText), passageText, options);
  const conflicts = conflictsOf(texts);
  if (conflicts.length > 0) return { suggestion: 'CONTRADICTED', conflicts };
  return { suggestion: isSupported(texts) ? 'CONSISTENT' : null, conflicts };
}

/**
 * Finds where passages speak of the same thing as a claim and give different values; the claim is read
 * once. Built for precision: what is not found is no proof of agreement. All texts NFC.
 */
export function valueConflictsOf(
  claimText: string,
  options: CompareOptions = {},
): (passageText: string) => readonly ValueConflict[] {
  const claim = readClaim(claimText);
  return (passageText) => conflictsOf(readTexts(claim, passageText, options));
}

function conflictsOf(texts: ComparedTexts): ValueConflict[] {
  return texts.claim.flatMap((sentence) => {
    const near = nearestSentences(sentence, texts.passage);
    const [best] = near;
    if (best === undefined) return [];
    const claim = texts.claimInFull(sentence);
    // "It was not issued in 2019" agrees with a passage that says 2023.
    const denies = deniesAnother(claim, texts.known);
    const rival = readBeside(claim, best);
    const verbatim = verbatimConflicts(claim, rival, texts.names, denies);
    if (verbatim !== null && verbatim.length > 0) return verbatim;
    // A figure about something the passage does not name is about something else.
    if (claim.names.some((name) => !isKnownName(name, texts.names))) {
      return best.sameTopic ? nameConflicts(claim, rival, texts.names) : [];
    }
    for (const other of near) {
      const values = valueConflicts(claim, other === best ? rival : null, other, texts);
      if (values.length > 0) return values;
    }
    if (!best.sameTopic || denies) return [];
    return [
      // A sentence repeated word for word has been compared negation by negation.
      ...(verbatim === null ? polarityConflicts(claim, rival, best.shared) : []),
      ...oppositeConflicts(claim, rival),
    ];
  });
}

function valueConflicts(
  claim: ReadSentence,
  read: ReadSentence | null,
  near: NearSentence,
  { known }: ComparedTexts,
): ValueConflict[] {
  const { numbers, dates } = near.sentence;
  if (numbers.length + dates.length === 0 || claim.numbers.length + claim.dates.length === 0) {
    return [];
  }
  const rival = read ?? readInFull(near.sentence);
  return [
    ...numberConflicts(claim, rival, known, near.sameTopic),
    ...dateConflicts(claim, rival, known, near.sameTopic),
  ];
}

/** Against a claim typed without diacritics the passage's negations are read without them too. */
function readBeside(claim: ReadSentence, { sentence }: NearSentence): ReadSentence {
  const read = readInFull(sentence);
  return NON_ASCII.test(claim.text)
    ? read
    : { ...read, polarity: findPolarity(fold(sentence.text), sentence.start) };
}

function deniesAnother(claim: ReadSentence, known: ComparedTexts['known']): boolean {
  return (
    claim.numbers.some((value) => isDenied(claim, value) && !isKnownNumber(value, known)) ||
    claim.dates.some((value) => isDenied(claim, value) && !isKnownDate(value, known))
  );
}
