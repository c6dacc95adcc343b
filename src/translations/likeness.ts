import { codePointLength } from '#language/code-points.ts';
import { extractValues, type TextValue } from '#language/values/extract-values.ts';
import { cosinesBetween } from './cosines.ts';
import { headingNumbers, type HeadingNumbers } from './heading-numbers.ts';

/** A passage to be aligned; `vector` is its stored embedding, of length one. */
export interface AlignablePassage {
  readonly id: number;
  readonly text: string;
  readonly headingPath: readonly string[];
  readonly vector: Float32Array | null;
}

/** A passage read once for all comparisons. */
export interface ReadPassage {
  readonly passage: AlignablePassage;
  /** Code points. */
  readonly length: number;
  readonly numbers: HeadingNumbers;
  /** For each number or date what it can mean, as numbers of meanings. */
  readonly values: ReadonlyArray<readonly number[]>;
  readonly vector: Float32Array | null;
}

/** How much each kind of evidence says; what a pair has no evidence of is left out. */
const WEIGHTS = { meaning: 0.5, headings: 0.3, values: 0.2 };
/** What is assumed where neither vectors nor headings nor values say anything. */
const NO_EVIDENCE = 0.5;

/** Reads both sides; what one value can mean has the same number on both. */
export function readPassages(
  ...sides: ReadonlyArray<readonly AlignablePassage[]>
): Array<ReadPassage[]> {
  const numbers = new Map<string, number>();
  const numberOf = (meaning: string): number => {
    const known = numbers.get(meaning) ?? numbers.size;
    numbers.set(meaning, known);
    return known;
  };
  return sides.map((passages) =>
    passages.map((passage) => ({
      passage,
      length: codePointLength(passage.text),
      vector: passage.vector,
      numbers: headingNumbers(passage.headingPath),
      values: extractValues(passage.text).map((value) => meanings(value).map(numberOf)),
    })),
  );
}

function meanings(value: TextValue): string[] {
  if (value.kind === 'number') return value.readings.map(String);
  return [`${value.year ?? ''}-${value.month ?? ''}-${value.day ?? ''}`];
}

/**
 * Likeness, 0 to 1, of the passages [leftFrom, leftTo) and [rightFrom, rightTo). Where it cannot reach
 * `floor` 0 is enough of an answer: values are dear to compare.
 */
export type Likeness = (
  leftFrom: number,
  leftTo: number,
  rightFrom: number,
  rightTo: number,
  floor?: number,
) => number;

/**
 * How likely one run of passages is the translation of another: the mean of what meaning (cosine),
 * heading numbers and values say, times how well the lengths fit. `ratio` is how many code points the
 * right text has for one of the left.
 */
export function likenessBetween(
  left: readonly ReadPassage[],
  right: readonly ReadPassage[],
  ratio: number,
): Likeness {
  const cosine = cosinesBetween(left, right);
  const leftEnds = textEnds(left);
  const rightEnds = textEnds(right);
  return (leftFrom, leftTo, rightFrom, rightTo, floor = 0) => {
    const leftLength = (leftEnds[leftTo] ?? 0) - (leftEnds[leftFrom] ?? 0);
    const rightLength = (rightEnds[rightTo] ?? 0) - (rightEnds[rightFrom] ?? 0);
    let weight = 0;
    let sum = 0;
    const meaning = cosine(leftFrom, leftTo, rightFrom, rightTo);
    if (meaning !== null) {
      weight += WEIGHTS.meaning;
      sum += WEIGHTS.meaning * Math.max(0, meaning);
    }
    const headings = agreeingHeadings(left[leftFrom]?.numbers, right[rightFrom]?.numbers);
    if (headings !== null) {
      weight += WEIGHTS.headings;
      sum += WEIGHTS.headings * headings;
    }
    const fit = lengthFit(leftLength * ratio, rightLength);
    const most = Math.max(
      weight === 0 ? NO_EVIDENCE : sum / weight,
      (sum + WEIGHTS.values) / (weight + WEIGHTS.values),
    );
    if (most * fit < floor) return 0;
    const values = sharedValues(
      valuesOf(left, leftFrom, leftTo),
      valuesOf(right, rightFrom, rightTo),
    );
    if (values !== null) {
      weight += WEIGHTS.values;
      sum += WEIGHTS.values * values;
    }
    const evidence = weight === 0 ? NO_EVIDENCE : sum / weight;
    return evidence * fit;
  };
}

/** Code points up to each passage, from 0. */
export function textEnds(run: readonly ReadPassage[]): number[] {
  let sum = 0;
  return [0, ...run.map(({ length }) => (sum += length))];
}

type Values = ReadPassage['values'];

function valuesOf(run: readonly ReadPassage[], from: number, to: number): Values {
  const first = run[from]?.values ?? [];
  if (to - from === 1) return first;
  return run.slice(from, to).flatMap(({ values }) => values);
}

/**
 * 1 for equal lengths; half where one is about 2.6 times the other: a Gaussian over the logarithm of
 * the ratio, after Gale and Church (1993), wide because passages are cut by other sentences.
 */
function lengthFit(left: number, right: number): number {
  if (left === 0 || right === 0) return 0;
  const apart = Math.log(left / right);
  return Math.exp(-(apart * apart) / 1.3);
}

/** Null where one has no numbered heading that the other has too. */
function agreeingHeadings(
  left: HeadingNumbers | undefined,
  right: HeadingNumbers | undefined,
): number | null {
  if (left?.article === undefined || right?.article === undefined) return null;
  if (left.article !== right.article) return 0;
  if (left.clause === undefined || right.clause === undefined) return 1;
  return left.clause === right.clause ? 1 : 0.5;
}

/** Dice's coefficient of the numbers and dates of both; null where one has none. */
function sharedValues(left: Values, right: Values): number | null {
  if (left.length === 0 || right.length === 0) return null;
  const taken = new Uint8Array(right.length);
  let shared = 0;
  for (const readings of left) {
    for (let index = 0; index < right.length; index += 1) {
      if (taken[index] === 1 || !agree(readings, right[index] ?? [])) continue;
      taken[index] = 1;
      shared += 1;
      break;
    }
  }
  return (2 * shared) / (left.length + right.length);
}

function agree(readings: readonly number[], others: readonly number[]): boolean {
  for (const reading of readings) if (others.includes(reading)) return true;
  return false;
}
