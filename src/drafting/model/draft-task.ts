import { z } from 'zod';
import type { PromptTask } from '#ai/prompt-variables.ts';
import { draftAudiences, draftLengths } from '../draft-forms.ts';
import { draftLanguages } from '../extractive/templates.ts';

const Quote = { passage_id: z.string(), quote: z.string() };

/** What a language model may answer: which quotes of which passages, in which order, and nothing else. */
export const ArrangedQuotes = z.strictObject({
  headline: z.strictObject(Quote),
  sentences: z.array(
    z.strictObject({
      // WARNING and MYTH are ours.
      role: z.enum(['FACT', 'WHY', 'ALTERNATIVE']),
      connecting: z.string(),
      ...Quote,
    }),
  ),
});
export type ArrangedQuotes = z.infer<typeof ArrangedQuotes>;

export const draftTask: PromptTask<ArrangedQuotes> = {
  task: 'draft',
  version: 1,
  schemaName: 'arranged_quotes',
  schema: ArrangedQuotes,
  variables: {
    language: draftLanguages,
    audience: draftAudiences,
    length: draftLengths,
    claim: 'text',
    passages: 'list',
  },
  sample: {
    language: 'vi',
    audience: 'domestic',
    length: 'statement',
    claim: 'Thư viện giả định mở cửa từ 9 giờ.',
    passages: [
      {
        id: '0a1b2c3d4e',
        text: 'Thư viện giả định mở cửa từ 8 giờ đến 17 giờ các ngày trong tuần.',
      },
      { id: '5f60718293', text: 'Thư viện giả định đóng cửa vào ngày lễ.' },
    ],
  },
};
