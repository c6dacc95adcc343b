import type { TextSpan } from '#language/sentences.ts';
import type { ComparedWord, ReadSentence } from './compared-sentence.ts';
import { negationsOf } from './conflict-denial.ts';
import { span, type ValueConflict } from './conflict-kinds.ts';
import type { Polarity, Quantifier } from '../text/polarity.ts';

/** A flipped negation or quantifier leaves nearly all other words in place, on both sides. */
const SAME_STATEMENT = 0.75;
/** Share of the claim's terms the passage must have where the negated words themselves agree. */
const SAME_MATTER = 0.6;
/** A post may wrap the passage's statement in words of its own; then this many must be shared. */
const FEWEST_REPEATED = 4;
/** Content words a negation is taken to cover, and how many of them must stand together again. */
const SCOPE = 3;
const AGREEING_SCOPE = 2;
/** Words without content between a negation and what it denies: "không được xem". */
const MOST_BETWEEN = 1;

/** Words that set a statement off from another, hedge it or ask: then a negation proves little. */
const HEDGED =
  /(?<!\p{L})(?:thay vào đó|ngược lại|thực tế|thực ra|tuy nhiên|mặc dù|nhưng|nếu|có lẽ|instead|in fact|actually|however|although|but|if|perhaps|might|could)(?!\p{L})|\?|^(?:không|no|sai|đúng)\s*[,.:;]/iu;
/** Words that deny without a negation. */
const IMPLICIT =
  /(?<!\p{L})(?:phủ nhận|bác bỏ|từ chối|thiếu|hiếm|ngừng|chấm dứt|thất bại|tránh|miễn|vô|phi|bất|trừ|thay vào đó|chậm|tệ|kém|khó|ảnh hưởng|instead|slow|slowly|poor|bad|difficult|affect|deny|denied|denies|refuse[sd]?|lack(?:s|ed|ing)?|fail(?:s|ed)?|stop(?:s|ped)?|ruled out|out of|unable|rarely|hardly|except|unless)(?!\p{L})/iu;
/** Behind these a negation denies a degree or a share, not the whole. */
const PARTIAL = new Set(
  'nhieu lam han day du hoan toan chu yeu luon tat moi many much entirely fully necessarily mainly always all every exactly'.split(
    ' ',
  ),
);

/** Negations and quantifiers by which two sentences that share `shared` content terms differ. */
export function polarityConflicts(
  claim: ReadSentence,
  best: ReadSentence,
  shared: number,
): ValueConflict[] {
  const repeated = shared >= FEWEST_REPEATED && shared / best.terms.size >= SAME_STATEMENT;
  if (shared / claim.terms.size < SAME_MATTER && !repeated) return [];
  const [our, their] = [negationsOf(claim), negationsOf(best)];
  const whole = shared / Math.max(claim.terms.size, best.terms.size) >= SAME_STATEMENT;
  const hedged = HEDGED.test(claim.text) || IMPLICIT.test(claim.text);
  if (!whole) {
    if (hedged || IMPLICIT.test(best.text) || /\?/.test(best.text)) return [];
    return [...deniedHere(claim, our, best), ...deniedThere(claim, best, their)];
  }
  const conflicts: ValueConflict[] = [];
  const [ours, theirs] = [claim.polarity, best.polarity];
  // With several negations on one side there is no telling which of them the other lacks.
  const comparable = our.length + their.length <= 1;
  if (!hedged && comparable && isNegated(our, ours) !== isNegated(their, theirs)) {
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

/** What the claim denies and the passage states without a negation. */
function deniedHere(
  claim: ReadSentence,
  our: readonly TextSpan[],
  best: ReadSentence,
): ValueConflict[] {
  if (best.polarity.negations.length > 0) return [];
  return our.flatMap((negation) => {
    const found = find(scopeOf(claim, negation), best);
    return found === null
      ? []
      : [{ kind: 'negation' as const, claim: span(negation), passage: span(found) }];
  });
}

function deniedThere(
  claim: ReadSentence,
  best: ReadSentence,
  their: readonly TextSpan[],
): ValueConflict[] {
  if (claim.polarity.negations.length > 0) return [];
  return their.flatMap((negation) => {
    const found = find(scopeOf(best, negation), claim);
    return found === null
      ? []
      : [{ kind: 'negation' as const, claim: span(found), passage: span(negation) }];
  });
}

/** The first content words behind a negation; none when what it denies stands further off. */
function scopeOf(sentence: ReadSentence, negation: TextSpan): string[] {
  const after = sentence.words.filter((word) => word.start >= negation.end);
  const first = after.findIndex((word) => word.content);
  if (first < 0 || first > MOST_BETWEEN) return [];
  const content = after.filter((word) => word.content).slice(0, SCOPE);
  return content.map((word) => word.folded);
}

/** Where a sentence has the words of a negation's scope together. */
function find(words: readonly string[], sentence: ReadSentence): ComparedWord | null {
  if (words.length < AGREEING_SCOPE || words.some((word) => PARTIAL.has(word))) return null;
  const content = sentence.words.filter((word) => word.content);
  const found = content.find((_, index) =>
    words
      .slice(0, AGREEING_SCOPE)
      .every((each, offset) => content[index + offset]?.folded === each),
  );
  return found ?? null;
}

/** "No one may" negates as "everyone may not" does, so the two do not conflict. */
function isNegated(negations: readonly TextSpan[], { quantifiers }: Polarity): boolean {
  const nobody = quantifiers.filter((quantifier) => quantifier.class === 'none');
  return (negations.length + nobody.length) % 2 === 1;
}

function scope(quantifier: Quantifier): string {
  return quantifier.class === 'none' ? 'all' : quantifier.class;
}
