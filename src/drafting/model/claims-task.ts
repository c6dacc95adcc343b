import { z } from 'zod';
import type { PromptTask } from '#ai/prompt-variables.ts';

/** What a language model may say a claim is. */
export const proposedKinds = [
  'factual',
  'opinion',
  'criticism',
  'question',
  'prediction',
  'satire',
  'call_to_action',
  'other',
] as const;

const ClaimKinds = z.strictObject({
  kinds: z.array(z.strictObject({ id: z.string(), kind: z.enum(proposedKinds) })),
});

export const claimsTask: PromptTask<z.infer<typeof ClaimKinds>> = {
  task: 'claims',
  version: 1,
  schemaName: 'claim_kinds',
  schema: ClaimKinds,
  variables: { claims: 'list' },
  sample: {
    claims: [
      { id: '0a1b2c3d4e', text: 'Thư viện giả định mở cửa từ 9 giờ.' },
      { id: '5f60718293', text: 'Mở cửa như thế là quá muộn!' },
    ],
  },
};
