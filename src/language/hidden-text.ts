/** Unicode tag characters spell ASCII that nothing shows; flags of regions are the one common use. */
const TAGS = /[\u{E0020}-\u{E007F}]{2,}/gu;
const FLAG_BASE = '\u{1F3F4}';
/** Variation selectors and zero-width characters in runs carry bits; emoji and Indic scripts use them singly. */
const INVISIBLE_RUN = /[\u{E0100}-\u{E01EF}]{2,}|[\u200B\u200C\u2060-\u2064\uFEFF]{6,}/gu;
/** Overrides turn the order of letters round; a text in one direction needs none. Isolates around names are common. */
const REORDERED = /[\u202D\u202E\u2067][^\u202C\u2069\n]{1,400}[\u202C\u2069]?/gu;
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;
/** A long run in the alphabet of base64 or hexadecimal; links and hashes alone are no payload. */
const ENCODED =
  /(?<![\p{L}\p{N}+/=_.:-])(?:[A-Za-z0-9+/]{40,}={0,2}|(?:\\x[0-9a-f]{2}){8,})(?![\p{L}\p{N}_/])/gu;

interface HiddenSpan {
  /** Code points. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'hidden_text' | 'encoded_payload';
}

/** Text that a reader cannot see or read but a program can. */
export function findHiddenText(text: string): HiddenSpan[] {
  const hidden = [
    ...Array.from(text.matchAll(TAGS)).filter(({ index }) => !isFlag(text, index)),
    ...text.matchAll(INVISIBLE_RUN),
    ...(RIGHT_TO_LEFT.test(text) ? [] : text.matchAll(REORDERED)),
  ];
  const encoded = Array.from(text.matchAll(ENCODED)).filter(([run]) => isEncoded(run));
  return [
    ...hidden.map((match) => span(text, match, 'hidden_text')),
    ...encoded.map((match) => span(text, match, 'encoded_payload')),
  ];
}

function isFlag(text: string, index: number): boolean {
  return text.slice(Math.max(0, index - 2), index) === FLAG_BASE;
}

/** Letters of both cases and digits, unlike a long word; not one of the lengths of a hash in hexadecimal. */
function isEncoded(run: string): boolean {
  if (run.startsWith('\\x')) return true;
  if (/^[0-9a-f]+$/i.test(run)) return false;
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}

function span(text: string, match: RegExpExecArray, kind: HiddenSpan['kind']): HiddenSpan {
  const start = Array.from(text.slice(0, match.index)).length;
  return { kind, start, end: start + Array.from(match[0]).length };
}

/** Hidden text as a reader can see it: tag characters as the ASCII they spell, others by their number. */
export function revealHidden(text: string): { readonly shown: string; readonly hidden: boolean } {
  let hidden = false;
  const shown = Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    const invisible = /\p{Default_Ignorable_Code_Point}|[\u202A-\u202E\u2066-\u2069]/u.test(char);
    if (!invisible) return char;
    hidden = true;
    if (code >= 0xe0020 && code <= 0xe007e) return String.fromCharCode(code - 0xe0000);
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
  return { shown, hidden };
}
