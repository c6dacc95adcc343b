import { ADDRESS_PATTERNS, HANDLE_PATTERNS, type IdentityKind } from './identity-patterns.ts';
import { PHONE_PATTERNS } from './phone-patterns.ts';

/** UTF-16 range of one identity in the text searched. */
export interface IdentityRange {
  readonly kind: IdentityKind;
  readonly start: number;
  readonly end: number;
}

const PATTERNS = [...ADDRESS_PATTERNS, ...HANDLE_PATTERNS, ...PHONE_PATTERNS];
const CONTEXT = 120;

/** Identities in order, not overlapping; where two patterns meet, the one listed first wins. */
export function findIdentities(text: string): IdentityRange[] {
  const found: IdentityRange[] = [];
  let rest = text;
  for (const { kind, regex, group, accept } of PATTERNS) {
    const ranges: IdentityRange[] = [];
    for (const match of rest.matchAll(regex)) {
      const end = match.index + match[0].length;
      const value = group === undefined ? match[0] : (match[group] ?? match[0]);
      // Every pattern with a group has it at the end, but for one closing bracket.
      const start = match.index + match[0].lastIndexOf(value);
      const stop = group === undefined ? end : start + value.length;
      const before = rest.slice(Math.max(0, start - CONTEXT), start);
      if (accept !== undefined && !accept(value, before, rest.slice(stop, stop + CONTEXT)))
        continue;
      ranges.push({ kind, start, end: stop });
    }
    found.push(...ranges);
    rest = blank(rest, ranges);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Puts brackets, as the placeholder will, where something was found, keeping every index. */
function blank(text: string, ranges: readonly IdentityRange[]): string {
  let result = '';
  let copied = 0;
  for (const { start, end } of ranges) {
    result += `${text.slice(copied, start)}${'['.repeat(end - start - 1)}]`;
    copied = end;
  }
  return copied === 0 ? text : result + text.slice(copied);
}
