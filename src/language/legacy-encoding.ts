import { ValidationError } from '#platform/errors.ts';

import { visciiLetters } from './data/legacy-tables.ts';
import { detectLanguage } from './detect-language.ts';
import {
  clearConfidence,
  confidenceOf,
  convertLegacy,
  encodingNames,
  weighSyllables,
} from './legacy-text.ts';

export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'tcvn3'
  | 'vni'
  | 'viscii'
  | 'windows-1258'
  | 'windows-1252';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** 0 to 1; 1 for a byte-order mark or valid UTF-8. Under `clearConfidence` it is only a suspicion. */
  readonly confidence: number;
}

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

const SAMPLE_BYTES = 262_144;
const VIETNAMESE = ['tcvn3', 'vni', 'viscii', 'windows-1258'] as const;
const WESTERN_CONFIDENCE = 0.7;
/** Share of bytes that are zero where ASCII is written as UTF-16; Vietnamese has half of it. */
const ZERO_SHARE = 0.1;

/**
 * The encoding of a text file: by byte-order mark, zero bytes and validity as UTF-8, else the
 * Vietnamese encoding in which most words with diacritics are well-formed syllables, else Windows-1252
 * for English and French.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const certain = (encoding: Encoding): DetectedEncoding => ({ encoding, confidence: 1 });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return certain('utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return certain('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return certain('utf-16be');
  const wide = wideEncoding(bytes);
  if (wide !== null) return { encoding: wide, confidence: 0.95 };
  if (isUtf8(bytes)) return certain('utf-8');
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (mostlyUtf8(sample)) return { encoding: 'utf-8', confidence: 0.5 };
  const [best, second] = VIETNAMESE.map((encoding) => ({
    encoding,
    confidence: confidenceOf(weighSyllables(decodeFor(sample, encoding, '\uFFFD'))),
  })).toSorted((one, other) => other.confidence - one.confidence);
  const western = westernConfidence(sample);
  if (best === undefined || second === undefined || western > best.confidence) {
    return { encoding: 'windows-1252', confidence: western };
  }
  // Two readings that are as good as each other are none.
  const clear = best.confidence - second.confidence > 0.2;
  return { encoding: best.encoding, confidence: clear ? best.confidence : best.confidence / 2 };
}

/**
 * Bytes in a known encoding as Unicode, without byte-order mark; NFC unless they were Unicode already.
 * What the encoding leaves unassigned stays the Latin-1 character of that byte.
 */
export function decodeLegacy(bytes: Uint8Array, encoding: Encoding): string {
  const text = decodeFor(bytes, encoding);
  return encoding.startsWith('utf') ? text : text.normalize('NFC');
}

/**
 * The text of a file in whatever encoding it clearly is. `field` begins the messages.
 * @throws ValidationError naming the encoding suspected, or the damaged byte, and the remedy.
 */
export function decodeText(bytes: Uint8Array, field: string): DecodedText {
  const { encoding, confidence } = detectEncoding(bytes);
  if (encoding === 'utf-8' && confidence < 1) {
    throw new ValidationError(`${field} is UTF-8 with a damaged byte at ${firstDamage(bytes)}`, {
      field,
      remedy: 'Save it again from its original, as UTF-8.',
    });
  }
  if (confidence < clearConfidence && !(encoding === 'windows-1252' && confidence > 0)) {
    const known = confidence > 0.4 && encoding in encodingNames;
    const guess = known
      ? ` (perhaps ${encodingNames[encoding as keyof typeof encodingNames]})`
      : '';
    throw new ValidationError(`${field} is not UTF-8, and its encoding is not clear${guess}`, {
      field,
      remedy: 'Open it in the program it comes from, save it as UTF-8 and import it again.',
    });
  }
  return { text: decodeLegacy(bytes, encoding), encoding };
}

function decodeFor(bytes: Uint8Array, encoding: Encoding, unmapped?: string): string {
  if (encoding === 'viscii') return decodeViscii(bytes);
  if (encoding !== 'tcvn3' && encoding !== 'vni') return new TextDecoder(encoding).decode(bytes);
  return convertLegacy(new TextDecoder('windows-1252').decode(bytes), encoding, unmapped);
}

function decodeViscii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += visciiLetters.get(byte) ?? String.fromCharCode(byte);
  return text;
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(1, length));
  if (bytes.length % 2 === 1 || Math.max(even, odd) < ZERO_SHARE) return null;
  if (Math.min(even, odd) > 0.01) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Offset of the first byte that is not UTF-8. */
function firstDamage(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (validPrefix(bytes.subarray(0, middle + 1))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A cut character at the end is no damage yet. */
function validPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Ten whole characters beyond ASCII for each broken byte do not come about by chance. */
function mostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  return (text.match(/[^\u0000-\u007F\uFFFD]/g)?.length ?? 0) >= 10 * broken;
}

function westernConfidence(sample: Uint8Array): number {
  const text = new TextDecoder('windows-1252').decode(sample);
  if (/[\u0000-\u0008\u0080-\u009F]/.test(text)) return 0;
  const { language, confidence } = detectLanguage(text.slice(0, 20_000));
  return (language === 'en' || language === 'fr') && confidence > WESTERN_CONFIDENCE
    ? confidence
    : 0;
}
