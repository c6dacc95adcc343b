import { standingOn } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import type { SentenceView } from './read-draft.ts';

/** A passage that a draft quotes, as a reviewer needs it to judge the quote. */
export type QuotedPassage = Awaited<ReturnType<typeof readSources>>[number];

/**
 * The passages that sentences quote, each once, with who approved its version, whether it may be quoted,
 * and where it stands today. Offsets are code points into the version's canonical text.
 */
export async function readSources(ctx: DbContext, sentences: readonly SentenceView[]) {
  const ids = new Set(
    sentences.flatMap(({ citations }) => citations.map(({ passage_id }) => passage_id)),
  );
  if (ids.size === 0) return [];
  const rows = await ctx.db
    .selectFrom('passage as p')
    .innerJoin('document_version as v', 'v.id', 'p.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .leftJoin('app_user as u', 'u.id', 'v.approved_by')
    .select(['p.id', 'p.version_id', 'p.text', 'p.start_offset', 'p.end_offset', 'p.language'])
    .select(['d.key as document_key', 'd.citable', 'v.approved_at', 'u.name as approved_by'])
    .select(['v.status', 'v.valid_from', 'v.valid_to', 'v.superseded_on', 'v.withdrawn_on'])
    .where('p.id', 'in', [...ids])
    .execute();
  const today = isoDay(ctx.clock());
  return rows.map(({ status, valid_from, valid_to, superseded_on, withdrawn_on, ...passage }) => ({
    ...passage,
    standing: standingOn({ status, valid_from, valid_to, superseded_on, withdrawn_on }, today),
  }));
}
