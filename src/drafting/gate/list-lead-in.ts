import { hasNegation, type Omission } from './omissions.ts';

/** Markers of lists, outermost first; an item belongs to the nearest line above that is further out. */
const MARKERS: readonly RegExp[] = [
  /^\d{1,3}(?:\.\d{1,3})*[.)]\s/u,
  /^\p{L}[.)]\s/u,
  /^[-–—•*+]\s/u,
];
const LEAD_IN = /[:：]$/u;
const CONDITION =
  /(?<![\p{L}\p{M}\p{N}])(?:trường hợp|khi|nếu|một trong|điều kiện|trừ|chỉ|in (?:the )?(?:following )?cases?|when|if|unless|only|except|conditions?|one of)(?![\p{L}\p{M}\p{N}])/iu;
/** A title whose items are what is not, or not allowed. */
const DENYING_TITLE =
  /(?<![\p{L}\p{M}\p{N}])(?:cấm|không (?:được|bị|phải|áp dụng|thuộc|có hiệu lực)|hết hiệu lực|bãi bỏ|loại trừ|miễn trừ|prohibit(?:ed|ions?)|forbidden|must not|shall not|not permitted|exceptions?|exclusions?|repealed)(?![\p{L}\p{M}\p{N}])/iu;
const LONGEST_TITLE = 200;

/**
 * What a list's item loses without the line that leads it in ("It is forbidden to:", "Prohibited acts"):
 * by itself "1. Selling drugs." reads as if it were allowed. `before` is the text before the quote, from
 * the document's beginning or some thousand characters of it. Null for what is no item.
 */
export function findLostLeadIn(before: string, quote: string): Omission | null {
  const own = before.slice(before.lastIndexOf('\n') + 1);
  let level = levelOf(`${own}${quote}`.trimStart());
  if (level < 0) return null;
  const lines = before.split('\n').map((line) => line.trimStart());
  lines.pop();
  while (level >= 0) {
    const at = lines.findLastIndex((line) => line !== '' && levelOf(line) < level);
    const line = (lines[at] ?? '').trimEnd();
    if (!LEAD_IN.test(line)) {
      return isTitle(line) && DENYING_TITLE.test(line) ? 'negation_flip' : null;
    }
    if (hasNegation(line)) return 'negation_flip';
    if (CONDITION.test(line)) return 'quantifier_shift';
    lines.length = at;
    level = levelOf(line);
  }
  return null;
}

/** -1: no item of a list. */
function levelOf(line: string): number {
  return MARKERS.findIndex((marker) => marker.test(line));
}

function isTitle(line: string): boolean {
  return line !== '' && line.length <= LONGEST_TITLE && !/[.;!?,…。；]$/u.test(line);
}
