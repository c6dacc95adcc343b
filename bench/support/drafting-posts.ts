import { codePointLength } from '#language/code-points.ts';
import type { DraftEvidence, SourcePassage } from '#drafting/index.ts';
import { seededRandom } from './random.ts';

/** What each claim of one generated post is drafted from. */
export type DraftingPost = readonly DraftEvidence[];

const claimsPerPost = 5;
const passagesPerClaim = 10;
const sentencesPerPassage = 6;
const asOf = '2026-01-01';

const who =
  'thư viện giả định|bảo tàng giả định|bến xe giả định|công viên giả định|chợ nổi giả định';
const whom =
  'bạn đọc|khách tham quan|hành khách|người dân|tiểu thương|học sinh|đoàn khách|nhân viên';
const does =
  'được mượn tối đa|phải đăng ký trước|được giữ chỗ cho|nhận lại|được cấp|trả phí cho|không quá';
const what =
  'cuốn sách|vé vào cửa|chuyến xe|gian hàng|thẻ ra vào|suất ăn|phòng họp|lượt gửi xe|bản sao tài liệu';
const tail =
  'theo quy định của ban quản lý|và không phải trả thêm khoản nào|kể từ ngày có thông báo|trong giờ làm việc|' +
  'khi xuất trình giấy tờ hợp lệ|ở tất cả các khu vực mở cửa|do bộ phận tiếp nhận xác nhận|trước khi ra về';

/**
 * Generated Vietnamese posts about invented places, the same for the same seed: a post has five claims,
 * each one a sentence of its best passage with another number, each with ten passages of about 130 words
 * out of documents of their own.
 */
export function draftingPosts(count: number, seed: number): DraftingPost[] {
  const random = seededRandom(seed);
  const pick = (words: string): string => {
    const list = words.split('|');
    return list[Math.floor(random() * list.length)] ?? '';
  };
  const number = (): number => 2 + Math.floor(random() * 97);
  const sentence = (place: string): string => {
    const opening = `Mỗi ${pick(whom)} của ${place} ${pick(does)} ${number()} ${pick(what)}`;
    return `${opening} trong ${number()} ngày, ${pick(tail)}, ${pick(tail)}.`;
  };
  let nextId = 1;
  const passage = (place: string): SourcePassage => {
    const id = nextId;
    nextId += 1;
    const text = Array.from({ length: sentencesPerPassage }, () => sentence(place)).join(' ');
    return {
      passageId: String(id),
      versionId: `version-${id}`,
      start: 0,
      end: codePointLength(text),
      text,
      headingPath: [`Điều ${1 + Math.floor(random() * 40)}`],
      language: 'vi',
      documentTitle: `Nội quy của ${place}`,
      documentNumber: `${id}/NQ-GĐ`,
      issuer: 'Ban quản lý giả định',
      documentKind: 'law',
      citable: true,
      status: 'approved',
      validFrom: '2020-01-01',
      endsOn: null,
    };
  };
  const evidence = (): DraftEvidence => {
    const place = pick(who);
    // The best passages speak of the same place, others of any.
    const sources = Array.from({ length: passagesPerClaim }, (_, rank) =>
      passage(rank < 4 ? place : pick(who)),
    );
    const [said = ''] = sources[0]?.text.split(/(?<=\.) /u) ?? [];
    const claim = said.replace(/\d+/u, () => String(100 + number()));
    return {
      claim: { text: claim, language: 'vi', checkable: true },
      sources,
      untranslated: new Set(),
      canonicalTexts: new Map(sources.map(({ versionId, text }) => [versionId, text])),
      asOf,
    };
  };
  return Array.from({ length: count }, () => Array.from({ length: claimsPerPost }, evidence));
}
