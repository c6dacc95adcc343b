import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import type { DocumentMetadata } from '#db/schema/corpus.ts';
import { isoDay } from '#platform/clock.ts';
import { type DocumentFilter, filterDocuments } from './document-filter.ts';
import { type Standing, standingOn } from './standing-on.ts';

export interface DocumentEntry extends DocumentMetadata {
  readonly id: string;
  readonly key: string;
  /** The newest version, whatever its status. */
  readonly versionId: string;
  readonly versionNumber: number;
  readonly status: 'draft' | 'approved' | 'discarded';
  /** Where the newest version stands on the day. */
  readonly standing: Standing;
  /** What the document is on the day: what is in force, else its newest approved version, else a draft. */
  readonly onDay: Standing;
  /** The version in force on the day; null when none is. */
  readonly inForce: {
    readonly number: number;
    readonly verifiedAt: Date | null;
    readonly recheckBy: string | null;
  } | null;
  readonly contentSha256: string;
  readonly validFrom: string;
  /** First day out of force, when known. */
  readonly endsOn: string | null;
  readonly sourceUrl: string | null;
  readonly verifiedAt: Date | null;
  readonly recheckBy: string | null;
}

/** Documents, newest first, each with its newest version and what it is on a day, today unless given. */
export async function listDocuments(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  input: DocumentFilter & { cursor?: string | null | undefined; limit: number },
): Promise<Page<DocumentEntry>> {
  const on = input.on ?? isoDay(ctx.clock());
  const page = toPage(await select(ctx, input, on).execute(), input.limit, (row) => row.id);
  return { nextCursor: page.nextCursor, items: page.items.map((row) => toEntry(row, on)) };
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toEntry(found: Row, on: string): DocumentEntry {
  const { valid_to, superseded_on, withdrawn_on, ...entry } = found;
  const { inForceNumber, inForceVerifiedAt, inForceRecheckBy, ...shown } = entry;
  const { inForceFrom, inForceUntil, approvedFrom, approvedTo, ...rest } = shown;
  const { approvedSupersededOn, approvedWithdrawnOn, ...row } = rest;
  const dates = { valid_from: row.validFrom, valid_to, superseded_on, withdrawn_on };
  const standing = standingOn({ status: row.status, ...dates }, on);
  const approved = {
    status: 'approved',
    valid_from: approvedFrom ?? '',
    valid_to: approvedTo,
    superseded_on: approvedSupersededOn,
    withdrawn_on: approvedWithdrawnOn,
  } as const;
  const fallback = approvedFrom === null ? standing : standingOn(approved, on);
  return {
    ...row,
    standing,
    onDay:
      inForceNumber === null
        ? fallback
        : { state: 'in_force', since: inForceFrom, until: inForceUntil },
    inForce:
      inForceNumber === null
        ? null
        : {
            number: inForceNumber,
            verifiedAt: inForceVerifiedAt,
            recheckBy: inForceRecheckBy,
          },
  };
}

function select(
  ctx: Pick<DbContext, 'db'>,
  input: Parameters<typeof listDocuments>[1],
  on: string,
) {
  let query = filterDocuments(ctx, input, on)
    .select(['d.id', 'd.key', 'd.title', 'd.issuer', 'd.number', 'd.kind', 'd.language'])
    .select(['d.pillar', 'd.topics', 'd.citable', 'v.id as versionId', 'v.status'])
    .select(['v.version_number as versionNumber', 'v.content_sha256 as contentSha256'])
    .select(['v.valid_from as validFrom', 'v.ends_on as endsOn', 'v.source_url as sourceUrl'])
    .select(['v.verified_at as verifiedAt', 'v.recheck_by as recheckBy'])
    .select(['v.valid_to', 'v.superseded_on', 'v.withdrawn_on'])
    .select(['f.version_number as inForceNumber', 'f.verified_at as inForceVerifiedAt'])
    .select(['f.recheck_by as inForceRecheckBy', 'f.valid_from as inForceFrom'])
    .select(['f.ends_on as inForceUntil', 'a.valid_from as approvedFrom'])
    .select(['a.valid_to as approvedTo', 'a.superseded_on as approvedSupersededOn'])
    .select('a.withdrawn_on as approvedWithdrawnOn')
    .orderBy('d.id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor) query = query.where('d.id', '<', decodeCursor(input.cursor));
  return query;
}
