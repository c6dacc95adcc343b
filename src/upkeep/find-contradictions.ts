import { compareWithPassage, type ValueConflict } from '#drafting/index.ts';
import type { TextSpan } from '#language/sentences.ts';
import { type ComparedPassage, speakOfDifferentThings } from './compared-passage.ts';
import { likeness } from './shingles.ts';
import { isEnumerator, isSameStatement, mayBeOne, type Statement } from './same-statement.ts';

/**
 * Likeness of texts from which one is a copy of the other, whatever the headings say. From 0.6 on no
 * two articles of 17 statutes are taken for contradicting one another, from 0.5 on one pair is.
 */
const COPIED = 0.6;
/** In fewer shingles one formula is most of the text: "Luật này có hiệu lực …". */
const FEWEST_COPIED = 40;
/** A reference, a name or a source in another's place mostly means another case. */
const kinds: ReadonlySet<ValueConflict['kind']> = new Set([
  'number',
  'quantity',
  'date',
  'negation',
  'quantifier',
  'comparison',
]);

/** Where two passages state the same thing with different values; at least one. */
export interface Contradiction {
  readonly kind: ValueConflict['kind'];
  /** Offsets are code points into the text of the left and of the right passage. */
  readonly left: TextSpan;
  readonly right: TextSpan;
}

/**
 * Sentences of two passages of one language that say the same but for a value or a negation, found
 * whichever is read as a claim against the other, where no heading makes them about different things;
 * empty where there are none. Built for precision: a contradiction in other words is not found.
 */
export function findContradictions(left: ComparedPassage, right: ComparedPassage): Contradiction[] {
  if (left.language !== right.language) return [];
  const isCopy = isCopied(left, right);
  if (!isCopy && speakOfDifferentThings(left, right)) return [];
  const pairs = pairStatements(left.statements, right.statements, isCopy);
  if (pairs.length === 0) return [];
  const forward = conflictsOf(left.text, right.text);
  if (forward.length === 0) return [];
  const backward = conflictsOf(right.text, left.text);
  const mutual = forward.filter((one) =>
    backward.some((other) => overlap(one.left, other.right) && overlap(one.right, other.left)),
  );
  return pairs.flatMap(([ours, theirs]) => inSameStatement(ours, theirs, mutual));
}

function isCopied(left: ComparedPassage, right: ComparedPassage): boolean {
  if (Math.min(left.shingles.size, right.shingles.size) < FEWEST_COPIED) return false;
  return likeness(left.shingles, right.shingles) >= COPIED;
}

/** Statements that may be one with another value; of a copy also those that point into their document. */
function pairStatements(left: readonly Statement[], right: readonly Statement[], isCopy: boolean) {
  const usable = ({ refersToItself }: Statement): boolean => isCopy || !refersToItself;
  const theirs = right.filter(usable);
  return left
    .filter(usable)
    .flatMap((mine) =>
      theirs.filter((other) => mayBeOne(mine, other)).map((other) => [mine, other] as const),
    );
}

/** The conflicts of two statements that say the same but for all of them together. */
function inSameStatement(
  ours: Statement,
  theirs: Statement,
  conflicts: readonly Contradiction[],
): Contradiction[] {
  const here = conflicts.filter(
    ({ left, right }) =>
      holds(ours, left) &&
      holds(theirs, right) &&
      !isEnumerator(ours, left) &&
      !isEnumerator(theirs, right),
  );
  // "Thuộc … nhóm 2" and "không thuộc … nhóm 1" are two cases of one rule.
  if (here.length > 1 && here.some(({ kind }) => kind === 'negation')) return [];
  const same = isSameStatement(
    { statement: ours, spans: here.map(({ left }) => left) },
    { statement: theirs, spans: here.map(({ right }) => right) },
  );
  return same ? here : [];
}

function conflictsOf(claim: string, passage: string): Contradiction[] {
  return compareWithPassage(claim, passage)
    .conflicts.filter(({ kind }) => kinds.has(kind))
    .map((conflict) => ({ kind: conflict.kind, left: conflict.claim, right: conflict.passage }));
}

function holds(sentence: TextSpan, { start, end }: TextSpan): boolean {
  return start >= sentence.start && end <= sentence.end;
}

function overlap(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end;
}
