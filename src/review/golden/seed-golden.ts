import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { LabelledSentence } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { hashContent } from '#drafting/index.ts';
import { requirePermission } from '#identity/index.ts';
import { ConflictError, ForbiddenError, ValidationError } from '#platform/errors.ts';
import { citesEnded } from '../cites-ended.ts';
import { copyDraft } from './copy-draft.ts';
import { copyPost } from './copy-post.ts';
import { readSource } from './golden-source.ts';
import { type GoldenFault, plantFault, type PlantedSentence } from './plant-fault.ts';

export interface NewGolden {
  /** Of an approved answer in force. */
  readonly draftId: string;
  /** Null: a control, to be approved as it is. */
  readonly fault: GoldenFault | null;
}

/**
 * Makes a review item whose right answer is known: a copy of an approved answer with at most one planted
 * fault. It looks like any other in review, and is approved, counted, found and exported nowhere.
 * @throws ConflictError when the draft is not approved and in force | ValidationError when it has no room
 * for the fault
 */
export async function seedGolden(ctx: DbContext, input: NewGolden): Promise<{ postId: string }> {
  requirePermission(ctx.actor, 'golden.manage');
  const { userId } = ctx.actor;
  if (userId === null) throw new ForbiddenError('only a person can seed golden items');
  return withTransaction(ctx, async (ctx) => {
    const source = await readSource(ctx, input.draftId);
    if (source === null || (await citesEnded(ctx, input.draftId))) {
      throw new ConflictError('no approved answer in force has this draft', {
        field: 'draft_id',
        remedy: 'Choose the draft of an answer that is approved today.',
      });
    }
    const { sentences, faulty } = withFault(source, input.fault);
    const [headline, ...rest] = sentences as [PlantedSentence, ...PlantedSentence[]];
    const contentSha256 = await hashContent({
      headline,
      sentences: rest,
      language: source.draft.language,
      audience: source.draft.audience,
      length: source.draft.length,
      reviewBy: source.draft.review_by,
      noAlternative: source.draft.no_alternative,
    });
    const { postId, claimIdOf } = await copyPost(ctx, source.draft.post_id);
    const draftId = await copyDraft(ctx, {
      source: source.draft,
      postId,
      claimId: claimIdOf.get(source.draft.claim_id) as string,
      sentences,
      contentSha256,
    });
    const expected: LabelledSentence[] = sentences.map((_, ordinal) => ({
      ordinal,
      label: ordinal === faulty ? 'not_supported' : 'supported',
    }));
    await ctx.db
      .insertInto('golden_item')
      .values({
        post_id: postId,
        source_draft_id: input.draftId,
        draft_id: draftId,
        fault: input.fault,
        expected_labels: JSON.stringify(expected),
        expected_verdict: input.fault === null ? 'approve' : 'return',
        seeded_by: userId,
        seeded_at: ctx.clock(),
        retired_at: null,
      })
      .execute();
    await appendAudit(ctx, [
      {
        action: 'golden.seeded',
        entityType: 'golden_item',
        entityId: postId,
        details: { source: input.draftId, fault: input.fault },
        after: { content_sha256: contentSha256 },
      },
    ]);
    return { postId };
  });
}

type Source = NonNullable<Awaited<ReturnType<typeof readSource>>>;

function withFault(
  source: Source,
  fault: GoldenFault | null,
): { sentences: readonly PlantedSentence[]; faulty: number | null } {
  if (fault === null) return { sentences: source.sentences, faulty: null };
  const planted = plantFault(source.sentences, fault, {
    language: source.draft.language,
    names: source.names,
    elsewhere: source.elsewhere,
  });
  if (planted === null) {
    throw new ValidationError(`no sentence of this draft has room for ${fault}`, {
      field: 'fault',
      remedy: 'Choose another fault, or another draft.',
    });
  }
  const { ordinal, sentence } = planted;
  return { sentences: source.sentences.with(ordinal, sentence), faulty: ordinal };
}
