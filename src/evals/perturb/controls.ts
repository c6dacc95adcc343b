import { fold } from '#language/fold.ts';
import { changeMatch, applyChange, type Perturber, pick } from './change.ts';

const SYNONYMS: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<!\p{L})bắt đầu(?!\p{L})/gu, 'khởi đầu'],
  [/(?<!\p{L})thành lập(?!\p{L})/gu, 'lập ra'],
  [/(?<!\p{L})tại(?!\p{L})/gu, 'ở'],
  [/(?<!\p{L})khoảng(?!\p{L})/gu, 'chừng'],
  [/(?<!\p{L})quy định(?!\p{L})/gu, 'nêu rõ'],
  [/(?<!\p{L})trở thành(?!\p{L})/gu, 'thành'],
  [/(?<!\p{L})bao gồm(?!\p{L})/gu, 'gồm có'],
  [/(?<!\p{L})cơ quan(?!\p{L})/gu, 'đơn vị'],
  [/(?<!\p{L})hiện nay(?!\p{L})/gu, 'bây giờ'],
  [/(?<!\p{L})sử dụng(?!\p{L})/gu, 'dùng'],
  [/(?<!\p{L})however(?!\p{L})/gu, 'yet'],
  [/(?<!\p{L})began(?!\p{L})/gu, 'started'],
  [/(?<!\p{L})large(?!\p{L})/gu, 'big'],
];
const WORDS = ['', '', 'hai', 'ba', 'bốn', '', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const CONVERTED: Readonly<Record<string, readonly [string, number]>> = {
  km: ['m', 1000],
  tấn: ['kg', 1000],
  tuần: ['ngày', 7],
};
const LEADS = ['Nghe nói ', 'Mọi người xem: ', 'Tin mới đây: ', 'Đọc báo thấy '];

const grouped: Perturber = (sentence, { random }) =>
  changeMatch(
    sentence,
    /(?<![\p{L}\p{N}.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)/gu,
    random,
    ({ 0: digits }) => digits.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')),
  );
const spelled: Perturber = (sentence, { random }) =>
  changeMatch(
    sentence,
    /(?<=\p{Ll}\s)(?:[2-46-9]|10)(?=\s\p{Ll})(?!\s(?:tháng|giờ))/gu,
    random,
    ({ 0: digits, index }) =>
      /(?:ngày|tháng|năm|điều|khoản|điểm|số|thứ|lớp|kỷ|[Aa]rticle)\s$/u.test(
        sentence.slice(0, index),
      )
        ? null
        : (WORDS[Number(digits)] ?? null),
  );
const dateFormat: Perturber = (sentence, { random }) =>
  changeMatch(
    sentence,
    /(?<=[Nn]gày )(?<day>\d{1,2}) tháng (?<month>\d{1,2})(?:,)? năm (?<year>\d{4})/gu,
    random,
    ({ groups }) => `${groups?.['day']}/${groups?.['month']}/${groups?.['year']}`,
  );
const converted: Perturber = (sentence, { random }) =>
  changeMatch(
    sentence,
    /(?<![\p{L}\p{N}.,/])(?<!(?:đến|tới|-|–|—)\s?)(?<figure>\d{1,3}(?:,\d)?) (?<unit>km|tấn|tuần)(?![\p{L}\p{N}²/])/gu,
    random,
    ({ groups }) => {
      const [unit, factor] = CONVERTED[groups?.['unit'] ?? ''] ?? ['', 0];
      const value = Math.round(Number(groups?.['figure']?.replace(',', '.')) * factor);
      return `${String(value).replace(/\B(?=(?:\d{3})+$)/g, '.')} ${unit}`;
    },
  );
const synonym: Perturber = (sentence, { random }) => {
  const fitting = SYNONYMS.filter(([regex]) => sentence.search(regex) >= 0);
  const [regex, word] = pick(fitting, random) ?? [];
  return regex === undefined ? null : changeMatch(sentence, regex, random, () => word ?? null);
};

/** Ways to say or write a sentence so that it still says what its passage says. */
export const CONTROLS = {
  same: (sentence) => sentence,
  folded: (sentence) => (fold(sentence) === sentence.toLowerCase() ? null : fold(sentence)),
  upper: (sentence) => sentence.toUpperCase(),
  chatter: (sentence, { random }) => `${pick(LEADS, random)}${sentence}`,
  grouped: by(grouped),
  spelled: by(spelled),
  date_format: by(dateFormat),
  converted: by(converted),
  synonym: by(synonym),
} satisfies Record<string, (sentence: string, tools: Parameters<Perturber>[1]) => string | null>;

function by(perturber: Perturber) {
  return (sentence: string, tools: Parameters<Perturber>[1]): string | null => {
    const change = perturber(sentence, tools);
    return change === null ? null : applyChange(sentence, change);
  };
}
