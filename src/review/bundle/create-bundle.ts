import { appendAudit, type InstallationKey } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { mayLookAgain } from '../third-look/pending-third-looks.ts';
import {
  bundleFormat,
  bundleFormatVersion,
  EvidenceBundle,
  signedText,
  type UnsignedBundle,
} from './format.ts';
import { readApproval, readContributors, readReviews } from './read-approval.ts';
import { readDraftRecord } from './read-draft-record.ts';
import { readPost } from './read-post.ts';
import { readSources } from './read-sources.ts';
import { readTrail } from './read-trail.ts';

const attempts = 3;

type BundleContext = DbContext & { readonly installationKey: InstallationKey };

/**
 * The signed evidence of one approval, in force or not (see `EvidenceBundle`), with a fresh checkpoint of
 * the audit trail. Leaves a trace, which is after that checkpoint. @throws NotFoundError, ConflictError
 * when the trail does not verify, or when this person may still be asked to look at the answer unseen.
 */
export async function createBundle(
  ctx: BundleContext,
  { approvalId }: { approvalId: string },
): Promise<EvidenceBundle> {
  const { draftId } = await readApproval(ctx, approvalId);
  if (await mayLookAgain(ctx, draftId)) {
    throw new ConflictError('this answer waits for a third look, which you may be asked for', {
      field: 'approval',
      remedy: 'Give the third look first, or let an auditor make the bundle.',
    });
  }
  const unsigned = await collect(ctx, approvalId);
  const text = signedText(unsigned);
  const signature = await ctx.installationKey.sign(text);
  const bundle = EvidenceBundle.parse({ ...unsigned, signature });
  const sha256 = await sha256Hex(text);
  await withTransaction(ctx, (ctx) =>
    appendAudit(ctx, [
      {
        action: 'bundle.created',
        entityType: 'approval',
        entityId: approvalId,
        details: { sha256, checkpoint: unsigned.trail.checkpoint.seq },
      },
    ]),
  );
  return bundle;
}

/**
 * Only the status of an approval ever changes, and only once. Read before and after the checkpoint, it
 * agrees with the events under it.
 */
async function collect(ctx: BundleContext, approvalId: string): Promise<UnsignedBundle> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const subject = await readApproval(ctx, approvalId);
    const { approval } = subject;
    const draft = await readDraftRecord(ctx, subject.draftId);
    const post = await readPost(ctx, subject);
    const sources = await readSources(ctx, draft);
    const trail = await readTrail(ctx, { post, draft, approval, ...sources });
    const after = await readApproval(ctx, approvalId);
    if (after.approval.status !== approval.status) continue;
    return {
      format: bundleFormat,
      format_version: bundleFormatVersion,
      made_at: ctx.clock().toISOString(),
      made_by: ctx.actor.name,
      key: { id: ctx.installationKey.id, public_key: ctx.installationKey.publicKey },
      post,
      draft,
      ...sources,
      contributors: await readContributors(ctx, subject),
      reviews: await readReviews(ctx, subject.draftId),
      approval,
      trail,
    };
  }
  throw new ConflictError('the approval is changing', { field: 'approval', remedy: 'Try again.' });
}
