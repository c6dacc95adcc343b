/** A heading on the way to a passage: lower ranks enclose higher ones. */
export interface Heading {
  readonly rank: number;
  readonly label: string;
}

export const ARTICLE_RANK = 14;
export const CLAUSE_RANK = 15;

interface Rule {
  readonly rank: number;
  readonly pattern: RegExp;
  readonly label: (match: RegExpExecArray) => string;
}

// A unit's name alone on its line, or before its title; "Điều 5 của Luật này…" is prose.
const LAW =
  'Bộ luật|Luật|Hiến pháp|Pháp lệnh|Nghị|Thông tư|Quyết định|Quy|Công ước|Hiệp|Điều lệ|Chỉ thị';
const ENDS = String.raw`(?=\s*$|\s*[.:–—]|\s+-\s)`;
const TITLE_FOLLOWS = String.raw`(?=\s*$|\s*[.:–—-]|\s+\p{Lu})`;
const UNPOINTED = String.raw`(?=\s+(?!(?:${LAW})(?!\p{L}))\p{Lu}[^\n]{0,150}[^.;:,]$)`;
const NUMBER = String.raw`(?:[IVXLC]+|\d{1,3})`;
const named = (rank: number, word: string, number: string, name: string, ends: string): Rule => ({
  rank,
  pattern: new RegExp(`^${word}\\s+(${number})(?:${ends})`, 'u'),
  label: (match) =>
    `${name} ${(match[1] ?? '').replace(/^THỨ.*/, (ordinal) => ordinal.toLowerCase())}`,
});
/** Files cut words where the type changes ("Đ iều"), so each of these may have a space between letters. */
const words = (...names: string[]): string =>
  `(?:${names.map((name) => Array.from(name.replaceAll(' ', '')).join(String.raw`\s?`)).join('|')})`;

const RULES: readonly Rule[] = [
  {
    rank: 10,
    pattern: new RegExp(
      `^${words('Phụ lục', 'PHỤ LỤC')}(?:\\s+(?:(?:số|SỐ)\\s+)?(${NUMBER}))?${TITLE_FOLLOWS}`,
      'u',
    ),
    label: (match) => `Phụ lục ${match[1] ?? ''}`.trim(),
  },
  named(
    10,
    words('Phần', 'phần', 'PHẦN', 'PHAN', 'Phan'),
    String.raw`(?:[Tt]hứ|THỨ)\s+[\p{L}]+|${NUMBER}`,
    'Phần',
    TITLE_FOLLOWS,
  ),
  named(
    11,
    words('Chương', 'chương', 'CHƯƠNG', 'CHUONG', 'Chuong'),
    NUMBER,
    'Chương',
    TITLE_FOLLOWS,
  ),
  named(12, words('Mục', 'mục', 'MỤC', 'MUC', 'Muc'), `${NUMBER}|[A-Z]`, 'Mục', TITLE_FOLLOWS),
  // Sections of Party documents: "II- MỤC TIÊU"; a name such as "V. Hugo" is not in capitals.
  {
    rank: 12,
    pattern: /^([IVX]{1,5})\s?[.\-–/]\s*(?=\p{Lu}[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$)/u,
    label: (match) => `Mục ${match[1] ?? ''}`,
  },
  named(13, words('Tiểu mục', 'tiểu mục', 'TIỂU MỤC'), NUMBER, 'Tiểu mục', TITLE_FOLLOWS),
  named(
    ARTICLE_RANK,
    `${words('Điều', 'ĐIỀU', 'Dieu', 'DIEU')}(?:\\s+thứ)?`,
    String.raw`\d{1,4}[a-zđ]?`,
    'Điều',
    `${ENDS}|${UNPOINTED}`,
  ),
  named(10, '(?:Part|PART)', NUMBER, 'Part', TITLE_FOLLOWS),
  named(11, '(?:Chapter|CHAPTER)', NUMBER, 'Chapter', TITLE_FOLLOWS),
  named(12, '(?:Section|SECTION)', NUMBER, 'Section', ENDS),
  named(ARTICLE_RANK, '(?:Article|ARTICLE)', `${NUMBER}[a-z]?`, 'Article', ENDS),
  ...(['编', '章', '节', '条'] as const).map((unit, index): Rule => ({
    rank: index === 3 ? ARTICLE_RANK : 10 + index,
    pattern: new RegExp(`^(第[一二三四五六七八九十百零〇\\d]+${unit})(?=\\s|$|[：:])`, 'u'),
    label: (match) => match[1] ?? '',
  })),
];
const MARKDOWN = /^(#{1,6})\s+(.+)$/u;
const CLAUSE =
  /^(?:\((\d{1,3})\)\s+\S|(\d{1,3}[a-zđ]?)[./]\s+\S|(\d{1,3})[./](?=\p{Lu})|(?:Khoản|KHOẢN)\s+(\d{1,3}[a-zđ]?)(?=\s*$|\s*[.:–—]))/u;
const POINT = /^(?:([a-zđ])(?:\)\s*|[/.]\s+)\S|(?:Điểm|ĐIỂM)\s+([a-zđ])(?=\s*$|\s*[).:–—]))/u;

/**
 * The heading a trimmed line is, or null. Clauses ("1.", "1/", "(1)", "Khoản 1:" → Khoản 1, in English
 * and Chinese articles Paragraph 1) and points ("a)", "a/" → Điểm a) count only inside an article.
 */
export function headingOf(raw: string, path: readonly Heading[]): Heading | null {
  // The Icelandic capital eth looks like Đ; soft hyphens and zero-width spaces look like nothing.
  const line = raw.replaceAll('\u00D0', 'Đ').replace(/[\u00AD\u200B]/g, '');
  const markdown = MARKDOWN.exec(line);
  const bare = markdown === null ? line : (markdown[2] ?? '').replace(/\*/g, '');
  for (const { rank, pattern, label } of RULES) {
    const match = pattern.exec(bare);
    if (match !== null) return { rank, label: label(match).replace(/\s+/g, ' ') };
  }
  if (markdown !== null) return { rank: markdown[1]?.length ?? 1, label: bare.trim() };
  const article = path.find((heading) => heading.rank === ARTICLE_RANK);
  if (article === undefined) return null;
  const vietnamese = article.label.startsWith('Điều');
  const clause = CLAUSE.exec(line);
  if (clause !== null) {
    const number = clause.slice(1).find(Boolean) ?? '';
    return { rank: CLAUSE_RANK, label: `${vietnamese ? 'Khoản' : 'Paragraph'} ${number}` };
  }
  const point = POINT.exec(line);
  if (point === null) return null;
  return {
    rank: CLAUSE_RANK + 1,
    label: `${vietnamese ? 'Điểm' : 'Point'} ${point[1] ?? point[2] ?? ''}`,
  };
}

/** The article that a title such as "Luật X, Điều 5. Phạm vi" says the whole text is. */
export function headingInTitle(title: string): Heading[] {
  const match =
    /(?:^|[\s,;(–-])(?:Điều\s+(\d{1,4}[a-zđ]?)|Article\s+(\d{1,4}))(?=[.,:;)\s]|$)/u.exec(title);
  if (match === null) return [];
  const label = match[1] === undefined ? `Article ${match[2] ?? ''}` : `Điều ${match[1]}`;
  return [{ rank: ARTICLE_RANK, label }];
}
