import type { LabelledSentence, SentenceLabel, Verdict } from '#db/schema/index.ts';
import { ValidationError } from '#platform/errors.ts';

export const verdicts = ['approve', 'return', 'decline'] as const satisfies readonly Verdict[];
export const sentenceLabels = [
  'supported',
  'not_supported',
  'unclear',
  'tone',
] as const satisfies readonly SentenceLabel[];

/**
 * Whether every sentence of a draft has exactly one label, and none that speaks against the verdict.
 * `ordinals` are those of the draft, 0 its headline. @throws ValidationError naming the sentence.
 */
export function checkLabels(
  ordinals: readonly number[],
  labels: readonly LabelledSentence[],
  verdict: Verdict,
): void {
  const seen = new Set<number>();
  for (const { ordinal } of labels) {
    if (!ordinals.includes(ordinal)) {
      throw fault(ordinal, 'is not in this draft', 'Judge the sentences of the draft you read.');
    }
    if (seen.has(ordinal)) throw fault(ordinal, 'is judged twice', 'Give each sentence one label.');
    seen.add(ordinal);
  }
  const missing = ordinals.find((ordinal) => !seen.has(ordinal));
  if (missing !== undefined) {
    throw fault(missing, 'is not judged', 'Give every sentence, and the headline (0), one label.');
  }
  const refuted = labels.find(({ label }) => label === 'not_supported');
  if (verdict === 'approve' && refuted !== undefined) {
    throw fault(
      refuted.ordinal,
      'was found not supported: the draft cannot be approved',
      'Return or decline the draft, or judge that sentence again.',
    );
  }
}

function fault(ordinal: number, what: string, remedy: string): ValidationError {
  return new ValidationError(`sentence ${ordinal} ${what}`, { field: 'labels', remedy });
}
