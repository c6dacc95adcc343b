import type { DbContext } from '#db/context.ts';
import { type Guard, guards, readGuard } from './refusal-queries.ts';

/** How often each guard of the database refused a write, rolled back or not. */
export async function countRefusals(
  ctx: Pick<DbContext, 'db'>,
): Promise<Array<{ readonly guard: Guard; readonly count: number }>> {
  const counts = [];
  for (const guard of guards) counts.push({ guard, count: await readGuard(ctx, guard) });
  return counts;
}
