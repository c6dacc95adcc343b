import { z } from '@hono/zod-openapi';
import type { AppError } from '#platform/errors.ts';

/** Why one row of many was refused. */
export const RowError = z
  .object({
    code: z.string().openapi({ description: 'The kind of problem, as in /problems/….' }),
    detail: z.string(),
    field: z.string().nullable(),
    remedy: z.string().nullable(),
  })
  .openapi('RowError');

export function rowError({ code, message, field, remedy }: AppError): z.infer<typeof RowError> {
  return { code, detail: message, field, remedy };
}
