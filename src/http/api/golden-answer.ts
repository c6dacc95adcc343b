import { z } from '@hono/zod-openapi';
import { type GoldenResult, sentenceLabels, verdicts } from '#review/index.ts';

const label = z.enum(sentenceLabels);

export const GoldenAnswer = z
  .object({
    fault: z
      .string()
      .nullable()
      .openapi({ description: 'What was planted; null: nothing, it was a control.' }),
    expected_verdict: z.enum(verdicts),
    right_verdict: z.boolean(),
    right_labels: z
      .number()
      .openapi({ description: 'Share of sentences labelled as expected, 0 to 1.' }),
    differences: z.array(z.object({ ordinal: z.int(), expected: label, given: label.nullable() })),
  })
  .openapi('GoldenAnswer');

export function renderGolden(golden: GoldenResult | null): z.infer<typeof GoldenAnswer> | null {
  if (golden === null) return null;
  return {
    fault: golden.fault,
    expected_verdict: golden.expectedVerdict,
    right_verdict: golden.rightVerdict,
    right_labels: golden.rightLabels,
    differences: golden.differences.map((one) => ({ ...one })),
  };
}
