const url = /\b(?:https?:\/\/|www\.|pic\.twitter\.com\/)\S+/giu;
/** What masking puts in the place of an identity (`posts/mask-identity.ts`). */
const placeholder = /\[(?:tài khoản|liên kết hồ sơ|số điện thoại|thư điện tử)\]/gu;

/** A claim as it is searched: addresses and masked identities say nothing about its subject. */
export function queryText(text: string): string {
  return text.replace(url, ' ').replace(placeholder, ' ').replace(/\s+/gu, ' ').trim();
}
