import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { mergeAccounts } from '#identity/index.ts';
import { type RevokedForMerge, revokeForMerge } from './decision/revoke-for-merge.ts';

export interface MergeInput {
  /** The account that is closed. */
  readonly from: string;
  /** The account the person goes on with. */
  readonly into: string;
  readonly reason: string;
}

export interface MergeResult extends RevokedForMerge {
  /** Ids of what stands although one person both made and approved it, by kind. */
  readonly decidedAlone: Awaited<ReturnType<typeof mergeAccounts>>['decidedAlone'];
}

/** Records that two accounts are one person, and ends what rested on their being two. @throws as `mergeAccounts` */
export async function mergePeople(ctx: DbContext, input: MergeInput): Promise<MergeResult> {
  return withTransaction(ctx, async (ctx) => {
    const { userIds, decidedAlone } = await mergeAccounts(ctx, input);
    return { ...(await revokeForMerge(ctx, { userIds })), decidedAlone };
  });
}

/** Rolls a transaction back that only tried something. */
class OnlyTried extends Error {
  override name = 'OnlyTried';
}

/** What `mergePeople` would end; nothing is kept. @throws as `mergeAccounts` */
export async function previewMerge(ctx: DbContext, input: MergeInput): Promise<MergeResult> {
  let found: MergeResult | undefined;
  try {
    await withTransaction(ctx, async (ctx) => {
      found = await mergePeople(ctx, input);
      throw new OnlyTried();
    });
  } catch (error) {
    if (!(error instanceof OnlyTried) || found === undefined) throw error;
  }
  return found as MergeResult;
}
