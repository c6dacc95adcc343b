import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ValidationError } from '#platform/errors.ts';
import type { Action } from '../permissions.ts';
import { refuseWider } from './key-scopes.ts';
import { defaultKeyDays, keyEnd } from './key-validity.ts';
import { holdKey, noSuchKey } from './own-key.ts';
import { type IssuedKey, storeKey } from './store-key.ts';

const hourMs = 3_600_000;
export const defaultOverlapHours = 24;
export const maxOverlapHours = 168;

/**
 * A new key with the label and scopes of one's old one, which works on until the overlap ends, so that
 * what uses it can be changed meanwhile. An admin revokes others' keys and does not come by new ones.
 * @throws NotFoundError. @throws ConflictError when it was rotated before. @throws ValidationError.
 */
export async function rotateKey(
  ctx: DbContext,
  input: { id: string; overlapHours?: number | undefined; days?: number | undefined },
): Promise<IssuedKey> {
  const { overlapHours = defaultOverlapHours, days = defaultKeyDays } = input;
  if (!(overlapHours >= 0 && overlapHours <= maxOverlapHours)) {
    throw new ValidationError(`two keys work side by side for 0 to ${maxOverlapHours} hours`, {
      field: 'overlap_hours',
      remedy: `Leave it out for ${defaultOverlapHours} hours.`,
    });
  }
  return withTransaction(ctx, async (ctx) => {
    const { userId } = ctx.actor;
    const old = await holdKey(ctx, input.id);
    if (userId !== null && old.user_id !== userId) noSuchKey();
    refuseWider(ctx.actor, old.scopes);
    const at = ctx.clock();
    const expiresAt = keyEnd(days, { at, issuer: ctx.actor });
    const issued = await storeKey(ctx, {
      userId: old.user_id,
      label: old.label,
      // What was issued as a scope was an action then.
      scopes: old.scopes as Action[] | null,
      expiresAt,
    });
    const overlapEnds = new Date(at.getTime() + overlapHours * hourMs);
    const rotated = await ctx.db
      .updateTable('api_key')
      .set((eb) => ({
        rotated_to: issued.id,
        expires_at: eb.fn<Date>('least', ['expires_at', eb.val(overlapEnds)]),
      }))
      .where('id', '=', old.id)
      .where('rotated_to', 'is', null)
      .executeTakeFirst();
    if (rotated.numUpdatedRows !== 1n) {
      throw new ConflictError('this key was rotated before', {
        field: 'id',
        remedy: 'Rotate the key that took its place.',
      });
    }
    await appendAudit(ctx, [
      {
        action: 'key.issued',
        entityType: 'api_key',
        entityId: issued.id,
        details: { rotated_from: old.id, scopes: old.scopes, expires_at: expiresAt?.toISOString() },
      },
      {
        action: 'key.rotated',
        entityType: 'api_key',
        entityId: old.id,
        details: { to: issued.id, works_until: overlapEnds.toISOString() },
      },
    ]);
    return issued;
  });
}
