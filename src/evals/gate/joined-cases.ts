import type { DraftSentence, SourcePassage } from '#drafting/index.ts';
import {
  citationOf,
  type FaultCase,
  opening,
  attributionOf,
  type QuotedSpan,
  type Statement,
} from './gate-case.ts';
import { fault, lead, NAMES } from './fault-cases.ts';

/** A true quote said to stand in another document, article or version, or nowhere. */
export function attributionCases(statement: Statement): FaultCase[] {
  const { source, quote, language, others, evidence } = statement;
  const other = others.find((one) => one.documentTitle !== source.documentTitle);
  const sibling = evidence.sources.find(
    (one) => one.versionId === source.versionId && one.passageId !== source.passageId,
  );
  const said = `“${quote.text}”`;
  const citations = [citationOf(source, quote)];
  const cite = (change: Partial<(typeof citations)[number]>) => [
    { ...citationOf(source, quote), ...change },
  ];
  const from = (name: string): string => `${opening(language, name)}: ${said}`;
  const unit = language === 'vi' ? 'Điều' : 'Article';
  const invented = language === 'vi' ? 'Bộ quy tắc Sông Mơ' : 'the Dream River Code';
  const also = language === 'vi' ? 'và' : 'and';
  const written: Array<readonly [string, DraftSentence]> = [
    ['invented_document', sentence(from(invented), citations)],
    ['invented_article', sentence(from(`${source.documentTitle}, ${unit} 417`), citations)],
    ['added_article', sentence(from(`${attributionOf(source)} ${also} ${unit} 417`), citations)],
    ['invented_number', sentence(from(`${attributionOf(source)} (99/XX-YY)`), citations)],
    ['invented_issuer', sentence(from(`${attributionOf(source)} (${invented})`), citations)],
    ['no_document', sentence(said, citations)],
    [
      'foreign_passage',
      sentence(from(attributionOf(source)), cite({ passageId: 'no-such-passage' })),
    ],
    [
      'foreign_version',
      sentence(from(attributionOf(source)), cite({ versionId: 'no-such-version' })),
    ],
  ];
  if (other !== undefined) {
    written.push(
      ['other_document', sentence(from(attributionOf(other)), citations)],
      [
        'added_document',
        sentence(from(`${attributionOf(source)} ${also} ${other.documentTitle}`), citations),
      ],
      ['other_passage', sentence(from(attributionOf(other)), cite(identity(other)))],
      [
        'other_issuer',
        sentence(from(`${source.documentTitle} (${other.issuer ?? invented})`), citations),
      ],
    );
  }
  if (sibling !== undefined) {
    written.push([
      'other_place',
      sentence(from(attributionOf(sibling)), cite({ passageId: sibling.passageId })),
    ]);
    const article = sibling.headingPath.at(-1);
    if (article !== undefined && !source.headingPath.includes(article)) {
      written.push(['other_article', sentence(from(attributionOf(sibling)), citations)]);
    }
  }
  return written
    .filter(([variant]) => variant !== 'other_issuer' || other?.issuer !== source.issuer)
    .map(([variant, made]) =>
      fault(statement, 'attribution', 'attribution', variant, made, [
        ...NAMES.attribution,
        'fabricated',
        'number_mismatch',
      ]),
    );
}

