import { fold } from '#language/fold.ts';
import { foldInPlace } from './checkability-text.ts';
import type { Spelling } from './spelling.ts';

/** UTF-16 range of an attribution in the text it was found in. */
export interface Attribution {
  readonly start: number;
  readonly end: number;
}

// Words within one clause; a name may hold a dot ("TS. …"), a placeholder a bracket.
const WHO = String.raw`[^,;:!?…\n"“”«».]`;
// No letter may follow; without \p{…}, so that the patterns can be folded.
const END = '(?![a-zà-ỹ])';
const SELF = '(?:tôi|mình|mk|em|e|tui|t|m|tao|tớ|chúng tôi|chúng ta|i|we|you|ai)';
const KIN =
  '(?:ông|bà|nội|ngoại|mẹ|má|bố|ba|cha|cô|dì|chú|bác|cậu|anh|chị|em|con|cháu|vợ|chồng|bạn|thầy|sếp|nghiệp|xóm|của|nhà)';
// Verbs that always report; those in TOLD only with "rằng", "là" or a colon behind them.
const SAYS =
  'cho biết|cho hay|cho rằng|nói rằng|bảo rằng|kể rằng|đưa tin|loan tin|tiết lộ|khẳng định|quả quyết|cam đoan|cáo buộc|nhận định|kháo nhau';
const TOLD =
  'nói|bảo|kể|viết|tuyên bố|thông báo|công bố|cảnh báo|nhấn mạnh|thừa nhận|trả lời|giải thích|báo cáo|phản ánh|chia sẻ|nêu|nêu rõ|khoe|dạy|ghi|xác nhận|bình luận|phát biểu|nói thêm|nói với (?:tôi|mình|em|báo chí)|kể với (?:tôi|mình|em)|nói trên [^,.;:]{1,24}';
const THAT = `(?: rằng| là|(?: với [^,.;:]{1,30})? rằng)${END}`;
const THE_WRITER = `(?<!(?<![a-zà-ỹ])(?<!${KIN} )${SELF} )(?<!(?<![a-zà-ỹ])(?:được|bị|phải|thể|muốn|nên|hãy|đừng|câu|lời|không|chẳng|đáng|để) )`;
const LAW_SOURCE =
  '(?:quy định|luật|bộ luật|điều|khoản|nghị định|nghị quyết|thông tư|hiến pháp|chỉ thị|kết luận|quyết định|tuyên ngôn|công ước|hiệp định|đề án|kế hoạch|dự kiến|hướng|đó|dõi|như|cách|kiểu|nghĩa|ý|quan điểm|cá nhân|thiển ý|giá|tỷ lệ|tiêu chuẩn|suy nghĩ|cảm nhận|ý kiến|thời gian|cảm tính)';
