import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import { requirePermission } from '../permissions.ts';

export interface Key {
  readonly id: string;
  readonly userId: string;
  readonly userName: string;
  readonly label: string;
  /** Actions it is limited to; null: all its person may do. */
  readonly scopes: readonly string[] | null;
  /** Null: by a command beside the database. */
  readonly issuedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly rotatedTo: string | null;
  /** Vietnamese day, YYYY-MM-DD; null: never. */
  readonly lastUsedOn: string | null;
}

/**
 * Keys of one account, newest first, ended ones too; the secret is nowhere. Null: of all accounts.
 * @throws ForbiddenError for others' without the permission to manage users.
 */
export async function listKeys(
  ctx: Pick<DbContext, 'db' | 'actor'>,
  input: { userId: string | null; cursor?: string | null | undefined; limit: number },
): Promise<Page<Key>> {
  const { actor } = ctx;
  if (actor.userId !== null && actor.userId !== input.userId) {
    requirePermission(actor, 'users.manage');
  }
  let query = ctx.db
    .selectFrom('api_key as k')
    .innerJoin('app_user as u', 'u.id', 'k.user_id')
    .leftJoin('app_user as i', 'i.id', 'k.issued_by')
    .select([
      'k.id',
      'k.user_id as userId',
      'u.name as userName',
      'k.label',
      'k.scopes',
      'i.name as issuedBy',
      'k.created_at as createdAt',
      'k.expires_at as expiresAt',
      'k.revoked_at as revokedAt',
      'k.rotated_to as rotatedTo',
      'k.last_used_on as lastUsedOn',
    ])
    .orderBy('k.id', 'desc')
    .limit(input.limit + 1);
  if (input.userId !== null) query = query.where('k.user_id', '=', input.userId);
  if (input.cursor) query = query.where('k.id', '<', decodeCursor(input.cursor));
  return toPage(await query.execute(), input.limit, (key) => key.id);
}
