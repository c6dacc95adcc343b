import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';
import { citesEnded } from '../cites-ended.ts';
import { type DraftView, readDraft } from '../read-draft.ts';
import type { ApprovedAnswer, ExportedCitation, ExportedSentence } from './approved-answer.ts';
import { listPublished } from './list-published.ts';

/**
 * An answer that may be used today.
 * @throws NotFoundError, ConflictError when the approval, or a version it cites, is out of force.
 */
export async function readAnswer(ctx: DbContext, approvalId: string): Promise<ApprovedAnswer> {
  const approval = await readApproval(ctx, approvalId);
  await refuseOutOfForce(ctx, approval);
  const draft = (await readDraft(ctx, approval.post_id, approval.draft_id)) as DraftView;
  const [headline, ...sentences] = draft.sentences.map(exportSentence);
  const published = await listPublished(ctx, { approvalId });
  return {
    approvalId,
    approvedAt: approval.approved_at.toISOString(),
    reviewers: [approval.first, approval.second],
    postSha256: approval.post_sha256,
    claim: { text: approval.claim_text, language: approval.claim_language },
    contentSha256: approval.content_sha256,
    language: draft.language,
    audience: draft.audience,
    headline: headline as ExportedSentence,
    sentences,
    reusedFor: await reusedFor(ctx, approvalId),
    published: published.map(({ url, addedAt }) => ({ url, addedAt: addedAt.toISOString() })),
  };
}

async function readApproval(ctx: Pick<DbContext, 'db'>, approvalId: string) {
  const approval = await ctx.db
    .selectFrom('approval as a')
    .innerJoin('app_user as f', 'f.id', 'a.first_reviewer')
    .innerJoin('app_user as s', 's.id', 'a.second_reviewer')
    .innerJoin('post as p', 'p.id', 'a.post_id')
    .innerJoin('draft as d', 'd.id', 'a.draft_id')
    .innerJoin('claim as c', 'c.id', 'd.claim_id')
    .select([
      'a.post_id',
      'a.draft_id',
      'a.status',
      'a.content_sha256',
      'a.approved_at',
      'f.name as first',
      's.name as second',
      'p.content_sha256 as post_sha256',
      'd.review_by',
      'c.text as claim_text',
      'c.language as claim_language',
    ])
    .where('a.id', '=', approvalId)
    .executeTakeFirst();
  if (approval === undefined) throw new NotFoundError('no such approval', { field: 'approval' });
  return approval;
}

async function refuseOutOfForce(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  approval: Awaited<ReturnType<typeof readApproval>>,
): Promise<void> {
  const field = 'approval';
  if (approval.status !== 'in_force') {
    throw new ConflictError(`this approval is ${approval.status}`, {
      field,
      remedy: 'Only approvals in force are exported; see the item for what changed.',
    });
  }
  const remedy = 'Its drafters are told; a new draft takes its place.';
  if (approval.review_by !== null && approval.review_by <= isoDay(ctx.clock())) {
    throw new ConflictError(`this answer was to be reviewed by ${approval.review_by}`, {
      field,
      remedy,
    });
  }
  if (await citesEnded(ctx, approval.draft_id)) {
    throw new ConflictError('a version this answer cites is out of force', { field, remedy });
  }
}

async function reusedFor(ctx: Pick<DbContext, 'db'>, approvalId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('reuse as r')
    .innerJoin('post as p', 'p.id', 'r.post_id')
    .select('p.content_sha256')
    .where('r.approval_id', '=', approvalId)
    .where('r.status', '=', 'in_force')
    .orderBy('r.confirmed_at')
    .orderBy('r.id')
    .execute();
  return rows.map((row) => row.content_sha256);
}

function exportSentence(sentence: DraftView['sentences'][number]): ExportedSentence {
  const { role, text, citations } = sentence;
  return { role, text, citations: citations.map(exportCitation) };
}

function exportCitation(
  citation: DraftView['sentences'][number]['citations'][number],
): ExportedCitation {
  return {
    document: citation.title,
    number: citation.number,
    issuer: citation.issuer,
    place: citation.heading_path,
    quote: citation.quote,
    nature: citation.nature,
    versionId: citation.version_id,
    versionSha256: citation.version_sha256,
    start: citation.start_offset,
    end: citation.end_offset,
    validFrom: citation.valid_from,
    endsOn: citation.ends_on,
    sourceUrl: citation.source_url,
    reanchoredAt: citation.anchored_at?.toISOString() ?? null,
  };
}
