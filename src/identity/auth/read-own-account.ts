import type { DbContext } from '#db/context.ts';
import { accountById } from './accounts.ts';
import { listSessions, type OwnSession } from './end-sessions.ts';

/** What the page of one's own account shows. */
export interface OwnAccount {
  readonly hasPassword: boolean;
  readonly twoFactor: boolean;
  readonly sessions: readonly OwnSession[];
}

export async function readOwnAccount(ctx: DbContext): Promise<OwnAccount> {
  const account = ctx.actor.userId === null ? null : await accountById(ctx, ctx.actor.userId);
  return {
    hasPassword: account?.hash != null,
    twoFactor: account?.twoFactor ?? false,
    sessions: await listSessions(ctx),
  };
}
