import type { GateFailure } from '../gate/gate-failures.ts';
import type { DraftSentence } from '../types.ts';
import type { Found, LintCode } from './lint-codes.ts';
import type { LintInput } from './lint-input.ts';
import { offendingSpans } from './offending-spans.ts';

const PROMISED_QUOTE: ReadonlySet<DraftSentence['role']> = new Set(['FACT', 'WHY', 'ALTERNATIVE']);
/** What other rules already say of a sentence that cites nothing. */
const UNCITED: ReadonlySet<LintCode> = new Set<LintCode>([
  'headline_uncited',
  'headline_not_fact',
  'first_uncited',
  'why_uncited',
]);

/**
 * R8 and R9, and the gate's share in R2 and R3: each failed check with the words it is about. The gate
 * alone decides whether a sentence fails; `before` are the findings of the other rules, so that nobody
 * reads the same fault twice.
 */
export function gateFindings(input: LintInput, before: readonly Found[]): Found[] {
  const sentences = [input.headline, ...input.sentences];
  const found: Found[] = input.claim.checkable ? [] : [{ code: 'answers_opinion', sentence: null }];
  const failuresOf = new Map(
    input.gate.dropped.map(({ sentence, failures }) => [sentence, failures] as const),
  );
  for (const [ordinal, sentence] of sentences.entries()) {
    const failures = failuresOf.get(sentence) ?? [];
    const told = before.filter((each) => each.sentence === ordinal);
    const uncited = PROMISED_QUOTE.has(sentence.role) && sentence.citations.length === 0;
    if (uncited && !told.some(({ code }) => UNCITED.has(code))) {
      found.push({ code: 'uncited', sentence: ordinal });
    }
    const named = failures.filter((failure) => failure !== 'unsupported_sentence');
    // Which words nobody says is only worth telling when nothing more exact is known.
    const shown = named.length > 0 || uncited ? named : failures;
    for (const failure of shown) {
      const code = codeOf(failure, sentence, ordinal);
      if (code === null || told.some((each) => each.code === code)) continue;
      const spans = offendingSpans(failure, sentence, input);
      if (spans.length === 0) found.push({ code, sentence: ordinal });
      for (const { start, end, text } of spans) {
        found.push({ code, sentence: ordinal, span: { start, end }, values: [text] });
      }
    }
  }
  return found;
}

/** Null: another finding says it. */
function codeOf(failure: GateFailure, { role }: DraftSentence, ordinal: number): LintCode | null {
  if (failure === 'answers_opinion') return null;
  if (failure === 'restates_myth') {
    if (role === 'MYTH') return null;
    return ordinal === 0 ? 'headline_restates_myth' : 'restates_myth';
  }
  if (failure !== 'unsupported_sentence') return failure;
  if (role === 'WARNING') return 'altered_warning';
  return role === 'MYTH' ? 'altered_myth' : failure;
}
