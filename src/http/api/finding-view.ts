import { z } from '@hono/zod-openapi';
import type { StoredFinding } from '#db/schema/index.ts';
import { type LintCode, lintTexts } from '#drafting/index.ts';

/** What the linter found, as the contract shows it. */
export const Finding = z
  .object({
    rule: z.string().openapi({ description: 'R1 to R10 of the rebuttal rules.', example: 'R8' }),
    severity: z.enum(['H', 'W']).openapi({ description: 'H blocks, W warns both reviewers.' }),
    code: z.string().openapi({ description: 'Closed list; also the key of its texts.' }),
    sentence: z.int().nullable().openapi({ description: '0 is the headline; null: the draft.' }),
    start: z.int().nullable().openapi({
      description: 'Unicode code points into the sentence; null: all of it.',
    }),
    end: z.int().nullable(),
    values: z.array(z.string()).openapi({ description: 'The words it is about.' }),
    message: z.string().openapi({ description: 'What is wrong, in English.' }),
    remedy: z.string().openapi({ description: 'What to do, in English.' }),
  })
  .openapi('Finding');

export function renderFinding(finding: StoredFinding): z.infer<typeof Finding> {
  const { message, remedy } = lintTexts[finding.code as LintCode];
  return { ...finding, values: [...finding.values], message, remedy };
}
