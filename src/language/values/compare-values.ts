import type { Bound, DateValue, NumberValue } from './value-types.ts';

const DATE_PARTS = ['year', 'month', 'day'] as const;
/** How far an estimate or a figure converted between units may be off, as a share of it. */
const ESTIMATE = 0.1;
const CONVERTED = 0.01;
/** From here on a figure is often rounded. */
const ROUNDED_FROM = 1000;

/** Whether two dates have a part in common, so that they can agree or not. */
export function comparableDates(a: DateValue, b: DateValue): boolean {
  return DATE_PARTS.some((part) => a[part] !== null && b[part] !== null);
}

/** Whether two dates give the same in every part both have, and have one in common. */
export function agreeingDates(a: DateValue, b: DateValue): boolean {
  return (
    comparableDates(a, b) &&
    DATE_PARTS.every((part) => a[part] === null || b[part] === null || a[part] === b[part])
  );
}

/**
 * Whether two numbers can both be true of one thing: equal in some reading, one the other rounded,
 * one within the other's range, or one an estimate or bound the other keeps ("hơn 500" and 512).
 * Units are not looked at except to allow for conversion.
 */
export function agreeingNumbers(a: NumberValue, b: NumberValue): boolean {
  if (a.upTo.length > 0 && b.upTo.length > 0) {
    return near(a.readings, b.readings, a, b) && near(a.upTo, b.upTo, a, b);
  }
  if (a.upTo.length > 0) return within(b, a);
  if (b.upTo.length > 0) return within(a, b);
  if (near(a.readings, b.readings, a, b)) return true;
  if (a.bound === b.bound) return a.bound !== 'exact' && nearlyEqual(a, b);
  return allows(a, b) || allows(b, a);
}

/** Two estimates of one thing are seldom the same ("hơn 20.000", "hơn 22.000"). */
function nearlyEqual(a: NumberValue, b: NumberValue): boolean {
  return a.readings.some((x) =>
    b.readings.some((y) => Math.abs(x - y) <= ESTIMATE * Math.max(Math.abs(x), Math.abs(y))),
  );
}

function near(
  left: readonly number[],
  right: readonly number[],
  a: NumberValue,
  b: NumberValue,
): boolean {
  const converted = a.written !== b.written && a.unit === b.unit ? CONVERTED : 1e-9;
  return left.some((x) =>
    right.some((y) => {
      const apart = Math.abs(x - y);
      if (apart <= converted * Math.max(Math.abs(x), Math.abs(y))) return true;
      return apart <= rounding(x, y, a, b);
    }),
  );
}

/** Half of the coarser figure's last place, where figures of that size are rounded at all. */
function rounding(x: number, y: number, a: NumberValue, b: NumberValue): number {
  const step = Math.max(a.step, b.step);
  const [coarse] = a.step >= b.step ? [x] : [y];
  const decimals = Math.min(a.step, b.step) < 1 && step <= 1;
  if (a.step === b.step) return 0;
  if (!decimals && (coarse < ROUNDED_FROM || coarse / step < 10)) return 0;
  return step / 2;
}

function within(value: NumberValue, range: NumberValue): boolean {
  return value.readings.some((x) =>
    range.readings.some((low, index) => {
      const high = range.upTo[Math.min(index, range.upTo.length - 1)] ?? low;
      return x >= Math.min(low, high) && x <= Math.max(low, high);
    }),
  );
}

/** Whether an estimate or bound allows the other figure. */
function allows(estimate: NumberValue, other: NumberValue): boolean {
  return estimate.readings.some((x) =>
    other.readings.some((y) => {
      const [low, high] = LIMITS[estimate.bound](x);
      return y >= low && y <= high;
    }),
  );
}

const LIMITS: Readonly<Record<Bound, (x: number) => readonly [number, number]>> = {
  exact: (x) => [x, x],
  about: (x) => [x * (1 - ESTIMATE), x * (1 + ESTIMATE)],
  nearly: (x) => [x * (1 - 2 * ESTIMATE), x],
  // What is more than 500 is hardly written so when it is more than twice that.
  over: (x) => [x, 2 * x],
  under: (x) => [0, x],
};
