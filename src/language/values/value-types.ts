import type { TextSpan } from '../sentences.ts';

/** How a number is meant: exactly, or as a bound or an estimate. */
export type Bound = 'exact' | 'about' | 'nearly' | 'over' | 'under';

export interface NumberValue extends TextSpan {
  readonly kind: 'number';
  /**
   * Every value the digits can mean, in the base unit: "1.500" is 1500 in Vietnamese and 1.5 in
   * English, "2 km" is 2000. Of a range the lower end.
   */
  readonly readings: readonly number[];
  /** The upper end of a range in the same way; empty when it is no range. */
  readonly upTo: readonly number[];
  /** Base unit ("m", "kg", "vnd", "%"), else the folded word after the number ("30 điều" → "dieu"), or "". */
  readonly unit: string;
  /** Folded unit as written, because a converted figure agrees only roughly. */
  readonly written: string;
  /** Folded word before an identifying number ("Điều 5" → "dieu", "57-KL/TW" → "kl/tw"), else "". */
  readonly label: string;
  readonly bound: Bound;
  /** Size of the last written place in the base unit, trailing zeros not counted: 1.200 → 100. */
  readonly step: number;
}

export interface DateValue extends TextSpan {
  readonly kind: 'date';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

export type TextValue = NumberValue | DateValue;
