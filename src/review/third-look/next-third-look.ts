import type { DbContext } from '#db/context.ts';
import { requirePermission } from '#identity/index.ts';
import { pendingThirdLooks } from './pending-third-looks.ts';

export interface PendingThirdLook {
  readonly approvalId: string;
  readonly postId: string;
  readonly contentSha256: string;
  /** How many await the acting reviewer, this one included. */
  readonly waiting: number;
}

/** The oldest approved answer that awaits a third look by the acting reviewer; null: none does. */
export async function nextThirdLook(
  ctx: Pick<DbContext, 'db' | 'actor'>,
): Promise<PendingThirdLook | null> {
  requirePermission(ctx.actor, 'third_look.give');
  const [first] = await pendingThirdLooks(ctx)
    .select((eb) => eb.fn.countAll<number>().over().as('waiting'))
    .orderBy('t.chosen_at')
    .orderBy('a.id')
    .limit(1)
    .execute();
  if (first === undefined) return null;
  const { id, post_id: postId, content_sha256: contentSha256, waiting } = first;
  return { approvalId: id, postId, contentSha256, waiting };
}
