import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { Role } from '#db/roles.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ValidationError } from '#platform/errors.ts';
import { findUser } from '../find-user.ts';
import { requirePermission } from '../permissions.ts';
import { readUser } from '../read-user.ts';
import { keyScopes } from './key-scopes.ts';
import { defaultKeyDays, keyEnd } from './key-validity.ts';
import { type IssuedKey, storeKey } from './store-key.ts';

export type NewKey = ({ readonly userName: string } | { readonly userId: string }) & {
  readonly label: string;
  /** Actions it is limited to; null or left out: all its person may do. */
  readonly scopes?: readonly string[] | null | undefined;
  /** 1 to 366, 90 unless told; null: for ever, only for the system. */
  readonly days?: number | null | undefined;
};

/**
 * A key for oneself, or, by who manages users, for another.
 * @throws NotFoundError. @throws ValidationError. @throws ConflictError for a disabled account.
 * @throws ForbiddenError when another's, or beyond what the issuer may pass on.
 */
export async function issueKey(ctx: DbContext, input: NewKey): Promise<IssuedKey> {
  const label = checkLabel(input.label);
  return withTransaction(ctx, async (ctx) => {
    const owner = await ownerOf(ctx, input);
    const { actor: issuer } = ctx;
    if (issuer.userId !== null && issuer.userId !== owner.userId) {
      requirePermission(issuer, 'users.manage');
    }
    const scopes = keyScopes(input.scopes ?? null, { owner, issuer });
    const days = input.days === undefined ? defaultKeyDays : input.days;
    const expiresAt = keyEnd(days, { at: ctx.clock(), issuer });
    const issued = await storeKey(ctx, { userId: owner.userId, label, scopes, expiresAt });
    await appendAudit(ctx, [
      {
        action: 'key.issued',
        entityType: 'api_key',
        entityId: issued.id,
        details: { user: owner.name, scopes, expires_at: expiresAt?.toISOString() ?? null },
      },
    ]);
    return issued;
  });
}

function checkLabel(raw: string): string {
  const label = raw.normalize('NFC').trim();
  if (label !== '' && label.length <= 100) return label;
  throw new ValidationError('a label has 1 to 100 characters', {
    field: 'label',
    remedy: 'Say what the key is for.',
  });
}

async function ownerOf(
  ctx: DbContext,
  input: NewKey,
): Promise<{ userId: string; name: string; roles: readonly Role[] }> {
  if ('userName' in input) return findUser(ctx, input.userName);
  const { id, name, roles, disabledAt } = await readUser(ctx, { id: input.userId });
  if (disabledAt === null) return { userId: id, name, roles };
  throw new ConflictError('this account is disabled', {
    field: 'user_id',
    remedy: 'Keys are issued for accounts in use.',
  });
}
