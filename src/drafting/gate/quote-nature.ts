import type { QuoteNature } from '#db/schema/index.ts';

const B = '(?<![\\p{L}\\p{M}\\p{N}])';
const E = '(?![\\p{L}\\p{M}\\p{N}])';
const any = (words: string): RegExp => new RegExp(`${B}(?:${words})${E}`, 'iu');

/** What an issuer wants, holds, judges or demands; by language. */
const STANCE: Readonly<Record<'vi' | 'en', RegExp>> = {
  vi: any(
    'kiên quyết|kiên trì|kiên định|cực lực|phản đối|bác bỏ|lên án|khẳng định|tái khẳng định|chủ trương|nhất quán|' +
      'kêu gọi|đề nghị|yêu cầu(?! (?:về|kỹ thuật|của|công việc))|cho rằng|coi trọng|hết sức coi|đánh giá cao|hoan nghênh|ủng hộ|' +
      'quan ngại|lấy làm tiếc|mong muốn|mong (?:rằng|các)|sẵn sàng|cam kết|quyết tâm|tin tưởng|tin rằng|quan điểm|lập trường|' +
      'luôn (?:coi|tôn trọng|ủng hộ|sẵn sàng|mong|nỗ lực)|chúng tôi (?:coi|tin|mong|đề nghị|yêu cầu|cho)|chia sẻ mối|' +
      'không chấp nhận|không thể chấp nhận|cần phải|hy vọng|tiếp tục (?:nỗ lực|thúc đẩy|phấn đấu)|xem trọng|đề cao|bày tỏ|trân trọng|phấn đấu|ghi nhận và',
  ),
  en: any(
    'affirms?|affirming|reaffirms?|reaffirming|condemns?|condemning|calls? (?:up)?on|calling (?:up)?on|urges?|urging|demands? that|' +
      'is of the (?:view|opinion)|takes the view|believes?|considers? that|considering|rejects?|opposes?|strongly|resolutely|firmly|' +
      'welcomes?|welcoming|regrets?|deplores?|expresses|supports|committed to|is determined|determined to|is ready to|stands ready|hopes?|expects|' +
      'consistent(?:ly)?|attaches|our (?:position|view|policy)|the position of|its position|maintains that|insists|pledges?|recogni[sz]es the (?:importance|need)|' +
      'appreciates?|(?:is|are|remains?) (?:deeply |gravely )?concerned|has a policy|unacceptable|must not be tolerated|looks forward|encourages?|endorses?|appeals? to|asks that|proclaims?|is convinced',
  ),
};
/** A legal norm lays down what is so in law, in whatever words. */
const NORM = any(
  'luật này|bộ luật này|nghị định này|thông tư này|hiến pháp này|nghị quyết này quy định|theo quy định|có (?:trách nhiệm|nghĩa vụ|quyền)|bị (?:phạt|xử phạt|nghiêm cấm|cấm)|' +
    'được quyền|trường hợp|chịu trách nhiệm|hồ sơ|người (?:nào|yêu cầu|đề nghị|khởi kiện|tố cáo|kháng cáo|bị kết án)|tòa án|toà án|viện kiểm sát|đương sự|' +
    'có hiệu lực|this (?:act|law|article|section|regulation|code)|shall (?:be|have|not)|is entitled|has the right|is liable|the court|applicant|pursuant to',
);
/** Stance words that hold even in a sentence that reads like a norm. */
const FIRM = any(
  'kiên quyết|cực lực|lên án|chủ trương|nhất quán|lập trường|quan điểm của|kêu gọi|khẳng định|tái khẳng định|cho rằng|affirms?|reaffirms?|condemns?|calls? upon|is of the view|resolutely|strongly',
);

/**
 * Whether a quote says how something is (a fact; what the law lays down is one), or what its issuer
 * holds, wants, judges or demands (a stance). By words; in doubt, where a word of stance stands outside
 * of a norm, it is a stance, which asks more of the sentence that quotes it. Unknown languages are read
 * with both lists.
 */
export function natureOf(quote: string, language?: string): QuoteNature {
  const text = quote.normalize('NFC');
  const patterns =
    language === 'vi' || language === 'en' ? [STANCE[language]] : Object.values(STANCE);
  if (!patterns.some((pattern) => pattern.test(text))) return 'fact';
  return NORM.test(text) && !FIRM.test(text) ? 'fact' : 'stance';
}
