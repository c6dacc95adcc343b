import { ConfigError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';

/** The secret of an installation: it signs, and other secrets are derived from it. Never in the database. */
export interface InstallationKey {
  /** First 16 bytes (32 hex digits) of the SHA-256 of the public key. */
  readonly id: string;
  /** SubjectPublicKeyInfo, base64. */
  readonly publicKey: string;
  /** Ed25519 over the UTF-8 bytes; base64. */
  sign(text: string): Promise<string>;
  /** 32 bytes by HKDF-SHA-256 that only this installation can make; `purpose` keeps uses apart. */
  derive(purpose: string): Promise<Uint8Array<ArrayBuffer>>;
}

const pemFrame = /-----(?:BEGIN|END) PRIVATE KEY-----|\s/g;

/** From PKCS#8: PEM, or its base64 alone. @throws ConfigError naming the setting. */
export async function openInstallationKey(pkcs8: string): Promise<InstallationKey> {
  const bytes = decode(pkcs8);
  const privateKey = await importKey('pkcs8', bytes, 'sign', true);
  const { x } = await crypto.subtle.exportKey('jwk', privateKey);
  const spki = Uint8Array.from([...spkiPrefix, ...base64Bytes(x ?? '')]);
  const secret = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
  return {
    id: await keyId(spki),
    publicKey: toBase64(spki),
    async sign(text) {
      const data = new TextEncoder().encode(text);
      return toBase64(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, data)));
    },
    async derive(purpose) {
      const info = new TextEncoder().encode(`doichung ${purpose}`);
      const salt = new Uint8Array(32);
      const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info };
      return new Uint8Array(await crypto.subtle.deriveBits(parameters, secret, 256));
    },
  };
}

/** A new key as PEM. */
export async function createInstallationKey(): Promise<string> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('Ed25519 makes pairs of keys');
  const bytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return `-----BEGIN PRIVATE KEY-----\n${toBase64(bytes)}\n-----END PRIVATE KEY-----\n`;
}

/** Whether `signature` (base64) over the text is by this public key (base64). False for what is no key. */
export async function isSignedBy(
  publicKey: string,
  text: string,
  signature: string,
): Promise<boolean> {
  try {
    const key = await importKey('spki', base64Bytes(publicKey), 'verify', false);
    const data = new TextEncoder().encode(text);
    return await crypto.subtle.verify('Ed25519', key, base64Bytes(signature), data);
  } catch {
    return false;
  }
}

/** The id of a public key in base64. */
export async function idOfPublicKey(publicKey: string): Promise<string> {
  return keyId(base64Bytes(publicKey));
}

/** The fixed bytes before an Ed25519 key in SubjectPublicKeyInfo (RFC 8410). */
const spkiPrefix = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

async function keyId(spki: Uint8Array): Promise<string> {
  return (await sha256Hex(spki)).slice(0, 32);
}

function importKey(
  format: 'pkcs8' | 'spki',
  bytes: Uint8Array<ArrayBuffer>,
  use: 'sign' | 'verify',
  extractable: boolean,
): ReturnType<typeof crypto.subtle.importKey> {
  return crypto.subtle.importKey(format, bytes, 'Ed25519', extractable, [use]);
}

function decode(pkcs8: string): Uint8Array<ArrayBuffer> {
  try {
    const bytes = base64Bytes(pkcs8.replaceAll(pemFrame, ''));
    if (bytes.length === 48) return bytes;
  } catch {
    // Said below.
  }
  throw new ConfigError('the installation key is not an Ed25519 key in PKCS#8', {
    field: 'INSTALLATION_KEY',
    remedy: 'Make one: doichung installation new-key',
  });
}

function base64Bytes(text: string): Uint8Array<ArrayBuffer> {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(standard), (character) => character.charCodeAt(0));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
