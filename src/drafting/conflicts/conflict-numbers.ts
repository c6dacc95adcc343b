import {
  agreeingDates,
  agreeingNumbers,
  comparableDates,
} from '#language/values/compare-values.ts';
import type { DateValue, NumberValue } from '#language/values/extract-values.ts';
import { unitOf } from '#language/values/units.ts';
import type { ReadSentence } from './compared-sentence.ts';
import { isDenied } from './conflict-denial.ts';
import { type ConflictKind, span, type ValueConflict } from './conflict-kinds.ts';
import { compareSlots } from './conflict-slot.ts';

/** Content words around both values, and their share, that make the two say the same thing of it. */
const FEWEST_SHARED = 2;
const LEAST_SHARE = 0.4;
/** The same where the sentences as wholes are not known to be about one thing. */
const FEWEST_SHARED_ALONE = 4;
const LEAST_SHARE_ALONE = 0.6;

/** Everything of a text a value of the other could agree with. */
export interface KnownValues {
  readonly numbers: readonly NumberValue[];
  readonly dates: readonly DateValue[];
}

/** Figures of a claim's sentence that the passage does not have, and what stands in their place. */
export function numberConflicts(
  claim: ReadSentence,
  best: ReadSentence,
  known: KnownValues,
  sameTopic: boolean,
): ValueConflict[] {
  return claim.numbers.flatMap((number) => {
    if (number.unit === '' && number.label === '') return [];
    if (isDenied(claim, number) || isKnownNumber(number, known)) return [];
    const rivals = best.numbers.filter(
      (other) =>
        isRival(number, other) &&
        !claim.numbers.some(
          (mine) =>
            !isDenied(claim, mine) && mine.unit === other.unit && agreeingNumbers(mine, other),
        ),
    );
    const rival = onlyRival(claim, number, best, rivals, sameTopic);
    if (rival === null) return [];
    return [{ kind: kindOf(number), claim: span(number), passage: span(rival) }];
  });
}

/** The same for dates. */
export function dateConflicts(
  claim: ReadSentence,
  best: ReadSentence,
  known: KnownValues,
  sameTopic: boolean,
): ValueConflict[] {
  return claim.dates.flatMap((date) => {
    if (isDenied(claim, date) || isKnownDate(date, known)) return [];
    const rivals = best.dates.filter(
      (other) =>
        comparableDates(date, other) &&
        !claim.dates.some((mine) => !isDenied(claim, mine) && agreeingDates(mine, other)),
    );
    const rival = onlyRival(claim, date, best, rivals, sameTopic);
    return rival === null ? [] : [{ kind: 'date', claim: span(date), passage: span(rival) }];
  });
}

export function isKnownNumber(number: NumberValue, known: KnownValues): boolean {
  return (
    known.numbers.some((other) => sameMeasure(number, other) && agreeingNumbers(number, other)) ||
    known.dates.some((date) => date.year !== null && number.readings.includes(date.year))
  );
}

export function isKnownDate(date: DateValue, known: KnownValues): boolean {
  return (
    known.dates.some((other) => agreeingDates(date, other)) ||
    known.numbers.some(({ readings }) => date.year !== null && readings.includes(date.year))
  );
}

/** A figure without a unit on either side may be of any. */
function sameMeasure(a: NumberValue, b: NumberValue): boolean {
  return !isMeasured(a) || !isMeasured(b) || a.unit === b.unit;
}

/** A figure of the same kind, or the same figure in another unit ("30 ngày", "30 tháng"). */
function isRival(number: NumberValue, other: NumberValue): boolean {
  if (number.label !== other.label) return false;
  if (number.unit === other.unit) return true;
  return isMeasured(number) && isMeasured(other) && number.text === other.text;
}

function isMeasured({ written }: NumberValue): boolean {
  return unitOf(written, written) !== undefined;
}

function kindOf(number: NumberValue): ConflictKind {
  if (number.label !== '') return 'order';
  return isMeasured(number) && number.unit !== '%' ? 'quantity' : 'number';
}

/** The one rival, if its surroundings are alike; two leave open which of them the claim is about. */
function onlyRival<Value extends NumberValue | DateValue>(
  claim: ReadSentence,
  value: NumberValue | DateValue,
  best: ReadSentence,
  rivals: readonly Value[],
  sameTopic: boolean,
): Value | null {
  const [rival, ...others] = rivals;
  if (rival === undefined || others.length > 0) return null;
  const { shared, share } = compareSlots(claim, value, best, rival);
  if (shared < (sameTopic ? FEWEST_SHARED : FEWEST_SHARED_ALONE)) return null;
  return share < (sameTopic ? LEAST_SHARE : LEAST_SHARE_ALONE) ? null : rival;
}
