import { findIdentities } from './find-identities.ts';
import type { IdentityKind } from './identity-patterns.ts';
import { shadowOf } from './shadow-text.ts';

/** How many of each were masked. */
type MaskedCounts = Record<IdentityKind, number>;

export interface MaskedText {
  readonly text: string;
  readonly masked: MaskedCounts;
}

const PLACEHOLDERS: Record<IdentityKind, string> = {
  handle: '[tài khoản]',
  profile: '[liên kết hồ sơ]',
  phone: '[số điện thoại]',
  email: '[thư điện tử]',
};
// A replacement can end a run of digits that hid another number; two passes are already rare.
const MAX_PASSES = 8;

/**
 * Replaces what identifies a person by a fixed placeholder: handles, profile links, phone numbers,
 * e-mail addresses and a trailing attribution; figures, dates, document numbers and links to
 * articles stay. Zero-width characters, full-width letters and the like do not get around it.
 * Idempotent and linear in the length of the text. Offsets change: mask before storing, and compute
 * every offset (code points) on the result.
 */
export function maskIdentity(text: string): MaskedText {
  const masked: MaskedCounts = { handle: 0, profile: 0, phone: 0, email: 0 };
  let current = text;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = maskOnce(current, masked);
    if (next === current) break;
    current = next;
  }
  return { text: current, masked };
}

function maskOnce(text: string, masked: MaskedCounts): string {
  const shadow = shadowOf(text);
  let result = '';
  let copied = 0;
  for (const { kind, start, end } of findIdentities(shadow.text)) {
    masked[kind] += 1;
    result += text.slice(copied, shadow.startOf(start)) + PLACEHOLDERS[kind];
    copied = shadow.endOf(end);
  }
  return copied === 0 ? text : result + text.slice(copied);
}
