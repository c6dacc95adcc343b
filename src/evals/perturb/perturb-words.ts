import { changeMatch, type Perturber, pick } from './change.ts';

const B = '(?<![\\p{L}\\p{M}\\p{N}])';
const E = '(?![\\p{L}\\p{M}\\p{N}])';
const any = (words: string, flags = 'gu'): RegExp => new RegExp(`${B}(?:${words})${E}`, flags);

const NEGATED = any(
  'không (?=được|phải|có|bị|cho|thể|tham|sử|thực|áp)|chưa (?=được|có|bị)|not (?=be|have|been|a|the)',
);
const AFFIRMED = any('được|phải|có thể|bị|có quyền|đã|is|are|was|were|can|must|shall');
const AUXILIARY = /^(?:is|are|was|were|can|must|shall)$/;
const QUANTIFIERS: Readonly<Record<string, string>> = {
  mọi: 'một số',
  Mọi: 'Một số',
  'tất cả': 'một số',
  'Tất cả': 'Một số',
  'toàn bộ': 'một phần',
  'một số': 'tất cả',
  'Một số': 'Tất cả',
  'phần lớn': 'toàn bộ',
  'hầu hết': 'toàn bộ',
  'đa số': 'toàn bộ',
  'duy nhất': 'phổ biến',
  all: 'some',
  All: 'Some',
  every: 'only one',
  some: 'all',
  Some: 'All',
  most: 'all',
  many: 'all',
};
const QUANTIFIER = any(Object.keys(QUANTIFIERS).join('|'));
const NAME = /(?<=[\p{Ll},]\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,3}(?=[\s,.;:)](?!\p{Lu}))/gu;
const BODIES = [
  'Chính phủ',
  'Quốc hội',
  'Thủ tướng Chính phủ',
  'Bộ Tài chính',
  'Bộ Y tế',
  'Bộ Công an',
  'Bộ Tư pháp',
  'Bộ Quốc phòng',
  'Ủy ban nhân dân cấp tỉnh',
  'Hội đồng nhân dân cấp tỉnh',
  'Tòa án nhân dân tối cao',
  'Viện kiểm sát nhân dân tối cao',
  'Ngân hàng Nhà nước',
];
const SOURCE = new RegExp(
  `(?<=${B}(?:do|theo|Theo|bởi)\\s)(?:${BODIES.toSorted((a, b) => b.length - a.length).join('|')})${E}`,
  'gu',
);
const SPEAKER = new RegExp(
  `(?<=${B}(?:[Tt]heo|according to|According to|bởi|by)\\s)\\p{Lu}\\p{Ll}+(?:\\s\\p{Lu}\\p{Ll}+){1,3}${E}`,
  'gu',
);
const SAYING = new RegExp(
  `(?:${BODIES.toSorted((a, b) => b.length - a.length).join('|')})(?=\\s(?:quy định|ban hành|công bố|quyết định|hướng dẫn|thông báo))`,
  'gu',
);

/** A negation put in or taken out. */
export const perturbNegation: Perturber = (sentence, { random }) => {
  const taken = changeMatch(sentence, NEGATED, random, () => '');
  if (taken !== null && random() < 0.7) return taken;
  return changeMatch(sentence, AFFIRMED, random, ({ 0: word, index }) => {
    if (/(?:không|chưa|cấm|not|no|đã)\s*$/iu.test(sentence.slice(0, index))) return null;
    if (AUXILIARY.test(word)) return `${word} not`;
    return word === 'đã' ? 'chưa' : `không ${word}`;
  });
};

/** "All" for "some" and so on. */
export const perturbQuantifier: Perturber = (sentence, { random }) =>
  changeMatch(sentence, QUANTIFIER, random, (match) => QUANTIFIERS[match[0]] ?? null);

/** A name of another passage in a name's place. */
export const perturbEntity: Perturber = (sentence, { random, names }) =>
  changeMatch(sentence, NAME, random, ({ 0: name }) => {
    const length = name.split(' ').length;
    const alike = names.filter(
      (other) => other.split(' ').length === length && !sentence.includes(other),
    );
    return pick(alike, random) ?? null;
  });

/** Another body or person said to have issued or said it. */
export const perturbAttribution: Perturber = (sentence, { random, names }) => {
  const others = BODIES.filter((body) => !sentence.includes(body));
  const other = (): string | null => pick(others, random) ?? null;
  return (
    changeMatch(sentence, SOURCE, random, other) ??
    changeMatch(sentence, SAYING, random, other) ??
    changeMatch(
      sentence,
      SPEAKER,
      random,
      () =>
        pick(
          names.filter((name) => !sentence.includes(name)),
          random,
        ) ?? null,
    )
  );
};

/** Names of two to four words inside a text's sentences. */
export function namesIn(text: string): string[] {
  return Array.from(text.matchAll(NAME), (match) => match[0]);
}
