import { appendAudit } from '#audit/index.ts';
import type { Actor, DbContext } from '#db/context.ts';
import type { Role } from '#db/roles.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ValidationError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { checkEmail } from './check-email.ts';
import { checkRoles } from './check-roles.ts';

/**
 * A person's account. Without an e-mail address it is one of keys only.
 * @throws ValidationError. @throws ConflictError when the name or the address is taken.
 */
export async function createUser(
  ctx: DbContext,
  input: { name: string; roles: readonly Role[]; email?: string | null | undefined },
): Promise<Actor & { readonly userId: string }> {
  const name = checkName(input.name);
  const roles = checkRoles(input.roles);
  const email = input.email == null ? null : checkEmail(input.email);
  return withTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .insertInto('app_user')
      .values({ id: newId(), name, email, roles, created_at: ctx.clock(), disabled_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) throw await taken(ctx, name);
    await appendAudit(ctx, [
      {
        action: 'user.created',
        entityType: 'app_user',
        entityId: row.id,
        details: { roles, with_email: email !== null },
      },
    ]);
    return { userId: row.id, name, roles };
  });
}

function checkName(raw: string): string {
  const name = raw.normalize('NFC').trim();
  if (name !== '' && name.length <= 100 && !/\p{Cc}/u.test(name)) return name;
  throw new ValidationError('a user name has 1 to 100 characters', {
    field: 'name',
    remedy: 'Give a name of one line.',
  });
}

async function taken(ctx: DbContext, name: string): Promise<ConflictError> {
  const named = await ctx.db
    .selectFrom('app_user')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  return named === undefined
    ? new ConflictError('there is a user with this address already', {
        field: 'email',
        remedy: 'Give another address, or none.',
      })
    : new ConflictError(`there is a user named ${name} already`, {
        field: 'name',
        remedy: 'Choose another name; names of disabled users stay taken.',
      });
}
