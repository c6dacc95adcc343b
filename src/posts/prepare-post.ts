import { assertStorableText, canonicalText } from '#language/canonical-text.ts';
import { detectLanguage } from '#language/detect-language.ts';
import { ValidationError } from '#platform/errors.ts';
import { canonicalJson, sha256Hex } from '#platform/hash.ts';
import { canonicalUrl } from './canonical-url.ts';
import { maskIdentity } from './mask-identity.ts';

/** 64 KiB of UTF-8: long enough for any post, short enough to analyse at once. */
export const maxPostBytes = 65_536;

export interface PostInput {
  readonly text: string;
  readonly platform?: string | null | undefined;
  readonly url?: string | null | undefined;
  /** ISO 8601 date and time. */
  readonly postedAt?: string | null | undefined;
}

/** A post as it will be stored: masked, in NFC, and what of its origin may be kept. */
export interface PreparedPost {
  readonly text: string;
  readonly contentSha256: string;
  readonly requestSha256: string;
  readonly language: string;
  readonly platform: string | null;
  readonly canonicalUrl: string | null;
  readonly postedAt: Date | null;
  readonly masked: Readonly<Record<string, number>>;
}

/**
 * Checks, masks and hashes one post; pure. `path` is put before field names in errors, e.g. `posts[3].`.
 * @throws ValidationError | TooLargeError
 */
export async function preparePost(input: PostInput, path = ''): Promise<PreparedPost> {
  assertStorableText(input.text, { field: `${path}text`, maxBytes: maxPostBytes });
  const { text, masked } = maskIdentity(canonicalText(input.text).trim());
  const url = input.url ?? null;
  return {
    text,
    contentSha256: await sha256Hex(text),
    requestSha256: await sha256Hex(
      canonicalJson([text, input.platform ?? null, url, input.postedAt ?? null]),
    ),
    language: detectLanguage(text).language,
    platform: platformName(input.platform ?? null, `${path}platform`),
    canonicalUrl: url === null ? null : canonicalUrl(url, `${path}url`),
    postedAt: postedAt(input.postedAt ?? null, `${path}posted_at`),
    masked,
  };
}

function platformName(raw: string | null, field: string): string | null {
  if (raw === null) return null;
  const name = raw.trim().toLowerCase();
  if (/^[a-z0-9][a-z0-9 ._-]{0,39}$/.test(name)) return name;
  throw new ValidationError('not a platform name', {
    field,
    remedy: 'Use 1 to 40 letters, digits, spaces, dots or hyphens, e.g. "facebook".',
  });
}

function postedAt(raw: string | null, field: string): Date | null {
  if (raw === null) return null;
  const at = new Date(raw);
  const inRange = at.getTime() > Date.UTC(1990, 0) && at.getTime() < Date.UTC(2200, 0);
  if (/^\d{4}-\d{2}-\d{2}/.test(raw) && inRange) return at;
  throw new ValidationError('not a date and time', {
    field,
    remedy: 'Use ISO 8601, e.g. 2026-11-22T08:30:00+07:00.',
  });
}
