import { fold } from './fold.ts';
import { agreeingDates, agreeingNumbers } from './values/compare-values.ts';
import { type DateValue, extractValues, type NumberValue } from './values/extract-values.ts';
import { extractNames, foldName } from './values/names.ts';

/** Whether two folded names belong to one thing: "bien dong" and "south china sea". */
export type SameName = (a: string, b: string) => boolean;

/** What of a text can agree with another; read once per text and compared many times. */
export interface Facts {
  readonly text: string;
  readonly numbers: readonly NumberValue[];
  readonly dates: readonly DateValue[];
  /** Every folded word with a blank on both sides. */
  readonly words: string;
}

/** Each item as the claim writes it (numbers and dates) or folded (names), each once. */
export interface Agreement {
  readonly numbersShared: readonly string[];
  readonly numbersMissing: readonly string[];
  readonly namesShared: readonly string[];
  readonly namesMissing: readonly string[];
}

/** Reads an NFC text for comparing; its names are read only where they are asked for. */
export function readFacts(text: string): Facts {
  const values = extractValues(text);
  return {
    text,
    numbers: values.filter((value) => value.kind === 'number'),
    dates: values.filter((value) => value.kind === 'date'),
    words: ` ${foldName(text)} `,
  };
}

/**
 * Which numbers, dates and names of a claim a passage has as well. Numbers agree across notations
 * (1.000 and 1,000), dates in the parts both give; a name agrees wherever its words stand together,
 * whatever their case, or where `sameName` knows another name of the passage for it.
 * An empty text shares and misses nothing. Symmetric it is not: what only the passage has is not told.
 */
export function agreement(
  claim: string | Facts,
  passage: string | Facts,
  sameName?: SameName,
): Agreement {
  const ours = typeof claim === 'string' ? readFacts(claim) : claim;
  const theirs = typeof passage === 'string' ? readFacts(passage) : passage;
  const hasNumber = (number: NumberValue): boolean =>
    theirs.numbers.some((other) => agreeingNumbers(number, other)) ||
    theirs.dates.some((date) => isYear(number, date));
  const hasDate = (date: DateValue): boolean =>
    theirs.dates.some((other) => agreeingDates(date, other)) ||
    theirs.numbers.some((number) => isYear(number, date));
  const others = sameName === undefined ? [] : namesOf(theirs);
  const hasName = (name: string): boolean =>
    theirs.words.includes(` ${name} `) || others.some((other) => sameName?.(name, other) === true);
  const [numbersShared, numbersMissing] = split(ours.numbers, hasNumber, textOf);
  const [datesShared, datesMissing] = split(ours.dates, hasDate, textOf);
  const [namesShared, namesMissing] = split(namesOf(ours), hasName, (name) => name);
  return {
    numbersShared: [...numbersShared, ...datesShared],
    numbersMissing: [...numbersMissing, ...datesMissing],
    namesShared,
    namesMissing,
  };
}

/** A year written without a word that says so ("1984 và 1985"). */
function isYear(number: NumberValue, { year }: DateValue): boolean {
  return year !== null && number.unit === '' && number.readings.includes(year);
}

function namesOf(facts: Facts): string[] {
  return extractNames(facts.text).map((name) => name.folded);
}

function split<Item>(
  items: readonly Item[],
  has: (item: Item) => boolean,
  print: (item: Item) => string,
): [string[], string[]] {
  const [shared, missing] = [new Set<string>(), new Set<string>()];
  for (const item of items) (has(item) ? shared : missing).add(print(item));
  return [[...shared], [...missing]];
}

function textOf({ text }: { readonly text: string }): string {
  return fold(text).trim();
}
