import { makeCheckpoint, proveInclusion, type InstallationKey } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { EvidenceBundle } from './format.ts';

type BundledEvent = EvidenceBundle['trail']['events'][number]['event'];

/** Events that a bundle carries in full: those that say who did what for this answer. */
const told: Readonly<Record<string, readonly string[]>> = {
  post: ['post.received', 'post.analysed', 'response.decided'],
  claim: ['outcome.set'],
  draft: ['draft.prepared', 'draft.submitted', 'draft.reanchored', 'review.decided'],
  approval: ['approval.given', 'approval.revoked', 'approval.expired', 'approval.needs_recheck'],
  document_version: ['version.approved'],
};

/** Signs the trail as it is now and proves that the events about this answer are in it. */
export async function readTrail(
  ctx: Pick<DbContext, 'db' | 'clock'> & { readonly installationKey: InstallationKey },
  {
    post,
    draft,
    approval,
    versions,
  }: Pick<EvidenceBundle, 'post' | 'draft' | 'approval' | 'versions'>,
): Promise<EvidenceBundle['trail']> {
  const checkpoint = await makeCheckpoint(ctx);
  const rows = await readEvents(ctx, checkpoint.seq, [
    post.id,
    draft.id,
    draft.claim_id,
    approval.id,
    ...versions.map(({ id }) => id),
  ]);
  const events = rows.filter((row) => told[row.entity_type]?.includes(row.action) === true);
  const proofs = await proveInclusion(ctx, { seqs: events.map(({ seq }) => seq), checkpoint });
  return {
    checkpoint,
    events: proofs.flatMap((proof, index) => {
      const row = events[index];
      return row === undefined ? [] : [{ event: toEvent(row), proof }];
    }),
  };
}

function readEvents(ctx: Pick<DbContext, 'db'>, last: number, entityIds: readonly string[]) {
  return ctx.db
    .selectFrom('audit_event')
    .selectAll()
    .where('seq', '<=', last)
    .where('entity_type', 'in', Object.keys(told))
    .where('entity_id', 'in', entityIds)
    .orderBy('seq')
    .execute();
}

/** The fields that are hashed, one by one: a row has its own hash too. */
function toEvent(row: Awaited<ReturnType<typeof readEvents>>[number]): BundledEvent {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor_id: row.actor_id,
    actor_name: row.actor_name,
    action: row.action,
    entity_type: row.entity_type,
    entity_id: row.entity_id,
    details: row.details as BundledEvent['details'],
    before_sha256: row.before_sha256,
    after_sha256: row.after_sha256,
    prev_hash: row.prev_hash,
  };
}
