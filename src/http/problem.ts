import { z } from '@hono/zod-openapi';

const fault = {
  field: z
    .string()
    .optional()
    .openapi({ description: 'What is at fault, as the caller named it.' }),
  remedy: z.string().optional().openapi({ description: 'What to do about it.' }),
};

/** What every error looks like (RFC 9457). */
export const Problem = z
  .object({
    type: z.string().openapi({ description: 'Names the kind of problem.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z
      .string()
      .openapi({ description: 'Identifier of this request, also in X-Request-Id and in the log.' }),
    ...fault,
    errors: z
      .array(
        z.object({
          detail: z.string(),
          pointer: z
            .string()
            .optional()
            .openapi({ description: 'JSON Pointer into the request body (RFC 6901).' }),
          ...fault,
        }),
      )
      .optional()
      .openapi({ description: 'Every fault found, when there can be several.' }),
  })
  .openapi('Problem', {
    example: {
      type: '/problems/validation',
      title: 'The request is not valid',
      status: 400,
      detail: 'not a web address',
      instance: '019ab2c4-5d6e-7f80-9123-456789abcdef',
      field: 'posts[3].url',
      remedy: 'Give an address that starts with https://, or leave it out.',
    },
  });

export type Problem = z.infer<typeof Problem>;
