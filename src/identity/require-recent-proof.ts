import type { DbContext } from '#db/context.ts';
import { ConfirmationNeededError } from '#platform/errors.ts';

/**
 * What binds the team needs the person, not a browser left open: a session must have been confirmed
 * within `confirmMs`. A key proves itself with each request. @throws ConfirmationNeededError
 */
export function requireRecentProof(
  ctx: Pick<DbContext, 'actor' | 'clock'>,
  confirmMs: number,
): void {
  const { credential } = ctx.actor;
  if (credential?.kind !== 'session') return;
  const confirmedAt = credential.confirmedAt?.getTime() ?? 0;
  if (ctx.clock().getTime() - confirmedAt <= confirmMs) return;
  throw new ConfirmationNeededError('you signed in too long ago to decide', {
    field: 'session',
    remedy: 'Give your password, or a code, once more.',
  });
}
