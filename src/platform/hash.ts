import canonicalize from 'canonicalize';
import { ValidationError } from './errors.ts';

/** Lower-case hex SHA-256; a string is hashed as its UTF-8 bytes. Throws on a lone surrogate. */
export async function sha256Hex(data: string | Uint8Array): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', toBytes(data));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** RFC 8785 JSON. Throws ValidationError on what JSON cannot carry (NaN, cycles, lone surrogates). */
export function canonicalJson(value: unknown): string {
  let json: string | undefined;
  try {
    json = canonicalize(value);
  } catch (error) {
    throw new ValidationError('value cannot be written as canonical JSON', { cause: error });
  }
  if (json === undefined) throw new ValidationError('value has no JSON representation');
  return json;
}

function toBytes(data: string | Uint8Array): Uint8Array<ArrayBuffer> {
  if (typeof data !== 'string') return new Uint8Array(data);
  // The encoder would replace a lone surrogate silently, and two different texts would share a hash.
  if (!data.isWellFormed()) throw new ValidationError('text holds a lone surrogate');
  return new TextEncoder().encode(data);
}
