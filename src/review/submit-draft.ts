import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import type { StoredFinding } from '#db/schema/index.ts';
import { blocksRevision, contribute, type LintCode, lintTexts } from '#drafting/index.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';
import { citesEnded } from './cites-ended.ts';

/**
 * Puts a draft before the reviewers. Needs a decision to respond, a person's CONTRADICTED on the claim it
 * answers, and a revision that gate and linter do not block. @throws NotFoundError | ConflictError saying what is missing.
 */
export async function submitDraft(
  ctx: DbContext,
  input: { postId: string; contentSha256: string },
): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const draft = await ctx.db
      .selectFrom('draft as d')
      .innerJoin('assessment as a', (join) =>
        join.onRef('a.claim_id', '=', 'd.claim_id').on('a.current', '=', true),
      )
      .leftJoin('response_decision as r', (join) =>
        join.onRef('r.post_id', '=', 'd.post_id').on('r.current', '=', true),
      )
      .select([
        'd.id',
        'd.revision',
        'd.content_sha256',
        'd.blocked',
        'd.lint',
        'a.outcome',
        'a.decided_by',
        'r.decision',
      ])
      .where('d.post_id', '=', input.postId)
      .orderBy('d.revision', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (draft === undefined) throw new NotFoundError('this post has no draft', { field: 'post' });
    if (draft.content_sha256 !== input.contentSha256) {
      throw new ConflictError('the draft has changed since you read it', {
        field: 'content_sha256',
        remedy: 'Load the draft again and submit what you see there.',
      });
    }
    if (draft.decision !== 'respond') {
      throw new ConflictError('nobody has decided to respond to this post', {
        field: 'response',
        remedy: 'Record a response decision with its reason first.',
      });
    }
    if (draft.outcome !== 'CONTRADICTED' || draft.decided_by === null) {
      throw new ConflictError(`the answered claim is ${draft.outcome}`, {
        field: 'outcome',
        remedy: 'A person sets it to CONTRADICTED first; other outcomes are not answered.',
      });
    }
    if (draft.blocked) throw blockedError(draft.lint?.findings ?? []);
    if (await citesEnded(ctx, draft.id)) {
      throw new ConflictError('a version this draft cites is out of force', {
        field: 'draft',
        remedy: 'Draft again from what is in force, then submit that.',
      });
    }
    const post = await ctx.db
      .updateTable('post')
      .set({ state: 'IN_REVIEW' })
      .where('id', '=', input.postId)
      .where('state', '=', 'IN_DRAFT')
      .returning('id')
      .executeTakeFirst();
    if (post === undefined) {
      throw new ConflictError('this post is not open for drafting', {
        field: 'post',
        remedy: 'A returned draft is changed before it is submitted again.',
      });
    }
    await contribute(ctx, input.postId, 'submit');
    await appendAudit(ctx, [
      {
        action: 'draft.submitted',
        entityType: 'draft',
        entityId: draft.id,
        details: { post: input.postId, revision: draft.revision },
        after: { content_sha256: draft.content_sha256 },
      },
    ]);
  });
}

/** Names the first finding that blocks, by its sentence, with what to do. */
function blockedError(findings: readonly StoredFinding[]): ConflictError {
  const first = findings.find(blocksRevision);
  if (first === undefined) {
    return new ConflictError('the draft does not pass its gate and linter', {
      field: 'draft',
      remedy: 'Edit it or draft again: the next revision is checked anew.',
    });
  }
  const { message, remedy } = lintTexts[first.code as LintCode];
  const words = first.values.length === 0 ? '' : ` (${first.values.join(', ')})`;
  return new ConflictError(`${first.rule} ${first.code}: ${message}${words}`, {
    field: fieldOf(first.sentence),
    remedy,
  });
}

function fieldOf(sentence: number | null): string {
  if (sentence === null) return 'sentences';
  return sentence === 0 ? 'headline' : `sentences[${sentence - 1}]`;
}