/** Pieces of two sentences, or of two passages, offered as one. */
export function stitchedCases(statement: Statement): FaultCase[] {
  const { source, quote, siblings, others, evidence } = statement;
  const written: Array<readonly [string, DraftSentence]> = [];
  const one = (text: string, start: number, end: number): DraftSentence =>
    sentence(`${lead(statement)}: “${text}”`, [
      { ...citationOf(source, quote), quote: text, start, end },
    ]);
  const later = siblings.find((span) => span.start > quote.end + 1);
  if (later !== undefined) {
    const [head, tail] = [halves(quote).head, halves(later).tail];
    written.push(
      ['ellipsis', one(`${quote.text} … ${later.text}`, quote.start, later.end)],
      ['brackets', one(`${quote.text} [...] ${later.text}`, quote.start, later.end)],
      ['halves', one(`${head} ${tail}`, quote.start, later.end)],
      [
        'halves_own_offsets',
        one(`${head} ${tail}`, quote.start, quote.start + Array.from(`${head} ${tail}`).length),
      ],
    );
    if (!source.text.includes(`${quote.text} ${later.text}`)) {
      written.push(['joined', one(`${quote.text} ${later.text}`, quote.start, later.end)]);
    }
    const pair = [span(quote, head, 'head'), span(later, tail, 'tail')];
    written.push([
      'two_halves',
      sentence(
        `${lead(statement)}: “${head} ${tail}”`,
        pair.map((part) => citationOf(source, part)),
      ),
    ]);
  }
  const across = acrossClauses(quote.text);
  if (across !== null) {
    const cited = [citationOf(source, quote)];
    written.push(
      ['words_across_clauses', sentence(`${lead(statement)}, ${across}: “${quote.text}”`, cited)],
      ['words_instead', sentence(`${lead(statement)}, ${across}.`, cited)],
    );
  }
  const middle = withoutMiddle(quote.text);
  if (middle !== null) {
    written.push(
      ['middle_left_out', one(middle, quote.start, quote.end)],
      ['middle_dots', one(middle.replace(' ', ' … '), quote.start, quote.end)],
    );
  }
  const other = others.find((each) => each.versionId !== source.versionId);
  const foreign = other === undefined ? null : whole(other);
  if (other !== undefined && foreign !== null) {
    written.push(
      ['two_passages', one(`${quote.text} ${foreign.text}`, quote.start, quote.end)],
      ['two_passages_dots', one(`${quote.text} … ${foreign.text}`, quote.start, quote.end)],
      [
        'two_passages_cited',
        sentence(`${lead(statement)}: “${quote.text}” “${foreign.text}”`, [
          citationOf(source, quote),
          citationOf(other, foreign),
        ]),
      ],
      [
        'second_under_first',
        sentence(`${lead(statement)}: “${quote.text}” “${foreign.text}”`, [
          citationOf(source, quote),
          { ...citationOf(source, quote), quote: foreign.text },
        ]),
      ],
    );
  }
  const joined = evidence.sources.filter((each) => each.versionId === source.versionId);
  const next = joined.find((each) => each.start > source.end);
  if (next !== undefined) {
    const canonical = evidence.canonicalTexts.get(source.versionId) ?? '';
    const end = Math.min(next.end, next.start + 30);
    written.push([
      'across_passages',
      one(Array.from(canonical).slice(quote.start, end).join(''), quote.start, end),
    ]);
  }
  return written.map(([variant, made]) =>
    fault(statement, 'stitched', 'stitched', variant, made, [
      ...NAMES.stitched,
      'negation_flip',
      'quantifier_shift',
    ]),
  );
}

function sentence(text: string, citations: DraftSentence['citations']): DraftSentence {
  return { role: 'FACT', text, citations };
}

function identity({ passageId, versionId }: SourcePassage) {
  return { passageId, versionId };
}

function halves({ text }: QuotedSpan): { head: string; tail: string } {
  const words = text.split(' ');
  const at = Math.ceil(words.length / 2);
  return { head: words.slice(0, at).join(' '), tail: words.slice(at).join(' ') };
}

function span({ start, end, text }: QuotedSpan, part: string, side: 'head' | 'tail'): QuotedSpan {
  const length = Array.from(part).length;
  const from = side === 'head' ? start : start + Array.from(text).length - length;
  return { start: from, end: Math.min(end, from + length), text: part };
}

/** A sentence of nine or more words without those in its middle third. */
function withoutMiddle(text: string): string | null {
  const words = text.split(' ');
  const third = Math.floor(words.length / 3);
  return third < 3 ? null : [...words.slice(0, third), ...words.slice(2 * third)].join(' ');
}

/** The subject of one clause with the predicate of the next, all of it words of the sentence in their order. */
function acrossClauses(text: string): string | null {
  const [first = '', second = ''] = text
    .replace(/[.!?。]["”’)]*$/u, '')
    .split(/(?:;|, (?:và|còn|and|while)) /u);
  const [subject, predicate] = [first.split(' ').slice(0, 3), second.split(' ').slice(3)];
  return predicate.length < 3 ? null : [...subject, ...predicate].join(' ');
}

function whole(source: SourcePassage): QuotedSpan | null {
  const text = /[\p{Lu}][^.!?\n]{30,}[.!?]/u.exec(source.text)?.[0];
  if (text === undefined) return null;
  const start = source.start + Array.from(source.text.slice(0, source.text.indexOf(text))).length;
  return { start, end: start + Array.from(text).length, text };
}
