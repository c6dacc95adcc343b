export interface ValueToken {
  readonly kind: 'word' | 'digits' | 'mark';
  readonly text: string;
  /** Lower case, with diacritics. */
  readonly word: string;
  /** UTF-16 indices. */
  readonly at: number;
  readonly end: number;
  /** No blank stands before it. */
  readonly glued: boolean;
}

const TOKEN = /(\d+(?:[.,]\d+)*)|([\p{L}\p{M}]+)|\S/gu;

/** Words, runs of digits with their separators, and single marks of an NFC text. */
export function valueTokens(text: string): ValueToken[] {
  const tokens: ValueToken[] = [];
  let last = -1;
  for (const match of text.matchAll(TOKEN)) {
    const kind = match[1] !== undefined ? 'digits' : match[2] !== undefined ? 'word' : 'mark';
    const word = kind === 'word' ? match[0].toLowerCase() : match[0];
    const end = match.index + match[0].length;
    tokens.push({ kind, text: match[0], word, at: match.index, end, glued: match.index === last });
    last = end;
  }
  return tokens;
}
