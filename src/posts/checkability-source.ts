import { fold } from '#language/fold.ts';
import { foldInPlace } from './checkability-text.ts';

// Words within one clause; no \p{…}, so that the patterns can be folded.
const WORDS = String.raw`[^,.;:!?…\n]`;
const TELLER =
  '(?:mẹ|má|bố|ba|cha|ông|bà|cô|dì|chú|bác|cậu|anh|chị|bạn|thầy|hàng xóm|đồng nghiệp|con trai|con gái|cháu|luật sư|bác sĩ|người|ai đó|mấy|các|đứa|thằng)';
const TELLS =
  '(?:nói(?! bậy| láo| sai| xạo| thật| ít| nhiều| hơn)|bảo(?! đảm| vệ| hàm| hiểm| tồn)|kể|đồn|kháo nhau|rao|khẳng định|quả quyết|cam đoan|đoan chắc|chém|khoe|(?<!thông )tin|dạy(?! sử| toán| văn| địa| anh| học))';
const VIETNAMESE_LEADS = [
  `^(?:ê |ui |ủa |à )?nghe (?:nói|bảo|đồn|đâu|kể|phong thanh|lỏm${WORDS}{0,20}:|${TELLER} ${WORDS}{0,28}?${TELLS}) (?:rằng |là |nhau )?`,
  `^(?:(?:hôm (?:trước|qua|nọ|kia)|sáng nay|bữa trước|mới đây) )?(?:có )?${TELLER} ${WORDS}{0,28}?(?<= )${TELLS} (?:với )?(?:(?:tôi|mình|em|tui) )?(?:rằng |là )?`,
  '^(?:có tin|tin đồn|người ta (?:nói|bảo|đồn)) (?:rằng |là )?',
];
const VIETNAMESE_LAST = [
  String.raw`,\s*(?:hồi đó |sáng nay |chính )?(?:tôi|mình|em|tui|t) (?:cũng |có |vừa |mới )*(?:đọc|xem|coi|tra|nghe|search|trích|học)(?: ${WORDS}{1,40})?$`,
  String.raw`,\s*${WORDS}{2,40} (?:ghi|nói|kể|bảo|dạy|đăng|đáp án)(?: với)?(?: tôi| mình| em)? (?:thế|vậy|rõ|rành rành|như vậy|như thế)$`,
  String.raw`,\s*${WORDS}{2,40} (?:kể|cam đoan|thông báo|(?:mới |vừa |từng )?nói với (?:tôi|mình|em))$`,
  String.raw`,\s*nghe ${WORDS}{2,30} (?:nói|kể|bảo)$`,
  String.raw`,\s*(?:đọc|coi|xem|tra) (?:${WORDS}{2,24} )?(?:mà xem|đi|là thấy|lại|kỹ)$`,
];
const ENGLISH_LEADS = [
  /^(?:i |i've |we )?(?:just )?(?:heard|read somewhere|was told|been told) (?:that )?/u,
  /^(?:someone|somebody|my [a-z]+|a friend|people|they)(?: [a-z]+){0,4}? (?:told me|tells me|says|said|say|swears|claims|insists) (?:that )?/u,
];
const ENGLISH_LAST = [
  /,\s*(?:i (?:just )?(?:read|looked|saw|heard|checked)|(?:heard|read) it)(?: [a-z]+){0,6}$/u,
  /,\s*(?:or )?(?:so )?(?:says|said|say|according to|per)(?: [a-z']+){1,6}$/u,
  /,\s*(?:or so )?(?:my|the|our|a|an)(?: [a-z']+){1,6} (?:says|said|say|told me|claims|claimed|insists|swears)$/u,
  /,\s*(?:look it up|check [a-z ]{2,20}|read [a-z ]{2,20}|believe it or not|i'm told|so i'm told|end of story|trust me(?: bro)?)$/u,
];
const marked = {
  leads: [...VIETNAMESE_LEADS.map(pattern), ...ENGLISH_LEADS],
  last: [...VIETNAMESE_LAST.map(pattern), ...ENGLISH_LAST],
};
// Typed without diacritics.
const bare = {
  leads: [...VIETNAMESE_LEADS.map(fold).map(pattern), ...ENGLISH_LEADS],
  last: [...VIETNAMESE_LAST.map(fold).map(pattern), ...ENGLISH_LAST],
};
const MIN_LETTERS = 16;

/**
 * A claim without the words on where the writer has it from ("Nghe bà ngoại kể …", "…, my notes say"):
 * what was heard is the claim, and the first person in the frame is not the claim's. The text itself
 * where too little else would remain.
 */
export function withoutSource(text: string): string {
  const lower = text.toLowerCase().replaceAll('’', "'");
  if (lower.length !== text.length) return text;
  const { leads, last } = lower === foldInPlace(lower) ? bare : marked;
  const stop = /[\s.!…]*$/u.exec(lower)?.index ?? lower.length;
  const end = last.reduce((before, clause) => {
    const found = clause.exec(lower.slice(0, before));
    return found !== null && found.index >= MIN_LETTERS ? found.index : before;
  }, stop);
  const start = leads
    .map((lead) => lead.exec(lower.slice(0, end))?.[0].length ?? 0)
    .find((length) => length > 0 && end - length >= MIN_LETTERS);
  if (start === undefined && end === stop) return text;
  return text.slice(start ?? 0, end === stop ? undefined : end).trim();
}

function pattern(source: string): RegExp {
  return new RegExp(source, 'u');
}
