import { sliceCodePoints } from '#language/code-points.ts';
import type { TextSpan } from '#language/sentences.ts';
import { type ComparedSentence, span, type ValueConflict } from './compared-sentence.ts';
import type { Polarity, Quantifier } from './polarity.ts';

/** A flipped negation or quantifier leaves nearly all other words in place, on both sides. */
const SAME_STATEMENT = 0.75;

/** What stands before a negation in a clause that only sets the claim off from something else. */
const CONTRAST = /^(?:(?:chứ|mà|và|but|and)\s*)?$|^(?:(?:chứ|mà|và|but|and)\s+)?(?:không|not)\s/iu;

/** Negations and quantifiers by which two sentences that share `shared` content terms differ. */
export function polarityConflicts(
  claim: ComparedSentence,
  best: ComparedSentence,
  shared: number,
): ValueConflict[] {
  if (shared / Math.max(claim.terms.size, best.terms.size) < SAME_STATEMENT) return [];
  const conflicts: ValueConflict[] = [];
  const [ours, theirs] = [claim.polarity, best.polarity];
  const [our, their] = [negationsOf(claim), negationsOf(best)];
  if (isNegated(our, ours) !== isNegated(their, theirs)) {
    const nobody = [ours, theirs].some(({ quantifiers }) =>
      quantifiers.some((quantifier) => quantifier.class === 'none'),
    );
    conflicts.push({
      kind: nobody ? 'quantifier' : 'negation',
      claim: span(our[0] ?? ours.quantifiers[0] ?? claim),
      passage: span(their[0] ?? theirs.quantifiers[0] ?? best),
    });
  }
  const [mine] = ours.quantifiers;
  const [other] = theirs.quantifiers;
  if (mine !== undefined && other !== undefined && scope(mine) !== scope(other)) {
    conflicts.push({ kind: 'quantifier', claim: span(mine), passage: span(other) });
  }
  return conflicts;
}

/** Negations of the statement itself: not an opening "No," nor those of a contrast such as ", not ten". */
function negationsOf(sentence: ComparedSentence): TextSpan[] {
  return sentence.polarity.negations.filter(({ start, end }) => {
    const before = sliceCodePoints(sentence.text, 0, start - sentence.start);
    const after = sliceCodePoints(sentence.text, end - sentence.start);
    // "… chứ không phải …" needs no comma.
    if (/(?<!\p{L})(?:chứ|chu|but)\s*$/iu.test(before)) return false;
    const clause = /[,;:(–-]\s*(?<opening>[^,;:(–-]*)$/u.exec(before)?.groups;
    if (clause === undefined) return !(before.trim() === '' && /^\s*[,.:;]/u.test(after));
    return !CONTRAST.test(clause['opening'] ?? '');
  });
}

/** "No one may" negates as "everyone may not" does, so the two do not conflict. */
function isNegated(negations: readonly TextSpan[], { quantifiers }: Polarity): boolean {
  const nobody = quantifiers.filter((quantifier) => quantifier.class === 'none');
  return (negations.length + nobody.length) % 2 === 1;
}

function scope(quantifier: Quantifier): string {
  return quantifier.class === 'none' ? 'all' : quantifier.class;
}
