import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import type { DocumentMetadata } from '#db/schema/corpus.ts';
import { isoDay } from '#platform/clock.ts';
import { type Standing, standingOn } from './standing-on.ts';

export interface DocumentEntry extends DocumentMetadata {
  readonly id: string;
  readonly key: string;
  /** The newest version, whatever its status. */
  readonly versionId: string;
  readonly versionNumber: number;
  readonly status: 'draft' | 'approved' | 'discarded';
  /** Where the newest version stands today. */
  readonly standing: Standing;
  /** The version in force today; null when none is. */
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

export interface DocumentFilter {
  /** `draft`: the newest version waits for approval; `in_force`, `ended`: what approved versions say today. */
  readonly state?: 'draft' | 'in_force' | 'ended' | null | undefined;
  readonly topic?: string | null | undefined;
  readonly pillar?: NonNullable<DocumentMetadata['pillar']> | null | undefined;
  readonly language?: string | null | undefined;
  /** Part of title, number or key; upper and lower case alike. */
  readonly text?: string | null | undefined;
}

/** Documents, newest first, each with its newest version. */
export async function listDocuments(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  input: DocumentFilter & { cursor?: string | null | undefined; limit: number },
): Promise<Page<DocumentEntry>> {
  const today = isoDay(ctx.clock());
  const page = toPage(await select(ctx, input, today).execute(), input.limit, (row) => row.id);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => toEntry(row, today)),
  };
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toEntry(found: Row, today: string): DocumentEntry {
  const { valid_to, superseded_on, withdrawn_on, ...entry } = found;
  const { inForceNumber, inForceVerifiedAt, inForceRecheckBy, ...row } = entry;
  const dates = { valid_from: row.validFrom, valid_to, superseded_on, withdrawn_on };
  return {
    ...row,
    standing: standingOn({ status: row.status, ...dates }, today),
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
  today: string,
) {
  let query = ctx.db
    .selectFrom('document as d')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('document_version')
          .selectAll()
          .whereRef('document_id', '=', 'd.id')
          .orderBy('version_number', 'desc')
          .limit(1)
          .as('v'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('document_version')
          .select(['version_number', 'verified_at', 'recheck_by'])
          .whereRef('document_id', '=', 'd.id')
          .where('status', '=', 'approved')
          .where('valid_from', '<=', today)
          .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', today)]))
          .limit(1)
          .as('f'),
      (join) => join.onTrue(),
    )
    .select(['d.id', 'd.key', 'd.title', 'd.issuer', 'd.number', 'd.kind', 'd.language'])
    .select(['d.pillar', 'd.topics', 'd.citable', 'v.id as versionId', 'v.status'])
    .select(['v.version_number as versionNumber', 'v.content_sha256 as contentSha256'])
    .select(['v.valid_from as validFrom', 'v.ends_on as endsOn', 'v.source_url as sourceUrl'])
    .select(['v.verified_at as verifiedAt', 'v.recheck_by as recheckBy'])
    .select(['v.valid_to', 'v.superseded_on', 'v.withdrawn_on'])
    .select(['f.version_number as inForceNumber', 'f.verified_at as inForceVerifiedAt'])
    .select('f.recheck_by as inForceRecheckBy')
    .orderBy('d.id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor) query = query.where('d.id', '<', decodeCursor(input.cursor));
  if (input.language) query = query.where('d.language', '=', input.language);
  if (input.pillar) query = query.where('d.pillar', '=', input.pillar);
  const { topic, text, state } = input;
  if (topic) query = query.where((eb) => eb(eb.val(topic), '=', eb.fn.any('d.topics')));
  if (text) {
    const pattern = `%${text.normalize('NFC').replace(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where((eb) =>
      eb.or([
        eb('d.title', 'ilike', pattern),
        eb('d.number', 'ilike', pattern),
        eb('d.key', 'ilike', pattern),
      ]),
    );
  }
  if (state === 'draft') query = query.where('v.status', '=', 'draft');
  if (state === 'in_force') query = query.where('f.version_number', 'is not', null);
  if (state === 'ended') query = query.where('f.version_number', 'is', null);
  return query;
}
