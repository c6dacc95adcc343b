const PLAIN = /^[\u0000-\u00AC\u00AE-\u02FF\u1E00-\u1EFF\u2010-\u2027\s]*$/;
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;

/** What a reader sees in a text, for pattern matching, with the way back to the text itself. */
export interface ShadowText {
  readonly text: string;
  /** UTF-16 index in the original where the shadow's unit at `index` begins. */
  startOf(index: number): number;
  /** UTF-16 index in the original behind the shadow's unit before `index`. */
  endOf(index: number): number;
}

/**
 * The text without zero-width characters and with full-width, styled and circled forms as plain
 * letters and digits ("＠ｔｅｎ", "𝐟𝐛.com"); both indices are UTF-16.
 */
export function shadowOf(text: string): ShadowText {
  if (PLAIN.test(text)) return { text, startOf: (index) => index, endOf: (index) => index };
  const starts: number[] = [];
  const ends: number[] = [];
  let shadow = '';
  let index = 0;
  for (const char of text) {
    const end = index + char.length;
    if (!IGNORABLE.test(char)) {
      const plain = char.charCodeAt(0) < 0x80 ? char : plainForm(char);
      for (let unit = 0; unit < plain.length; unit += 1) {
        starts.push(index);
        ends.push(end);
      }
      shadow += plain;
    }
    index = end;
  }
  return {
    text: shadow,
    startOf: (at) => starts[at] ?? text.length,
    endOf: (at) => (at === 0 ? 0 : (ends[at - 1] ?? text.length)),
  };
}

/** One character for one, so that a ligature or fraction never shifts a match into half a character. */
function plainForm(char: string): string {
  const plain = char.normalize('NFKC');
  return Array.from(plain).length === 1 ? plain : char;
}
