import { z } from '@hono/zod-openapi';
import { day } from './fields.ts';

/** Where a version stands today, as the contract shows it. */
export const Standing = z
  .object({
    state: z.enum([
      'draft',
      'discarded',
      'not_yet',
      'in_force',
      'superseded',
      'withdrawn',
      'expired',
    ]),
    since: day.nullable().openapi({ description: 'First day of this state, where it is known.' }),
    until: day.nullable().openapi({ description: 'First day after it, where it is known.' }),
    reason: z.string().nullable().openapi({ description: 'Why it was withdrawn.' }),
    successor: z
      .object({
        number: z.int(),
        title: z.string().nullable().openapi({ description: 'Null: of the same document.' }),
      })
      .nullable(),
  })
  .openapi('Standing');

/** Where a version stands today, by its dates alone. */
export const StandingToday = Standing.pick({ state: true, since: true, until: true }).openapi(
  'StandingToday',
);
