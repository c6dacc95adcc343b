import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError } from '#platform/errors.ts';
import { contribute } from './contribute.ts';
import { type EditedDraft, judgeEdit } from './judge-edit.ts';
import { openDraft } from './open-draft.ts';
import { storeDraft } from './store-draft.ts';

export interface EditInput extends EditedDraft {
  /** The revision the person saw; another one since is a conflict. */
  readonly baseRevision: number;
}

/**
 * Stores a person's own wording as the next revision, through the same gate and linter as the
 * machine's. Sentences that fail are kept with what is wrong with them, and the revision is blocked: it
 * can be neither submitted nor approved. The person is a contributor from then on. Only a quote that is
 * not in its passage is refused. @throws ValidationError | ConflictError | NotFoundError
 */
export async function editDraft(
  ctx: DbContext,
  input: EditInput,
): Promise<{ draftId: string; revision: number; blocked: boolean }> {
  return withTransaction(ctx, async (ctx) => {
    // Two edits of one post take turns, so that the second sees the first.
    await ctx.db
      .selectFrom('post')
      .select('id')
      .where('id', '=', input.postId)
      .forUpdate()
      .execute();
    const { base, draft } = await judgeEdit(ctx, input, { unlocated: 'refuse' });
    if (base.revision !== input.baseRevision) {
      throw new ConflictError(`the draft is at revision ${base.revision} by now`, {
        field: 'base_revision',
        remedy: 'Load the draft again and make your change there.',
      });
    }
    await openDraft(ctx, input.postId);
    await contribute(ctx, input.postId, 'draft');
    const { postId } = input;
    const { draftId, revision, entry } = await storeDraft(ctx, {
      postId,
      claimId: base.claimId,
      draft,
    });
    await appendAudit(ctx, [entry]);
    return { draftId, revision, blocked: draft.blocked };
  });
}
