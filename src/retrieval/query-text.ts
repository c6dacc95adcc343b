/** What masking puts in the place of an identity (`posts/mask-identity.ts`). */
const placeholder = /\[(?:tài khoản|liên kết hồ sơ|số điện thoại|thư điện tử)\]/gu;
/** Shared links are often glued to the word before them ("seehttps://…"). */
const url = /(?:https?:\/\/|pic\.twitter\.com\/|(?<![\p{L}\p{N}])www\.)\S+/giu;
/** "— August 21, 2016", "– 21/8/2016", "— ngày 21 tháng 8 năm 2016" at the end: when it was posted. */
const postedOn =
  /\s[—–]\s*(?:\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:ngày )?\d{1,2} tháng \d{1,2}(?:,? năm \d{4})?)\s*$/u;
const hashtag = /#(?=\p{L})/gu;
const inHashtag = /(?=\p{Lu})(?<=#[\p{L}\p{N}_]{0,60}\p{Ll})/gu;

/**
 * A claim as it is searched: addresses, masked identities and the day it was posted say nothing about
 * its subject, and a hashtag is the words it is made of (#SouthChinaSea).
 */
export function queryText(text: string): string {
  return text
    .replace(placeholder, ' ')
    .replace(url, ' ')
    .replace(inHashtag, ' ')
    .replace(hashtag, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(postedOn, '')
    .trim();
}
