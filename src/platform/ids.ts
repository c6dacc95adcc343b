import { uuidv7 } from 'uuidv7';

/** A new identifier, ordered by time of creation (RFC 9562, version 7). */
export function newId(): string {
  return uuidv7();
}

/** 256 random bits as base64url: for keys and lease tokens, never stored in the clear. */
export function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
