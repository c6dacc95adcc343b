import { foldInPlace } from './checkability-text.ts';
import {
  ANAPHORA,
  CONNECTORS,
  FRAME,
  HELD_TOGETHER,
  NOT_PREDICATES,
  NO_SUBJECT,
  NOUN_HEADS,
  POINTS_BACK,
  PREDICATES,
} from './clause-words.ts';
import { reportLead } from './report-lead.ts';
import type { Spelling } from './spelling.ts';

/** UTF-16 range of a clause in its sentence. */
export type ClauseRange = readonly [start: number, end: number];

const MIN_WORDS = 3;
/** Longer sentences are cut before they come here. UTF-16. */
const MAX_LENGTH = 1000;
/** A subject longer than this is rather an object with words behind it. */
const MAX_SUBJECT_WORDS = 8;
const QUOTED =
  /"[^"\n]*"|“[^”\n]*”?|«[^»\n]*»?|'[^'\n]{8,}'|‘[^’\n]*’|\([^()\n]*\)|\[[^[\]\n]*\]/gu;
/** A point of a list: its parts depend on what the list is of. */
const LIST_ITEM = /^\(?[a-zđ]\)|;\s*$/u;
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.,%/'’-]*/gu;

/**
 * The clauses of a sentence that each stand as a statement of their own, without the words that join
 * them; the whole sentence where there is any doubt: in a quotation or brackets, behind a colon, in a
 * list, a condition, a comparison, under a time or place in front, or where a clause would lose its
 * subject. Vietnamese, also without diacritics, and English.
 */
export function splitClauses(sentence: string): ClauseRange[] {
  const whole: ClauseRange[] = [[0, sentence.length]];
  const lower = sentence.toLowerCase();
  const folded = foldInPlace(lower);
  if (
    sentence.length > MAX_LENGTH ||
    lower.length !== sentence.length ||
    folded.length !== sentence.length
  )
    return whole;
  const spelling: Spelling = lower === folded ? 'bare' : 'marked';
  const joints = jointsOf(sentence, spelling === 'bare' ? folded : lower, spelling);
  if (joints.length === 0 || LIST_ITEM.test(lower) || HELD_TOGETHER[spelling].test(lower))
    return whole;
  const clauseOf = ([start, end]: ClauseRange): Clause => ({
    text: sentence.slice(start, end),
    words: Array.from(lower.slice(start, end).matchAll(WORD), ([word]) => word),
    spelling,
  });
  const lead = reportLead(sentence)?.end ?? 0;
  const framed = FRAME[spelling].test(lower.slice(lead).trimStart());
  const clauses: ClauseRange[] = [];
  let current: ClauseRange = [0, joints[0]?.[0] ?? sentence.length];
  joints.forEach(([, from], index) => {
    const next: ClauseRange = [from, joints[index + 1]?.[0] ?? sentence.length];
    const own = !framed || FRAME[spelling].test(lower.slice(...next));
    const left: ClauseRange = clauses.length === 0 ? [lead, current[1]] : current;
    if (own && isComplete(clauseOf(left)) && standsAlone(clauseOf(next))) {
      clauses.push(current);
      current = next;
    } else current = [current[0], next[1]];
  });
  return [...clauses, current];
}

/** A part of a sentence. */
interface Clause {
  readonly text: string;
  /** Small letters. */
  readonly words: readonly string[];
  readonly spelling: Spelling;
}

/** Where clauses may meet: the end of one and the start of the next. */
function jointsOf(
  sentence: string,
  lower: string,
  spelling: Spelling,
): Array<readonly [number, number]> {
  const shut = Array.from(sentence.matchAll(QUOTED), ({ index, 0: text }) => [
    index,
    index + text.length,
  ]);
  const colon = lower.slice(reportLead(sentence)?.end ?? 0).search(/:(?!\d)/u);
  return Array.from(lower.matchAll(CONNECTORS[spelling]))
    .map((match) => [match.index, match.index + match[0].length] as const)
    .filter(([start]) => !shut.some(([from = 0, to = 0]) => start >= from && start < to))
    .filter(() => colon < 0);
}

/** Has a predicate behind a subject, also in the part behind its last comma, which else ends a list. */
function isComplete(clause: Clause): boolean {
  const last = clause.text.slice(clause.text.lastIndexOf(', ') + 1);
  const words = Array.from(last.toLowerCase().matchAll(WORD), ([word]) => word);
  const goesOn = words.length > 4 || predicateAt({ ...clause, words }) >= 0;
  return clause.words.length >= MIN_WORDS && predicateAt(clause) >= 1 && goesOn;
}

/** Names its subject anew and says something of it. */
function standsAlone(clause: Clause): boolean {
  const at = predicateAt(clause);
  if (clause.words.length < MIN_WORDS || at < 1 || at > MAX_SUBJECT_WORDS) return false;
  if (at === clause.words.length - 1 && clause.words.length < 4) return false;
  const subject = clause.words.slice(0, at);
  const first = subject[0] ?? '';
  const phrase = subject.join(' ');
  if (NO_SUBJECT[clause.spelling].test(phrase) || ANAPHORA[clause.spelling].test(phrase))
    return false;
  if (POINTS_BACK[clause.spelling].test(clause.text.toLowerCase())) return false;
  const named = /^["“'(]?(?:\p{Lu}|\d)/u.test(clause.text);
  return named || NOUN_HEADS[clause.spelling].test(phrase) || (at === 1 && first.endsWith('s'));
}

/** Index of the first word of a predicate; -1 for none. A noun may look like one: "exports fell". */
function predicateAt({ words, spelling }: Clause): number {
  const list = PREDICATES[spelling];
  const from = NOUN_HEADS[spelling].test(words.join(' ')) ? 1 : 0;
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (NOT_PREDICATES[spelling].has(`${word} ${words[at + 1] ?? ''}`)) continue;
    if (list.has(word) || list.has(`${word} ${words[at + 1] ?? ''}`)) return at;
    if (/^[a-z]{3,}ed$/u.test(word) && at > 0) return at;
  }
  return -1;
}
