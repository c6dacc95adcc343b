import { fold } from '#language/fold.ts';
import { matchingText } from '#language/matching-text.ts';
import { UNSPACED } from '#language/scripts.ts';

/** A syllable, word or number of a post, or a character of a script without spaces. */
export interface NearToken {
  readonly folded: string;
  /** Lower case, with its marks. */
  readonly typed: string;
  /** A capital that is not owed to the start of a sentence. */
  readonly capital: boolean;
  /** First or last of a sentence or line. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** A post as near copies are compared: hashtags at its ends and decoration left out. */
export interface NearText {
  readonly tokens: readonly NearToken[];
}

const EDGE_TAGS = /^(?:\s*[#＃][\p{L}\p{M}\p{N}_]+)+|(?:\s*[#＃][\p{L}\p{M}\p{N}_]+)+\s*$/gu;
const TOKEN = new RegExp(`[${UNSPACED}]|\\p{N}+(?:[.,:/-]\\p{N}+)*%?|[\\p{L}\\p{M}]+`, 'gu');
const SENTENCE_END = /[.!?…:;\n。！？]/u;
/** Share of capital letters from which they say nothing. */
const SHOUTED = 0.5;

/** Reads a post for comparing; pure, linear. */
export function nearText(text: string): NearText {
  const bare = text.replace(EDGE_TAGS, ' ');
  // Line by line: the form for matching knows no line breaks, and a line ends a sentence.
  const lines = (/[\p{L}\p{N}]/u.test(bare) ? bare : text).split('\n').map(matchingText);
  const written = lines.filter((line) => line !== '').join('\n');
  const letters = written.match(/\p{L}/gu) ?? [];
  const shouted = letters.filter((one) => /\p{Lu}/u.test(one)).length > letters.length * SHOUTED;
  const found = [...written.matchAll(TOKEN)];
  let opens = true;
  const tokens = found.map((match, index): NearToken => {
    const [word] = match;
    const next = found[index + 1]?.index ?? written.length;
    const closes =
      index === found.length - 1 ||
      SENTENCE_END.test(written.slice(match.index + word.length, next));
    const token = {
      folded: fold(word),
      typed: word.toLowerCase(),
      capital: !shouted && /^\p{Lu}/u.test(word) && (!opens || /^\p{Lu}{2}/u.test(word)),
      opens,
      closes,
    };
    opens = closes;
    return token;
  });
  return { tokens };
}
