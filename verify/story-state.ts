import { verifyAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';

/** What a reader could see of the story's end, without ids and times that two runs cannot share. */
export interface StoryState {
  readonly approvals: ReadonlyArray<{
    readonly post: string;
    readonly status: string;
    readonly state: string;
    /** Keys of the articles cited at first. */
    readonly cited: readonly string[];
  }>;
  readonly rechecks: ReadonlyArray<{
    readonly post: string;
    readonly key: string;
    readonly cause: string;
    readonly quotes: number;
    /** Lost quotes in whose place the successor says something else. */
    readonly replaced: number;
  }>;
  readonly anchors: readonly string[];
  readonly versions: readonly string[];
  readonly auditWhole: boolean;
}

export async function readStory(ctx: DbContext): Promise<StoryState> {
  const cited = await ctx.db
    .selectFrom('approval as a')
    .innerJoin('post as p', 'p.id', 'a.post_id')
    .innerJoin('citation as c', 'c.draft_id', 'a.draft_id')
    .innerJoin('document_version as v', 'v.id', 'c.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['p.content_sha256 as post', 'a.status', 'p.state', 'd.key'])
    .distinct()
    .orderBy('post')
    .orderBy('d.key')
    .execute();
  const rechecks = await ctx.db
    .selectFrom('recheck as r')
    .innerJoin('post as p', 'p.id', 'r.post_id')
    .innerJoin('document_version as v', 'v.id', 'r.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['p.content_sha256 as post', 'd.key', 'r.cause', 'r.quotes'])
    .orderBy('post')
    .orderBy('d.key')
    .execute();
  const anchors = await ctx.db
    .selectFrom('citation_anchor as n')
    .innerJoin('draft as r', 'r.id', 'n.draft_id')
    .innerJoin('post as p', 'p.id', 'r.post_id')
    .innerJoin('document_version as v', 'v.id', 'n.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['p.content_sha256 as post', 'n.sentence_ordinal', 'n.ordinal', 'd.key'])
    .select(['v.version_number', 'n.start_offset', 'n.end_offset'])
    .orderBy('post')
    .orderBy('n.sentence_ordinal')
    .orderBy('n.ordinal')
    .execute();
  const versions = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['d.key', 'v.version_number', 'v.status', 'v.ends_on'])
    .orderBy('d.key')
    .orderBy('v.version_number')
    .execute();
  return {
    approvals: [...Map.groupBy(cited, (row) => row.post)].map(([post, rows]) => ({
      post,
      status: rows[0]?.status ?? '',
      state: rows[0]?.state ?? '',
      cited: rows.map((row) => row.key),
    })),
    rechecks: rechecks.map(({ quotes, ...row }) => ({
      ...row,
      quotes: quotes.length,
      replaced: quotes.filter((quote) => quote.now !== null).length,
    })),
    anchors: anchors.map((row) => Object.values(row).join(' ')),
    versions: versions.map((row) => Object.values(row).join(' ')),
    auditWhole: (await verifyAudit(ctx)).ok,
  };
}