/** A law that is cited is the claim's subject, not its speaker. */
const LAW = new RegExp(
  '(?<![a-z])(?:luat|dieu [0-9]|khoan [0-9]|nghi dinh|nghi quyet|thong tu|hien phap|chi thi|ket luan|tuyen ngon|cong uoc|hiep dinh|de an|van ban|article [0-9]|declaration|constitution|udhr|treaty|convention|conclusion|directive|decree|resolution|law|d[0-9]+)(?![a-z])',
  'u',
);
const HEARD =
  /^["“'‘«(\s]*(?:(?:i|we|i've|we've) )?(?:just )?(?:heard|read|was told|been told|were told)/u;
/** Words of a clause that tells something else before anybody speaks. */
const NOT_A_SPEAKER =
  /(?<![a-z])(?:who|that|which|was|were|is|are|when|if|as|while|because|not|never|i|we|starts|been|being|did|do|shall|will|may|must|has (?:the|a|no)|have (?:the|a|no)|anybody|anyone|whoever|everything|nothing|thi|neu|cho hoi|the (?:reports|claims|report|claim)$|^(?:the|these|those|his|her) (?:reports?|claims?))(?![a-z])/u;

// With what somebody is between commas: "Ông …, chủ tịch …, cho biết".
const SPEAKER = `(?!${SELF}${END})(?:${WHO}{2,50}, ${WHO}{2,60},|${WHO}{2,70}?)`;
const ADVERBS = '(?:(?:đã|vừa|mới|từng|cũng|còn|lại|có|hay) )*';
const ENGLISH_SPEAKER = `(?!(?:i|we|you|nobody|no one)(?![a-z]))(?:${WHO}{2,50}, ${WHO}{2,60},|${WHO}{2,70}?)`;

const VIETNAMESE_LEADS = [
  `theo (?!${SELF}${END}|${LAW_SOURCE}${END})${WHO}{2,70}, ?`,
  `(?:theo )?nguồn tin (?:từ |của )?${WHO}{0,50}?(?:cho biết|cho hay)(?: rằng|:| thì)? `,
  `(?:tôi |mình |em )?(?:mới |vừa |có )?nghe (?:nói|bảo|đồn|kể|phong thanh)(?: rằng| là| nhau)? `,
  `(?:tôi |mình |em |tui )?(?:mới |vừa |có )?nghe ${WHO}{2,40}? (?:nói|kể|bảo|đồn)(?: rằng| là|:)? `,
  `(?:có tin|tin đồn|có nguồn tin|người ta (?:nói|bảo|đồn)|trên mạng (?:nói|đồn|bảo|ghi))(?: rằng| là|:| cho)? `,
  `${SPEAKER} ${ADVERBS}${THE_WRITER}(?:${SAYS})(?:${THAT})?(?::|,)? `,
  `${SPEAKER} ${ADVERBS}${THE_WRITER}(?:${TOLD})(?:(?:${THAT})?:|${THAT}) ?`,
  // Kin and neighbours tell without "rằng".
  `(?:hôm qua |sáng nay )?(?:ông|bà|mẹ|má|bố|ba|cha|cô|dì|chú|bác|cậu|anh|chị|bạn|thầy|hàng xóm)(?: (?:nội|ngoại|hàng xóm|bạn|tôi|mình|em|tui|ấy)){0,3} (?:kể|bảo|nói)(?! (?:sai|láo|dối|thật|ít|nhiều|xạo|đảm|vệ|hiểm|bậy)${END}) `,
];
const ENGLISH_LEADS = [
  `according to (?!me(?![a-z])|my )${WHO}{2,70}, ?`,
  `(?:i |we |i've |we've )?(?:just )?(?:heard|read|was told|been told|were told) (?:from ${WHO}{2,40}? )?that `,
  `(?:rumou?r has it|word is|sources say|they say|people say|reports say|it is (?:said|reported|claimed)) (?:that )?`,
  `${ENGLISH_SPEAKER} (?:(?:has|have|had|just|also|once|then|later|now|recently|reportedly) )*(?:said|says|say|told ${WHO}{2,30}?|tells ${WHO}{2,30}?|claims|claimed|claim|announced|reported|reports|stated|states|insists|insisted|warned|warns|wrote|writes|alleges|alleged|confirmed|confirms|swears|added|argued|testified)(?:(?: (?:on|in|at|last|yesterday|during|today|to|this) [^,.;:]{0,30})? that |(?: that)?,? ?: ?|, ?(?=["“]))`,
  `${ENGLISH_SPEAKER} (?:said|says|claims|claimed|insists|insisted|swears|told me|tells me) (?=(?:the|a|an|all|every|no|there|it|they|he|she|\\d|${WHO}{1,40}? (?:is|are|was|were|has|have|had|will|would)) ?)`,
];
const SOURCE =
  'ông|bà|anh|chị|cô|chú|bác|dì|cậu|mẹ|má|bố|ba|cha|thầy|bạn|hàng xóm|đồng nghiệp|người|nhiều người|báo|đài|hãng|tờ|kênh|trang|tạp chí|truyền thông|bộ|sở|công an|cơ quan|chính quyền|chính phủ|quân đội|chuyên gia|giới chức|quan chức|một|nguồn|nguồn tin|luật sư|bác sĩ|giám đốc|chủ tịch|bộ trưởng|thủ tướng|phát ngôn viên|đại diện|tổ chức|ngân hàng|tổng cục|cục|viện|uỷ ban|ủy ban|hội|công ty|liên hợp quốc|who|evn|reuters|bbc|afp|cnn|vtv|mạng xã hội';
const VIETNAMESE_TAILS = [
  `, theo (?:lời |tin |thông tin )?(?:của |từ )?(?:${SOURCE})${END}${WHO}{0,60}$`,
  `, ?(?:(?:${SOURCE})${END})${WHO}{0,50}? (?:nói|cho biết|cho hay|kể|khẳng định|tuyên bố|quả quyết|cam đoan|thông báo|bảo|thề)(?: (?:với|trên|tại|thế|vậy|như)(?: ${WHO}{1,40})?)?$`,
  `["”»] ?(?:,|-|–|—)? ?${WHO}{2,60}? (?:nói|cho biết|cho hay|kể|khẳng định|tuyên bố|phát biểu|nhấn mạnh|viết|chia sẻ|cam đoan|thông báo|bảo)(?: (?:với|trên|tại|thế|vậy|như)(?: ${WHO}{1,40})?)?$`,
  `, nghe ${WHO}{2,30} (?:nói|kể|bảo)$`,
];
const ENGLISH_TAILS = [
  `,? (?:according to (?!me(?![a-z])|my )${WHO}{2,60}|per (?:reports|sources|officials))$`,
  `["”»,] ?(?:[-–—] ?)?(?:(?!i |we )${WHO}{2,50}? (?:said|says|claimed|claims|told ${WHO}{2,30}|wrote|added|announced|reported|warned|insists|insisted)|(?:said|says|claims|added|wrote) (?!i$|we$)${WHO}{2,50})(?: (?:on|in|at|during) ${WHO}{1,40})?$`,
];
const leads = patternsOf(
  [...VIETNAMESE_LEADS, ...ENGLISH_LEADS].map((lead) => `^["“'‘«(\\s]*(?:${lead})`),
);
const tails = patternsOf([...VIETNAMESE_TAILS, ...ENGLISH_TAILS]);
const LAST_MARKS = /[\s.!…]*$/u;

/**
 * The words at the start of a sentence that say whose words follow ("Theo báo X, ", "một quan chức nói
 * rằng ", "He said: "); null where the writer speaks, or where a law is cited rather than a speaker.
 */
export function reportLead(sentence: string): Attribution | null {
  return first(sentence, leads, (text) => text);
}

/** The same at the end of a sentence: "…, theo báo X", "…, he said". */
export function reportTail(sentence: string): Attribution | null {
  return first(sentence, tails, (text) => text.slice(0, LAST_MARKS.exec(text)?.index));
}

function first(
  sentence: string,
  patterns: Readonly<Record<Spelling, readonly RegExp[]>>,
  part: (text: string) => string,
): Attribution | null {
  const lower = sentence.toLowerCase().replaceAll('’', "'");
  const folded = foldInPlace(lower);
  if (lower.length !== sentence.length || folded.length !== sentence.length) return null;
  const spelling = lower === folded ? 'bare' : 'marked';
  const text = part(lower);
  for (const pattern of patterns[spelling]) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const words = foldInPlace(found[0]);
    if (LAW.test(words) || (!HEARD.test(words) && NOT_A_SPEAKER.test(speakerIn(words)))) continue;
    return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}

/** Without the verb of saying and what follows it. */
function speakerIn(words: string): string {
  return words.replace(/(?: that| rang| la)?[\s:,]*$/u, '');
}

function patternsOf(sources: readonly string[]): Record<Spelling, RegExp[]> {
  return {
    marked: sources.map((source) => new RegExp(source, 'u')),
    bare: sources.map((source) => new RegExp(fold(source), 'u')),
  };
}
