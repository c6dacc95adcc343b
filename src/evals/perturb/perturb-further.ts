import { changeMatch, type Perturber, pick } from './change.ts';

// Faults that take away, swap or spell; beside `PERTURBERS`, which mostly put another value in place.
const B = '(?<![\\p{L}\\p{M}\\p{N}])';
const E = '(?![\\p{L}\\p{M}\\p{N}])';
const any = (words: string, flags = 'gu'): RegExp => new RegExp(`${B}(?:${words})${E}`, flags);

const SPELLED: Readonly<Record<string, readonly string[]>> = {
  vi: ['hai', 'ba', 'bốn', 'sáu', 'bảy', 'tám', 'chín', 'mười'],
  en: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ordinal: ['first', 'second', 'third', 'fourth', 'fifth'],
};
const MONTHS =
  'January|February|March|April|June|July|August|September|October|November|December'.split('|');
const NOT_TAKEN = any(
  'không(?! (?:gian|khí|quân|chỉ|những))|chưa|not|never|no(?= \\p{Ll})|cấm|without',
);
const AFFIRMED_EN = any('has|have|had|may|should|will|would|do|does|did|could');
const NONE = any('[Nn]o one|[Nn]obody|[Kk]hông ai|[Nn]one');
const EVERY: Readonly<Record<string, string>> = {
  n: 'everyone',
  N: 'Everyone',
  K: 'Ai cũng',
  k: 'ai cũng',
};
const WORD_NAME = /(?<=\p{Ll}\s)\p{Lu}\p{Ll}{3,}(?=[\s,.;:])/gu;
const LIMITS =
  'only|chỉ(?! (?:thị|số|huy|đạo|tiêu|định|dẫn|trích))|some|most|many|several|about|approximately|nearly|almost|at least|at most|ít nhất|nhiều nhất|tối đa|tối thiểu|khoảng|gần|một số|phần lớn|hầu hết|đa số|có thể|may|might|could|usually|often|thường|dự kiến|reportedly|allegedly|possibly|likely';
const EXCEPTION =
  /[,;]\s(?:trừ|ngoại trừ|nếu|với điều kiện|nhưng|tuy nhiên|except|unless|if|but|provided|although|mặc dù)\s[^,.;]{4,}(?=[,.;])/giu;
const MORE_LIMITS: Readonly<Record<string, string>> = {
  'at least': 'at most',
  'at most': 'at least',
  'ít nhất': 'nhiều nhất',
  'nhiều nhất': 'ít nhất',
  'tối đa': 'tối thiểu',
  'tối thiểu': 'tối đa',
  Everyone: 'No one',
  everyone: 'no one',
  'Mọi người': 'Một số người',
  'mọi người': 'một số người',
  'mỗi người': 'một vài người',
  any: 'some',
  few: 'many',
  several: 'all',
};
const SAID =
  /^(?:Theo|According to)\s[^,.]{3,60},\s|(?<=^|\s)[\p{Lu}][^.,;]{2,50}?\s(?:said|says|claimed|reported|argued|believes|cho biết|cho rằng|nói|khẳng định|tuyên bố)\s(?:that|rằng|là)?\s*/u;
const UNITS: Readonly<Record<string, readonly string[]>> = {
  percent: ['million', 'percentage points'],
  '%': [' triệu', ' ‰'],
  dollars: ['euros'],
  miles: ['km', 'yards'],
  kilometers: ['miles'],
  metres: ['km'],
  meters: ['km'],
  feet: ['metres'],
  thousand: ['million'],
  weeks: ['days', 'months'],
  minutes: ['hours'],
  year: ['month'],
  people: ['families'],
  người: ['hộ'],
  lần: ['năm'],
  thế: ['thập'],
  mg: ['g'],
};
const MEASURED = new RegExp(
  `(?<=\\d\\s?|${B}(?:${SPELLED['vi']?.join('|')}|${SPELLED['en']?.join('|')})\\s)(?:${Object.keys(UNITS).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

const spelledNumber: Perturber = (sentence, { random }) => {
  const list = Object.values(SPELLED).find((words) => any(words.join('|')).test(sentence));
  if (list === undefined) return null;
  const others = (word: string): string[] => list.filter((other) => other !== word);
  return changeMatch(
    sentence,
    any(list.join('|')),
    random,
    ([word]) => pick(others(word), random) ?? null,
  );
};
const month: Perturber = (sentence, { random }) =>
  changeMatch(sentence, any(MONTHS.join('|')), random, ([name]) => {
    const others = MONTHS.filter((other) => other !== name);
    return pick(others, random) ?? null;
  });
const anyYear: Perturber = (sentence, { random }) =>
  changeMatch(
    sentence,
    /(?<![\p{N}.,/-])(?:1[5-9]|20)\d\d(?![\p{N}]|[.,/]\d)/gu,
    random,
    ([year]) => String(Number(year) + 1 + Math.floor(random() * 9)),
  );
const negationDropped: Perturber = (sentence, { random }) =>
  changeMatch(sentence, NOT_TAKEN, random, () => '');
const negationAdded: Perturber = (sentence, { random }) =>
  changeMatch(sentence, AFFIRMED_EN, random, ([word]) => `${word} not`);
const noneToAll: Perturber = (sentence, { random }) =>
  changeMatch(sentence, NONE, random, ([word]) => EVERY[word[0] ?? ''] ?? null);
const wordName: Perturber = (sentence, { random, names }) =>
  changeMatch(sentence, WORD_NAME, random, () => {
    const others = names
      .flatMap((name) => name.split(' '))
      .filter((word) => !sentence.includes(word));
    return pick(others, random) ?? null;
  });
const namesSwapped: Perturber = (sentence) => {
  const [first, second] = Array.from(sentence.matchAll(WORD_NAME)).filter(
    ({ 0: name }, index, all) => all.findIndex((other) => other[0] === name) === index,
  );
  if (first === undefined || second === undefined) return null;
  const removed = sentence.slice(first.index, second.index + second[0].length);
  const between = removed.slice(first[0].length, -second[0].length);
  return { at: first.index, removed, inserted: second[0] + between + first[0] };
};
const limitDropped: Perturber = (sentence, { random }) =>
  changeMatch(sentence, any(LIMITS), random, () => '');
const exceptionDropped: Perturber = (sentence, { random }) =>
  changeMatch(sentence, EXCEPTION, random, () => '');
const otherLimit: Perturber = (sentence, { random }) =>
  changeMatch(
    sentence,
    any(Object.keys(MORE_LIMITS).join('|')),
    random,
    ([word]) => MORE_LIMITS[word] ?? null,
  );
const speakerDropped: Perturber = (sentence, { random }) =>
  changeMatch(sentence, new RegExp(SAID, 'gu'), random, () => '');
const otherUnit: Perturber = (sentence, { random }) =>
  changeMatch(sentence, MEASURED, random, ([unit]) => pick(UNITS[unit] ?? [], random) ?? null);

export const FURTHER = {
  number: [spelledNumber],
  date: [month, anyYear],
  negation: [negationDropped, negationAdded, noneToAll],
  entity: [namesSwapped, wordName],
  quantifier: [exceptionDropped, limitDropped, otherLimit],
  unit: [otherUnit],
  attribution: [speakerDropped],
} satisfies Record<string, readonly Perturber[]>;
