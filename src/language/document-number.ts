import { codePointLength, createOffsetMap } from './code-points.ts';
import { fold } from './fold.ts';

/** A document named by its number in a text. */
export interface DocumentNumber {
  /** Code points into the text. */
  readonly start: number;
  readonly end: number;
  /**
   * What it may be, likeliest first, folded: `57-kl/tw`, `100/2015/nd-cp`, `45/2019/qh14`. More than one
   * where the issuer is left out. Two mentions are the same document when they share one.
   */
  readonly candidates: readonly [string, ...string[]];
}

interface Kind {
  readonly code: string;
  /** Folded names of the kind, as a pattern. */
  readonly names: string;
  /** Issuers when none is named: `tw` gives 57-kl/tw, `cp` gives 18/nq-cp. */
  readonly issuers: readonly string[];
  /** Issuers when a year is named. */
  readonly datedIssuers: readonly string[];
}

/**
 * Kinds and issuers by Quy định 66-QĐ/TW and Hướng dẫn 36-HD/VPTW (Party) and Nghị định 30/2020/NĐ-CP
 * and the Law on Promulgation of Legal Documents (State). `qh` takes the Assembly's term from the year.
 */
const kinds: readonly Kind[] = [
  { code: 'kl', names: 'ket luan|conclusion', issuers: ['tw'], datedIssuers: [] },
  { code: 'ct', names: 'chi thi|directive', issuers: ['tw', 'ttg'], datedIssuers: [] },
  { code: 'nq', names: 'nghi quyet|resolution', issuers: ['tw', 'cp'], datedIssuers: ['qh'] },
  { code: 'da', names: 'de an', issuers: ['tw'], datedIssuers: [] },
  {
    code: 'qd',
    names: 'quyet dinh|quy dinh|decision|regulation',
    issuers: ['tw', 'ttg'],
    datedIssuers: ['ttg'],
  },
  { code: 'hd', names: 'huong dan', issuers: ['tw', 'vptw'], datedIssuers: [] },
  { code: 'tb', names: 'thong bao', issuers: ['tw', 'vpcp'], datedIssuers: [] },
  { code: 'nd', names: 'nghi dinh|decree', issuers: ['cp'], datedIssuers: ['cp'] },
  { code: 'luat', names: 'bo luat|luat|law', issuers: [], datedIssuers: ['qh'] },
];
const partyIssuers = new Set(['tw', 'vptw']);
const stateCodes = 'tt|ttlt|l|pl|tbkl|vbhn|cd|qdi|cv|bc|kh|tr|ttr';
/** Terms of the National Assembly by the years they sat in. */
const assemblyTerms = [
  { term: 'qh11', from: 2002, to: 2007 },
  { term: 'qh12', from: 2007, to: 2011 },
  { term: 'qh13', from: 2011, to: 2016 },
  { term: 'qh14', from: 2016, to: 2021 },
  { term: 'qh15', from: 2021, to: 2026 },
];

const codes = kinds.map(({ code }) => code).join('|');
const joint = String.raw`\s?[-–/]\s?`;
const edge = String.raw`(?![\p{L}\p{N}])`;
const digits = String.raw`(?<number>\d{1,5})(?:\s?/\s?(?<year>(?:19|20)\d\d))?`;
const issuer = String.raw`(?<issuer>[a-z]{2,8}(?:[-–][a-z]{2,8}){0,3})`;
const whole = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.,-])${digits}${joint}(?:(?<assembly>(?:ubtv)?qh\d{1,2})|(?<code>${codes}|${stateCodes})${joint}${issuer})${edge}`,
  'gu',
);
const named = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<name>${kinds.map(({ names }) => names).join('|')})\s{1,2}(?:so|no\.?|number)?\s?:?\s?|(?<code>${codes})(?:\s?so|\s?no\.?)?[\s-]?)${digits}(?:[-–/]${issuer})?${edge}(?![.,]\d|\s?%)`,
  'gu',
);

/**
 * Documents named by number in an NFC text, in order: 57-KL/TW, 57/KL-TW, KL 57, KL57-TW, Kết luận số
 * 57, Conclusion No. 57, nd 100/2015, Luật số 45/2019/QH14; case and diacritics do not matter. A kind
 * and a number alone can be a chance ("kết luận 57 trang"), so use the result to find, never to accuse.
 */
export function findDocumentNumbers(text: string): DocumentNumber[] {
  const folded = foldAligned(text);
  const offsets = createOffsetMap(folded);
  const read = (match: RegExpExecArray): DocumentNumber[] => {
    const [first, ...rest] = candidatesOf(match.groups ?? {});
    if (first === undefined) return [];
    const start = offsets.toCodePoint(match.index);
    const end = offsets.toCodePoint(match.index + match[0].length);
    return [{ start, end, candidates: [first, ...rest] }];
  };
  const wholes = [...folded.matchAll(whole)].flatMap(read);
  // What is read as a whole number is not read again as the number after a kind's name.
  const remaining = folded.replace(whole, (matched) => '|'.repeat(matched.length));
  return [...wholes, ...[...remaining.matchAll(named)].flatMap(read)].toSorted(
    (one, other) => one.start - other.start,
  );
}

/** How the lexical index may hold a candidate (`lexicalTerms`): the ways of joining its parts. */
export function documentNumberTerms(candidate: string): string[] {
  const [number = '', ...parts] = candidate.split(/[-/]/);
  const numbers = number.length === 1 ? [number, `0${number}`] : [number];
  const year = /^(?:19|20)\d\d$/.test(parts[0] ?? '') ? `/${parts.shift()}` : '';
  const [code = '', ...issuers] = parts;
  const tail = issuers.length === 0 ? [] : [issuers.join('-')];
  const joints = tail.length === 0 ? ['/', '-'] : ['-/', '/-', '--', '//'];
  return numbers.flatMap((one) =>
    joints.map(([before = '', between = '']) =>
      [one, year, before, code, ...tail.map((last) => between + last)].join(''),
    ),
  );
}

function candidatesOf(groups: Readonly<Record<string, string | undefined>>): string[] {
  const number = String(Number(groups['number']));
  const { year, assembly, issuer: given } = groups;
  if (assembly !== undefined)
    return [`${number}${year === undefined ? '' : `/${year}`}/${assembly}`];
  const kind = kinds.find(({ code, names }) =>
    groups['name'] === undefined
      ? code === groups['code']
      : names.split('|').includes(groups['name']),
  );
  const code = kind?.code ?? groups['code'] ?? '';
  const issuers =
    given === undefined
      ? ((year === undefined ? kind?.issuers : kind?.datedIssuers) ?? [])
      : [given.replaceAll('–', '-')];
  return issuers.flatMap((issuer) => spell(number, year, code, issuer));
}

function spell(number: string, year: string | undefined, code: string, issuer: string): string[] {
  if (/^qh\d/.test(issuer)) return [`${number}/${year}/${issuer}`];
  if (issuer === 'qh') {
    return assemblyTerms
      .filter(({ from, to }) => Number(year) >= from && Number(year) <= to)
      .map(({ term }) => `${number}/${year}/${term}`);
  }
  if (year !== undefined) return [`${number}/${year}/${code}-${issuer}`];
  return [partyIssuers.has(issuer) ? `${number}-${code}/${issuer}` : `${number}/${code}-${issuer}`];
}

/** Folded letter by letter, so that offsets stay those of the text. */
function foldAligned(text: string): string {
  return Array.from(text, (char) => {
    const folded = fold(char);
    return codePointLength(folded) === 1 && folded.length === char.length ? folded : char;
  }).join('');
}
