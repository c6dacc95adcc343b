import { UNSPACED } from '#language/scripts.ts';

const BREAK = 0;
const LETTER = 1;
/** A letter of a script without spaces stands for itself. */
const WHOLE = 2;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

let classes: Uint8Array | undefined;

/**
 * The words of a text in order as 32-bit hashes (FNV-1a), in lower case; scripts without spaces
 * give their letters. Two words of one hash count as the same, which at four thousand million
 * hashes does not matter for an overlap.
 */
export function wordHashes(text: string): Int32Array {
  const kinds = (classes ??= classify());
  const lower = text.toLowerCase();
  const hashes = new Int32Array(lower.length);
  let count = 0;
  let hash = FNV_OFFSET;
  let open = false;
  for (let index = 0; index <= lower.length; index += 1) {
    const unit = index < lower.length ? lower.charCodeAt(index) : 0x20;
    const kind = kinds[unit] ?? BREAK;
    if (kind !== LETTER && open) {
      hashes[count] = hash;
      count += 1;
      hash = FNV_OFFSET;
      open = false;
    }
    if (kind === BREAK) continue;
    hash = Math.imul(hash ^ unit, FNV_PRIME);
    open = true;
    if (kind === LETTER) continue;
    hashes[count] = hash;
    count += 1;
    hash = FNV_OFFSET;
    open = false;
  }
  return hashes.slice(0, count);
}

/** The same, sorted for `wordOverlap`. */
export function sortedWords(text: string): Int32Array {
  return wordHashes(text).sort();
}

/** Dice's coefficient of two sorted lists with repeats: twice what they share by their sizes; 0 to 1. */
export function wordOverlap(left: Int32Array, right: Int32Array): number {
  const total = left.length + right.length;
  if (total === 0) return 0;
  let shared = 0;
  for (let at = 0, beside = 0; at < left.length && beside < right.length;) {
    const a = left[at] ?? 0;
    const b = right[beside] ?? 0;
    if (a === b) shared += 1;
    if (a <= b) at += 1;
    if (b <= a) beside += 1;
  }
  return (2 * shared) / total;
}

/** The class of each UTF-16 unit; halves of a surrogate pair are letters. */
function classify(): Uint8Array {
  const whole = new RegExp(`[${UNSPACED}]`, 'u');
  const letter = /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u;
  return Uint8Array.from({ length: 0x10000 }, (_, unit) => {
    const character = String.fromCharCode(unit);
    if (whole.test(character)) return WHOLE;
    return letter.test(character) ? LETTER : BREAK;
  });
}
