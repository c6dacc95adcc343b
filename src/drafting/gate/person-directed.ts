// Words that judge a person, ascribe an intent or insult; they have no place in a rebuttal's own text.
const WORDS = [
  'phản động|thù địch|phá hoại|chống phá|bịa đặt|xuyên tạc|kích động|cố tình|cố ý|âm mưu|thủ đoạn',
  'lừa đảo|dối trá|nói dối|kẻ|bọn|lũ|ngu|ngu dốt|thiếu hiểu biết|vô học|hèn hạ|tay sai|bán nước',
  'người đăng|liars?|lies?|lying|traitors?|hostile|malicious|deliberate(?:ly)?|intentionally',
  'propagandists?|trolls?|stupid|ignorant|fools?|idiots?|fabricator|agitator|puppet|the (?:author|poster)',
];
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WORDS.join('|')})(?![\\p{L}\\p{N}])|@[\\p{L}\\p{N}_]`,
  'iu',
);

/** True when a text speaks of a person, an intent or an insult, or addresses an account. NFC text. */
export function isPersonDirected(text: string): boolean {
  return PATTERN.test(text);
}
