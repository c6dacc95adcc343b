import type { DbContext } from '#db/context.ts';
import { type Attempt, make, type Outcome } from './attempt.ts';
import { decisionAttempts } from './decisions.ts';
import { setStage } from './stage.ts';
import { statementAttempts } from './statements.ts';

/** Every attempt there is, in the order they are made. */
export const attempts: readonly Attempt[] = [...decisionAttempts, ...statementAttempts];

/** Makes every attempt for real against a migrated, otherwise empty database. */
export async function makeAttempts(ctx: DbContext, role: string): Promise<Outcome[]> {
  const stage = await setStage(ctx, role);
  const outcomes: Outcome[] = [];
  for (const attempt of attempts) outcomes.push(await make(stage, attempt));
  return outcomes;
}
