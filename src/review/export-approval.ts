import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import { withTransaction } from '#db/transaction.ts';
import { isoDay } from '#platform/clock.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';
import { citesEnded } from './cites-ended.ts';
import { type DraftView, readDraft } from './read-draft.ts';

export interface ApprovedAnswer {
  readonly approvalId: string;
  readonly approvedAt: string;
  readonly reviewers: readonly [string, string];
  readonly postSha256: string;
  readonly contentSha256: string;
  readonly language: string;
  readonly audience: DraftView['audience'];
  readonly headline: ExportedSentence;
  readonly sentences: readonly ExportedSentence[];
  /** Other posts it was found to answer, by the hash of their text; `postSha256` is the one it was written for. */
  readonly reusedFor: readonly string[];
}

export interface ExportedSentence {
  readonly role: DraftView['sentences'][number]['role'];
  readonly text: string;
  readonly citations: ReadonlyArray<{
    readonly document: string;
    readonly number: string | null;
    readonly issuer: string | null;
    readonly place: readonly string[];
    readonly quote: string;
    /** Null: cited before quotes were labelled. */
    readonly nature: 'fact' | 'stance' | null;
    readonly versionId: string;
    readonly versionSha256: string;
    readonly start: number;
    readonly end: number;
    readonly validFrom: string;
    /** First day out of force; null: no end is known. */
    readonly endsOn: string | null;
    readonly sourceUrl: string | null;
    /** When the quote was found unchanged in this version, after the one first cited had ended. */
    readonly reanchoredAt: string | null;
  }>;
}

/**
 * An approved answer for people to use; nothing is sent anywhere. Each export leaves a trace.
 * @throws NotFoundError, ConflictError when the approval, or a version it cites, is out of force.
 */
export async function exportApproval(ctx: DbContext, approvalId: string): Promise<ApprovedAnswer> {
  return withTransaction(ctx, async (ctx) => {
    const approval = await ctx.db
      .selectFrom('approval as a')
      .innerJoin('app_user as f', 'f.id', 'a.first_reviewer')
      .innerJoin('app_user as s', 's.id', 'a.second_reviewer')
      .innerJoin('post as p', 'p.id', 'a.post_id')
      .innerJoin('draft as d', 'd.id', 'a.draft_id')
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
      ])
      .where('a.id', '=', approvalId)
      .executeTakeFirst();
    if (approval === undefined) throw new NotFoundError('no such approval', { field: 'approval' });
    if (approval.status !== 'in_force') {
      throw new ConflictError(`this approval is ${approval.status}`, {
        field: 'approval',
        remedy: 'Only approvals in force are exported; see the item for what changed.',
      });
    }
    if (approval.review_by !== null && approval.review_by <= isoDay(ctx.clock())) {
      throw new ConflictError(`this answer was to be reviewed by ${approval.review_by}`, {
        field: 'approval',
        remedy: 'Its drafters are told; a new draft takes its place.',
      });
    }
    if (await citesEnded(ctx, approval.draft_id)) {
      throw new ConflictError('a version this answer cites is out of force', {
        field: 'approval',
        remedy: 'Its drafters are told; a new draft takes its place.',
      });
    }
    const draft = (await readDraft(ctx, approval.post_id, approval.draft_id)) as DraftView;
    const [headline, ...sentences] = draft.sentences.map(exportSentence);
    await appendAudit(ctx, [
      { action: 'approval.exported', entityType: 'approval', entityId: approvalId },
    ]);
    return {
      approvalId,
      approvedAt: approval.approved_at.toISOString(),
      reviewers: [approval.first, approval.second],
      postSha256: approval.post_sha256,
      contentSha256: approval.content_sha256,
      language: draft.language,
      audience: draft.audience,
      headline: headline as ExportedSentence,
      sentences,
      reusedFor: await reusedFor(ctx, approvalId),
    };
  });
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
  return {
    role: sentence.role,
    text: sentence.text,
    citations: sentence.citations.map((citation) => ({
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
    })),
  };
}

export interface ApprovalEntry {
  readonly id: string;
  readonly postId: string;
  readonly status: 'in_force' | 'needs_recheck' | 'expired' | 'revoked';
  readonly contentSha256: string;
  readonly approvedAt: Date;
}

/**
 * Approvals in force, newest first: what may be used today. One whose source ended a moment ago, or whose
 * day to be reviewed by has come, is left out, though nobody was told yet.
 */
export async function listApprovals(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  input: { cursor?: string | null | undefined; limit: number },
): Promise<Page<ApprovalEntry>> {
  let query = ctx.db
    .selectFrom('approval as a')
    .select([
      'a.id',
      'a.post_id as postId',
      'a.status',
      'a.content_sha256 as contentSha256',
      'a.approved_at as approvedAt',
    ])
    .innerJoin('draft as d', 'd.id', 'a.draft_id')
    .where('a.status', '=', 'in_force')
    .where((eb) =>
      eb.or([eb('d.review_by', 'is', null), eb('d.review_by', '>', isoDay(ctx.clock()))]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('citation_now as c')
            .innerJoin('document_version as v', 'v.id', 'c.version_id')
            .select('v.id')
            .whereRef('c.draft_id', '=', 'a.draft_id')
            .where('v.ends_on', '<=', isoDay(ctx.clock())),
        ),
      ),
    )
    .orderBy('a.id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor) query = query.where('a.id', '<', decodeCursor(input.cursor));
  return toPage(await query.execute(), input.limit, (row) => row.id);
}
