import type { z } from 'zod';
import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import type { DocumentMetadata, MetadataProposal } from '#db/schema/index.ts';
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from '#platform/errors.ts';
import { embedPassagesJob } from './import-documents.ts';
import { DocumentInput, toDocumentInput } from './document-input.ts';
import { metadataOf } from './metadata.ts';
import { rebuildPassages } from './rebuild-passages.ts';

/** What an editor may change of a draft: everything but its key and text. */
export const DraftChanges = DocumentInput.omit({ key: true, text: true, supersedes: true })
  .partial()
  .strict();
export type DraftChanges = z.infer<typeof DraftChanges>;

export interface EditInput {
  readonly versionId: string;
  /** The revision that was read. */
  readonly revision: number;
  readonly changes: DraftChanges;
  /** Fields whose proposed value is taken; a change of the same field wins. */
  readonly accept?: readonly string[];
}

/**
 * Changes what a draft version says of itself, and makes the editor one of its authors, who cannot
 * approve it. A new title or language cuts and indexes its passages anew. Returns the new revision.
 * @throws ValidationError | NotFoundError; ConflictError when it is no draft, or changed since it was read.
 */
export async function editDraftVersion(ctx: DbContext, input: EditInput): Promise<number> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('a change belongs to a user');
  return withTransaction(ctx, async (ctx) => {
    const draft = await lockDraft(ctx, input);
    refuseNothing(input, draft.proposals);
    const accepted = Object.fromEntries(
      draft.proposals
        .filter(({ field }) => input.accept?.includes(field))
        .map(({ field, value }) => [field, value]),
    );
    const document = toDocumentInput(
      {
        ...draft.metadata,
        key: draft.key,
        issued_on: draft.issued_on,
        valid_from: draft.valid_from,
        valid_to: draft.valid_to,
        source_url: draft.source_url,
        recheck_by: draft.recheck_by,
        ...accepted,
        ...input.changes,
        text: draft.canonical_text,
      },
      draft.key,
    );
    const metadata = metadataOf(document);
    const decided = new Set([...Object.keys(input.changes), ...(input.accept ?? [])]);
    const revision = draft.revision + 1;
    const after = {
      issued_on: document.issued_on ?? null,
      valid_from: document.valid_from ?? draft.valid_from,
      valid_to: document.valid_to ?? null,
      source_url: document.source_url ?? null,
      recheck_by: document.recheck_by ?? null,
    };
    await ctx.db
      .updateTable('document_version')
      .set({
        ...after,
        metadata: JSON.stringify(metadata),
        proposals: JSON.stringify(draft.proposals.filter(({ field }) => !decided.has(field))),
        revision,
      })
      .where('id', '=', input.versionId)
      .where('status', '=', 'draft')
      .where('revision', '=', input.revision)
      .execute();
    await ctx.db
      .insertInto('version_contribution')
      .values({ version_id: input.versionId, user_id: userId, contributed_at: ctx.clock() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (isSearchedOtherwise(draft.metadata, metadata)) {
      await rebuildPassages(ctx, { versionId: input.versionId, document, was: draft.metadata });
      await ctx.jobs.enqueue(ctx.db, embedPassagesJob, [{}]);
    }
    await appendAudit(ctx, [
      {
        action: 'version.edited',
        entityType: 'document_version',
        entityId: input.versionId,
        details: { revision, fields: [...decided].toSorted() },
        before: { metadata: draft.metadata, revision: draft.revision },
        after: { metadata, ...after, revision },
      },
    ]);
    return revision;
  });
}

async function lockDraft(ctx: DbContext, { versionId, revision }: EditInput) {
  const draft = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['d.key', 'v.status', 'v.revision', 'v.metadata', 'v.proposals', 'v.canonical_text'])
    .select(['v.issued_on', 'v.valid_from', 'v.valid_to', 'v.source_url', 'v.recheck_by'])
    .where('v.id', '=', versionId)
    .forUpdate('v')
    .executeTakeFirst();
  if (draft === undefined) throw new NotFoundError('no such version', { field: 'version' });
  if (draft.status !== 'draft') {
    throw new ConflictError(`this version is ${draft.status}`, {
      field: 'version',
      remedy: 'Import what is to change as a new version.',
    });
  }
  if (draft.revision !== revision) {
    throw new ConflictError('somebody has changed this draft since you read it', {
      field: 'revision',
      remedy: `Read revision ${draft.revision} and change that.`,
    });
  }
  return draft;
}

function refuseNothing(
  { changes, accept = [] }: EditInput,
  proposals: readonly MetadataProposal[],
): void {
  if (Object.keys(changes).length === 0 && accept.length === 0) {
    throw new ValidationError('there is nothing to change', {
      field: 'changes',
      remedy: 'Name a field, or a proposal to accept.',
    });
  }
  const unknown = accept.find((name) => !proposals.some(({ field }) => field === name));
  if (unknown === undefined) return;
  const fields = proposals.map(({ field }) => field).join(', ');
  throw new ValidationError(`nothing is proposed for ${unknown}`, {
    field: 'accept',
    remedy: fields === '' ? 'Give its value as a change.' : `Proposals are there for: ${fields}.`,
  });
}

function isSearchedOtherwise(before: DocumentMetadata, after: DocumentMetadata): boolean {
  return before.title !== after.title || before.language !== after.language;
}
