import type { DbContext } from '#db/context.ts';
import { approvalsInForce } from './approvals-in-force.ts';

/** At most so many approvals are in a feed. */
export const feedLength = 100;

export interface FeedEntry {
  readonly approvalId: string;
  readonly language: string;
  readonly headline: string;
  readonly sentences: readonly string[];
  readonly sources: readonly FeedSource[];
  readonly approvedAt: Date;
  /** When it was approved, or when a quote of it was last found again in a newer version. */
  readonly updatedAt: Date;
}

export interface FeedSource {
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly url: string | null;
}

/**
 * Approved answers that may be used now, newest first; nothing of the posts they answer. Read anew each
 * time: what leaves force is gone from the next answer.
 */
export async function readFeed(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  { language }: { language?: string | undefined },
): Promise<FeedEntry[]> {
  let query = approvalsInForce(ctx)
    .select(['a.id', 'a.draft_id', 'a.approved_at', 'd.language'])
    .orderBy('a.id', 'desc')
    .limit(feedLength);
  if (language !== undefined) query = query.where('d.language', '=', language);
  const approvals = await query.execute();
  if (approvals.length === 0) return [];
  const draftIds = approvals.map((row) => row.draft_id);
  const sentences = await readSentences(ctx, draftIds);
  const sources = await readSources(ctx, draftIds);
  return approvals.map((row) => {
    const [headline = '', ...rest] = (sentences.get(row.draft_id) ?? []).map(({ text }) => text);
    const cited = sources.get(row.draft_id) ?? [];
    const anchored = cited.map((source) => source.anchored_at?.getTime() ?? 0);
    return {
      approvalId: row.id,
      language: row.language,
      headline,
      sentences: rest,
      sources: distinct(cited),
      approvedAt: row.approved_at,
      updatedAt: new Date(Math.max(row.approved_at.getTime(), ...anchored)),
    };
  });
}

async function readSentences(ctx: Pick<DbContext, 'db'>, draftIds: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('draft_sentence')
    .select(['draft_id', 'text'])
    .where('draft_id', 'in', draftIds)
    .orderBy('draft_id')
    .orderBy('ordinal')
    .execute();
  return Map.groupBy(rows, (row) => row.draft_id);
}

async function readSources(ctx: Pick<DbContext, 'db'>, draftIds: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('citation_now as c')
    .innerJoin('document_version as v', 'v.id', 'c.version_id')
    .innerJoin('document as o', 'o.id', 'v.document_id')
    .select(['c.draft_id', 'c.anchored_at', 'c.version_id', 'v.source_url as url'])
    .select(['o.title', 'o.number', 'o.issuer'])
    .where('c.draft_id', 'in', draftIds)
    .orderBy('c.draft_id')
    .orderBy('c.sentence_ordinal')
    .orderBy('c.ordinal')
    .execute();
  return Map.groupBy(rows, (row) => row.draft_id);
}

function distinct(rows: ReadonlyArray<FeedSource & { version_id: string }>): FeedSource[] {
  const first = new Map<string, FeedSource>();
  for (const { version_id: version, title, number, issuer, url } of rows) {
    if (!first.has(version)) first.set(version, { title, number, issuer, url });
  }
  return [...first.values()];
}
