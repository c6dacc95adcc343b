import { beginsNumeral, readNumeral, readScale } from './numerals.ts';
import type { ValueToken } from './value-tokens.ts';

/** A number as it stands, without unit or label. */
export interface Figure {
  readonly readings: readonly number[];
  readonly step: number;
  /** Scale read with it; 1 where a range may still give it one. */
  readonly scale: number;
  readonly next: number;
}

const RANGE = new Set(['-', '–', '—', '~', 'đến', 'den', 'tới', 'to']);

/** The figure at `index`, in digits or words, with its scale; null when none begins there. */
export function readFigure(tokens: readonly ValueToken[], index: number): Figure | null {
  const token = tokens[index];
  if (token === undefined || token.kind === 'mark') return null;
  if (token.kind === 'word') {
    if (!beginsNumeral(token)) return null;
    const numeral = readNumeral(tokens, index);
    return numeral === null
      ? null
      : {
          readings: [numeral.value],
          step: lastPlace(numeral.value),
          scale: numeral.value >= 100 ? numeral.value : 1,
          next: numeral.next,
        };
  }
  const { value: scale, next } = readScale(tokens, index + 1);
  const readings = readDigits(token.text).map((value) => value * scale);
  const half = scale > 1 && /^rư[ỡở]i$/u.test(tokens[next]?.word ?? '');
  if (half)
    return {
      readings: readings.map((value) => value + scale / 2),
      step: scale / 10,
      scale,
      next: next + 1,
    };
  // "1 triệu 200 nghìn" is one figure.
  const more = scale > 1 && tokens[next]?.kind === 'digits' ? readFigure(tokens, next) : null;
  if (more !== null && more.scale > 1 && more.scale < scale && readings.length === 1) {
    return {
      readings: more.readings.map((value) => value + (readings[0] ?? 0)),
      step: more.step,
      scale,
      next: more.next,
    };
  }
  return { readings, step: digitStep(token.text) * scale, scale, next };
}

/** Every number a run of digits and separators can stand for. */
function readDigits(digits: string): number[] {
  const groups = digits.split(/[.,]/);
  const whole = Number(groups.join(''));
  if (groups.length === 1) return [whole];
  const grouped = groups.slice(1).every((group) => group.length === 3) && groups[0] !== '0';
  const decimal = Number(`${groups.slice(0, -1).join('')}.${groups.at(-1) ?? ''}`);
  const mixed = digits.includes('.') && digits.includes(',');
  if (groups.length > 2 && !mixed) return [whole];
  return grouped && (groups[0]?.length ?? 0) <= 3 ? [whole, decimal] : [decimal];
}

function digitStep(digits: string): number {
  const [value = 0] = readDigits(digits);
  const decimals = Number.isInteger(value) ? 0 : (/[.,](\d+)$/.exec(digits)?.[1]?.length ?? 0);
  return decimals > 0 ? 10 ** -decimals : lastPlace(value);
}

function lastPlace(value: number): number {
  if (value === 0) return 1;
  let step = 1;
  while (value % (step * 10) === 0) step *= 10;
  return step;
}

/** The upper end of a range that goes on behind `first`: "5–10", "5 đến 10". */
export function rangeEnd(tokens: readonly ValueToken[], first: Figure): Figure | null {
  const sign = tokens[first.next];
  const next = tokens[first.next + 1];
  if (sign === undefined || next === undefined || !RANGE.has(sign.word)) return null;
  if (next.kind !== 'digits' && tokens[first.next - 1]?.kind === 'digits') return null;
  return readFigure(tokens, first.next + 1);
}
