/**
 * Shortened spellings in everyday use, written down for measuring only. It is kept apart from the list
 * the product expands them with, so that the measurement does not test a list against itself.
 */
const shortened: ReadonlyArray<readonly [phrase: string, ...forms: string[]]> = [
  ['như thế nào', 'ntn'],
  ['bao nhiêu', 'bnhiu', 'bn'],
  ['bây giờ', 'bh', 'bjo'],
  ['mọi người', 'mn', 'mng'],
  ['việt nam', 'vn'],
  ['hà nội', 'hn'],
  ['thành phố hồ chí minh', 'tphcm'],
  ['học sinh', 'hs'],
  ['sinh viên', 'sv'],
  ['giáo viên', 'gv'],
  ['điện thoại', 'đt'],
  ['gia đình', 'gđ'],
  ['không', 'ko', 'k', 'hok'],
  ['được', 'dc', 'đc'],
  ['với', 'vs'],
  ['gì', 'j'],
  ['những', 'nhg', 'n~'],
  ['người', 'ng', 'ngừi'],
  ['trong', 'trog'],
  ['trước', 'trc'],
  ['trường', 'trg'],
  ['cũng', 'cx', 'cug'],
  ['nhiều', 'nhìu', 'nh'],
  ['vậy', 'v', 'dz'],
  ['rồi', 'r', 'rùi'],
  ['biết', 'bít', 'bik'],
  ['mình', 'mk', 'mik'],
  ['bạn', 'bn', 'b'],
  ['anh', 'a'],
  ['em', 'e'],
  ['vào', 'zô', 'vô'],
  ['luôn', 'lun'],
  ['thích', 'thik'],
  ['quá', 'wá'],
  ['qua', 'wa'],
  ['phải', 'fải', 'p'],
  ['làm', 'lm'],
  ['nói', 'ns'],
  ['nữa', 'nx'],
  ['chưa', 'ch'],
  ['thế', 'thía'],
  ['muốn', 'mún'],
  ['nếu', 'nu'],
  ['giờ', 'h'],
  ['yêu', 'iu'],
];

const formsOf = new Map(shortened.map(([phrase, ...forms]) => [phrase, forms]));
const longestFirst = shortened.map(([phrase]) => phrase).toSorted((a, b) => b.length - a.length);
const anyPhrase = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}])`,
  'giu',
);

/** Every word there is a short spelling for in that spelling: "không được" → "ko dc". */
export function teencode(text: string, random: () => number): string {
  return text.normalize('NFC').replace(anyPhrase, (phrase) => {
    const forms = formsOf.get(phrase.toLowerCase()) ?? [phrase];
    return forms[Math.floor(random() * forms.length)] ?? phrase;
  });
}
