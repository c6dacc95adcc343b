import type { AuditEntry } from '#audit/index.ts';
import { type StandingDates, standingOn } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import { announce } from '#webhooks/index.ts';
import { endReuses } from './end-reuses.ts';
import { type Ending, leaveForce, openRechecks } from './open-rechecks.ts';
import { placeQuotes } from './place-quotes.ts';
import { citingDrafts, successorsInForce } from './queries.ts';
import { returnPosts } from './return-posts.ts';
import { storeAnchors } from './store-anchors.ts';

export interface Settled {
  readonly versionIds: readonly string[];
  /** Quotes that stand unchanged in the successor. */
  readonly reanchored: number;
  /** Drafts, approved or not, that lost a source. */
  readonly rechecks: number;
  readonly entries: readonly AuditEntry[];
}

/**
 * Tells everybody who cites a version that has ended by today, once, in the caller's transaction: a quote
 * that stands unchanged in the successor in force gets a new anchor; else the draft gets a recheck, its
 * approval leaves force, and a post in review or approved returns to its drafters. Of all versions that
 * ended, or only those given; at most `limit` of them, oldest end first. The caller appends the entries.
 */
export async function settleEnded(
  ctx: DbContext,
  options: { versionIds?: readonly string[]; limit?: number } = {},
): Promise<Settled> {
  const today = isoDay(ctx.clock());
  const ended = await markSettled(ctx, today, options);
  const versionIds = ended.map((version) => version.id);
  if (ended.length === 0) return { versionIds, reanchored: 0, rechecks: 0, entries: [] };
  const citations = await citingDrafts(ctx, versionIds);
  const causes = new Map(ended.map((version) => [version.id, endingOf(version, today)]));
  const superseded = versionIds.filter((id) => causes.get(id) === 'superseded');
  const successorOf = await successorsInForce(ctx, superseded, today);
  const placed = await placeQuotes(ctx, citations, successorOf);
  await storeAnchors(ctx, placed);
  const rechecks = await openRechecks(ctx, placed, causes);
  const flipped = await leaveForce(ctx, rechecks);
  const reason = 'needs_recheck';
  await announce(ctx, { event: 'approval.retracted', approvalIds: flipped, reason });
  const returned = await returnPosts(
    ctx,
    rechecks.map((recheck) => recheck.post_id),
  );
  const reuses = await endReuses(ctx, flipped);
  const anchors = Map.groupBy(
    placed.filter((quote) => quote.anchor !== null),
    (quote) => quote.citation.draft_id,
  );
  const entries: AuditEntry[] = [
    ...[...anchors].map(([draftId, quotes]) => ({
      action: 'draft.reanchored',
      entityType: 'draft',
      entityId: draftId,
      details: { quotes: quotes.length, version: quotes[0]?.anchor?.versionId },
    })),
    ...rechecks.map((recheck) => ({
      action: 'recheck.opened',
      entityType: 'recheck',
      entityId: recheck.id,
      details: { draft: recheck.draft_id, version: recheck.version_id, cause: recheck.cause },
    })),
    ...flipped.map((id) => ({
      action: 'approval.needs_recheck',
      entityType: 'approval',
      entityId: id,
    })),
    ...returned.map((id) => ({
      action: 'post.returned',
      entityType: 'post',
      entityId: id,
      details: { reason: 'a cited version ended' },
    })),
    ...reuses,
  ];
  const reanchored = placed.filter((quote) => quote.anchor !== null).length;
  return { versionIds, reanchored, rechecks: rechecks.length, entries };
}

/** One conditional update: a version is settled once, whoever gets there first. */
async function markSettled(
  ctx: DbContext,
  today: string,
  { versionIds, limit }: { versionIds?: readonly string[]; limit?: number },
): Promise<EndedVersion[]> {
  if (versionIds?.length === 0) return [];
  let chosen = ctx.db
    .selectFrom('document_version')
    .select('id')
    .where('status', '=', 'approved')
    .where('settled_at', 'is', null)
    .where('ends_on', '<=', today)
    .orderBy('ends_on')
    .orderBy('id')
    .forUpdate();
  if (versionIds !== undefined) chosen = chosen.where('id', 'in', [...versionIds]);
  if (limit !== undefined) chosen = chosen.limit(limit);
  return ctx.db
    .updateTable('document_version')
    .set({ settled_at: ctx.clock() })
    .where('id', 'in', chosen)
    .returning(['id', 'status', 'valid_from', 'valid_to', 'superseded_on', 'withdrawn_on'])
    .execute();
}

type EndedVersion = StandingDates & { readonly id: string };

/** What ended it: all that is settled has ended by today. */
function endingOf(version: EndedVersion, today: string): Ending {
  return standingOn(version, today).state as Ending;
}
