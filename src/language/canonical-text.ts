import { TooLargeError, ValidationError } from '#platform/errors.ts';

import { codePointLength } from './code-points.ts';
import { findMojibake } from './mojibake.ts';

// Tab and newline carry layout; every other C0/C1 control is noise from a copy or a terminal.
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;
const LONE_SURROGATE = /\p{Cs}/u;

export interface StorableTextOptions {
  /** The name the caller gave the text, for the error. */
  readonly field: string;
  /** Largest accepted size in UTF-8 bytes. */
  readonly maxBytes: number;
}

/**
 * The one form in which text is stored, hashed and cited; every offset in the product is a Unicode
 * code point into it. Control characters other than tab and newline removed, byte-order mark
 * stripped, line breaks → LF, NFC, spaces at line ends trimmed. Idempotent.
 */
export function canonicalText(raw: string): string {
  return raw
    .replace(LINE_BREAKS, '\n')
    .replace(CONTROLS, '')
    .replace(/^\uFEFF+/, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/**
 * Refuses text that could not be stored, shown or quoted faithfully; offsets in the messages are
 * code points into `raw`.
 * @throws TooLargeError above `maxBytes` UTF-8 bytes.
 * @throws ValidationError when nothing is visible, or on NUL, a lone surrogate, or wrong encoding.
 */
export function assertStorableText(raw: string, options: StorableTextOptions): void {
  const { field, maxBytes } = options;
  const bytes = raw.length > maxBytes ? raw.length : Buffer.byteLength(raw, 'utf8');
  if (bytes > maxBytes) {
    throw new TooLargeError(`${field} is larger than ${maxBytes} bytes (at least ${bytes})`, {
      field,
      remedy: `shorten ${field} to at most ${maxBytes} bytes of UTF-8, or split it into parts`,
    });
  }
  const nul = raw.indexOf('\u0000');
  if (nul >= 0) fail(raw, nul, field, 'a NUL character', 'remove it, or export the text as UTF-8');
  const lone = raw.isWellFormed() ? -1 : raw.search(LONE_SURROGATE);
  if (lone >= 0) {
    fail(raw, lone, field, 'half of a surrogate pair', 'send the whole character, as UTF-8');
  }
  const replacement = raw.indexOf('\uFFFD');
  if (replacement >= 0) {
    const remedy = 'read the source again in its real encoding and send it as UTF-8';
    fail(raw, replacement, field, 'a replacement character (U+FFFD)', remedy);
  }
  const garbled = findMojibake(raw);
  if (garbled >= 0) {
    const remedy = 'the text is UTF-8 that was read as Windows-1252: read it again as UTF-8';
    fail(raw, garbled, field, 'wrongly decoded characters', remedy);
  }
  if (!VISIBLE.test(raw)) {
    const what = raw.length === 0 ? 'is empty' : 'has no visible character';
    throw new ValidationError(`${field} ${what} (offset 0)`, {
      field,
      remedy: `give ${field} at least one visible character`,
    });
  }
}

function fail(raw: string, index: number, field: string, what: string, remedy: string): never {
  const offset = codePointLength(raw.slice(0, index));
  throw new ValidationError(`${field} contains ${what} at offset ${offset}`, { field, remedy });
}
