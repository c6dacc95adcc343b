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
const ENDS = String.raw`(?=\s*$|\s*[.:–—]|\s+-\s)`;
const TITLE_FOLLOWS = String.raw`(?=\s*$|\s*[.:–—-]|\s+\p{Lu})`;
const NUMBER = String.raw`(?:[IVXLC]+|\d{1,3})`;
const named = (rank: number, word: string, number: string, name: string, ends: string): Rule => ({
  rank,
  pattern: new RegExp(`^${word}\\s+(${number})${ends}`, 'u'),
  label: (match) => `${name} ${match[1] ?? ''}`,
});

const RULES: readonly Rule[] = [
  named(
    10,
    '(?:[Pp]hần|PHẦN|PHAN|Phan)',
    String.raw`(?:[Tt]hứ|THỨ)\s+[\p{L}]+|${NUMBER}`,
    'Phần',
    TITLE_FOLLOWS,
  ),
  named(11, '(?:[Cc]hương|CHƯƠNG|CHUONG|Chuong)', NUMBER, 'Chương', TITLE_FOLLOWS),
  named(12, '(?:[Mm]ục|MỤC|MUC|Muc)', `${NUMBER}|[A-Z]`, 'Mục', TITLE_FOLLOWS),
  named(13, '(?:[Tt]iểu mục|TIỂU MỤC)', NUMBER, 'Tiểu mục', TITLE_FOLLOWS),
  named(ARTICLE_RANK, '(?:Điều|ĐIỀU|Dieu|DIEU)', String.raw`\d{1,4}[a-zđ]?`, 'Điều', ENDS),
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
const CLAUSE = /^(?:\((\d{1,3})\)|(\d{1,3})\.)\s+\S/u;
const POINT = /^([a-zđ])\)\s+\S/u;

/**
 * The heading a trimmed line is, or null. Clauses ("1.", "(1)" → Khoản 1, in English and Chinese
 * articles Paragraph 1) and points ("a)" → Điểm a) count only inside an article.
 */
export function headingOf(line: string, path: readonly Heading[]): Heading | null {
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
    const number = clause[1] ?? clause[2] ?? '';
    return { rank: CLAUSE_RANK, label: `${vietnamese ? 'Khoản' : 'Paragraph'} ${number}` };
  }
  const point = POINT.exec(line);
  if (point === null) return null;
  return { rank: CLAUSE_RANK + 1, label: `${vietnamese ? 'Điểm' : 'Point'} ${point[1] ?? ''}` };
}

/** The article that a title such as "Luật X, Điều 5. Phạm vi" says the whole text is. */
export function headingInTitle(title: string): Heading[] {
  const match =
    /(?:^|[\s,;(–-])(?:Điều\s+(\d{1,4}[a-zđ]?)|Article\s+(\d{1,4}))(?=[.,:;)\s]|$)/u.exec(title);
  if (match === null) return [];
  const label = match[1] === undefined ? `Article ${match[2] ?? ''}` : `Điều ${match[1]}`;
  return [{ rank: ARTICLE_RANK, label }];
}
