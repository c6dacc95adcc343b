import { isStopWord } from '#drafting/index.ts';
import { lexicalTerms } from '#language/terms.ts';
import { type Statement, statementsOf } from './same-statement.ts';
import { shinglesOf } from './shingles.ts';

export interface PassageToCompare {
  readonly id: number;
  readonly documentId: string;
  readonly language: string;
  readonly text: string;
  /** Title of the document and the headings the passage stands under, each a line. */
  readonly headings: readonly string[];
}

/** A passage, read for being compared with many. */
export interface ComparedPassage extends PassageToCompare {
  readonly shingles: ReadonlySet<string>;
  readonly statements: readonly Statement[];
  /** Terms of its title, headings and text. */
  readonly terms: ReadonlySet<string>;
  /** Terms of its title and headings that say what it is about. */
  readonly subject: readonly string[];
}

/** "Chương II", "Khoản 2": a place and no subject. */
const PLACE =
  /^(?:phần|chương|mục|tiểu mục|điều|khoản|điểm|part|chapter|section|article|paragraph|point)\s+\S+$/iu;
/** Words for what a document is; they say nothing about its subject. */
const GENRES = new Set(
  lexicalTerms(
    'luật bộ luật pháp lệnh nghị quyết nghị định thông tư liên tịch quyết định chỉ thị quy định quy chế ' +
      'nội quy điều lệ hướng dẫn sổ tay tài liệu văn bản hỏi đáp công văn thông báo kết luận báo cáo ' +
      'chương mục điều khoản phần số bản sao dự thảo law code decree circular resolution decision ' +
      'handbook guide notice report chapter article section part',
  ),
);

export function readPassage(passage: PassageToCompare): ComparedPassage {
  const headings = passage.headings.filter((heading) => !PLACE.test(heading));
  const subject = lexicalTerms(headings.join('\n'));
  return {
    ...passage,
    shingles: shinglesOf(passage.text),
    statements: statementsOf(passage.text),
    terms: new Set([...subject, ...lexicalTerms(passage.text)]),
    subject: [...new Set(subject)].filter(
      (term) => !GENRES.has(term) && !isStopWord(term) && !/^\d/.test(term),
    ),
  };
}

/** Whether the headings of each of two passages name something that the other nowhere names. */
export function speakOfDifferentThings(left: ComparedPassage, right: ComparedPassage): boolean {
  const namesAlone = (one: ComparedPassage, other: ComparedPassage): boolean =>
    one.subject.some((term) => !other.terms.has(term));
  return namesAlone(left, right) && namesAlone(right, left);
}
