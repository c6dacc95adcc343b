/** Somebody whose name after an `@` is a mention. */
export interface Mentionable {
  readonly userId: string;
  readonly name: string;
}

/** UTF-16 range of `@name` or `@[name]` in the text. */
export interface MentionSpan {
  readonly userId: string;
  readonly start: number;
  readonly end: number;
}

const wordBefore = /[\p{L}\p{M}\p{N}_.+-]$/u;
const wordAfter = /^[\p{L}\p{M}\p{N}_]/u;

/**
 * Mentions in order: an `@` that no word runs into, then the longest name that fits whole, with or
 * without square brackets; upper and lower case are one. Other text after an `@` is just text.
 */
export function findMentions(text: string, people: readonly Mentionable[]): MentionSpan[] {
  const longestFirst = people
    .map(({ userId, name }) => ({ userId, name: name.toLowerCase() }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length);
  const found: MentionSpan[] = [];
  let at = text.indexOf('@');
  while (at >= 0) {
    const mention = wordBefore.test(text.slice(Math.max(0, at - 2), at))
      ? null
      : mentionAt(text, at, longestFirst);
    if (mention !== null) found.push(mention);
    at = text.indexOf('@', mention?.end ?? at + 1);
  }
  return found;
}

function mentionAt(text: string, at: number, people: readonly Mentionable[]): MentionSpan | null {
  const bracketed = text[at + 1] === '[';
  const start = at + (bracketed ? 2 : 1);
  for (const { userId, name } of people) {
    const end = start + name.length;
    if (text.slice(start, end).toLowerCase() !== name) continue;
    if (bracketed && text[end] === ']') return { userId, start: at, end: end + 1 };
    if (!bracketed && !wordAfter.test(text.slice(end, end + 2))) return { userId, start: at, end };
  }
  return null;
}
