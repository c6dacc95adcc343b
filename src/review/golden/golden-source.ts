import type { DbContext } from '#db/context.ts';
import { sliceCodePoints } from '#language/code-points.ts';
import { extractNames } from '#language/values/names.ts';
import type { PlantedCitation, PlantedSentence } from './plant-fault.ts';

/** An approved draft in force with what a fault in it is made from; null when there is no such draft. */
export async function readSource(ctx: DbContext, draftId: string) {
  const draft = await ctx.db
    .selectFrom('draft as d')
    .innerJoin('approval as a', 'a.draft_id', 'd.id')
    .innerJoin('post as p', 'p.id', 'd.post_id')
    .selectAll('d')
    .where('d.id', '=', draftId)
    .where('a.status', '=', 'in_force')
    .where('p.golden', '=', false)
    .executeTakeFirst();
  if (draft === undefined) return null;
  const sentences = await readSentences(ctx, draftId);
  const quotes = sentences.flatMap(({ citations }) => citations.map(({ quote }) => quote));
  const names = quotes.flatMap((quote) =>
    extractNames(quote).map(({ start, end }) => sliceCodePoints(quote, start, end)),
  );
  return { draft, sentences, names, elsewhere: await passagesElsewhere(ctx, sentences) };
}

async function readSentences(ctx: DbContext, draftId: string): Promise<PlantedSentence[]> {
  const sentences = await ctx.db
    .selectFrom('draft_sentence')
    .select(['ordinal', 'role', 'text'])
    .where('draft_id', '=', draftId)
    .orderBy('ordinal')
    .execute();
  const citations = await ctx.db
    .selectFrom('citation_now')
    .selectAll()
    .where('draft_id', '=', draftId)
    .orderBy('sentence_ordinal')
    .orderBy('ordinal')
    .execute();
  const citationsOf = Map.groupBy(citations, (citation) => citation.sentence_ordinal);
  return sentences.map(({ ordinal, role, text }) => ({
    role,
    text,
    citations: (citationsOf.get(ordinal) ?? []).map((citation) => ({
      versionId: citation.version_id,
      passageId: String(citation.passage_id),
      start: citation.start_offset,
      end: citation.end_offset,
      quote: citation.quote,
      nature: citation.nature,
    })),
  }));
}

/** A passage of a cited version that no sentence quotes, as a quote. */
async function passagesElsewhere(
  ctx: DbContext,
  sentences: readonly PlantedSentence[],
): Promise<PlantedCitation[]> {
  const cited = sentences.flatMap(({ citations }) => citations);
  if (cited.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('passage')
    .select(['id', 'version_id', 'start_offset', 'end_offset', 'text'])
    .where('version_id', 'in', [...new Set(cited.map(({ versionId }) => versionId))])
    .where('id', 'not in', [...new Set(cited.map(({ passageId }) => Number(passageId)))])
    .orderBy('id')
    .limit(1)
    .execute();
  return rows.map((row) => ({
    versionId: row.version_id,
    passageId: String(row.id),
    start: row.start_offset,
    end: row.end_offset,
    quote: row.text,
    nature: cited[0]?.nature ?? null,
  }));
}
