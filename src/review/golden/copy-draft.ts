import type { DbContext } from '#db/context.ts';
import { newId } from '#platform/ids.ts';
import type { readSource } from './golden-source.ts';
import type { PlantedSentence } from './plant-fault.ts';

type SourceDraft = NonNullable<Awaited<ReturnType<typeof readSource>>>['draft'];

/** Stores a golden item's draft as the first of its post, with the findings of the approved one. */
export async function copyDraft(
  ctx: DbContext,
  input: {
    source: SourceDraft;
    postId: string;
    claimId: string;
    sentences: readonly PlantedSentence[];
    contentSha256: string;
  },
): Promise<string> {
  const { source, postId, claimId, sentences, contentSha256 } = input;
  const draftId = newId();
  await ctx.db
    .insertInto('draft')
    .values({
      ...source,
      id: draftId,
      post_id: postId,
      claim_id: claimId,
      revision: 1,
      content_sha256: contentSha256,
      gate: JSON.stringify(source.gate),
      lint: source.lint === null ? null : JSON.stringify(source.lint),
      model: source.model === null ? null : JSON.stringify(source.model),
      created_at: ctx.clock(),
    })
    .execute();
  await ctx.db
    .insertInto('draft_sentence')
    .values(
      sentences.map(({ role, text }, ordinal) => ({ draft_id: draftId, ordinal, role, text })),
    )
    .execute();
  const citations = sentences.flatMap((sentence, sentenceOrdinal) =>
    sentence.citations.map((citation, ordinal) => ({
      draft_id: draftId,
      sentence_ordinal: sentenceOrdinal,
      ordinal,
      version_id: citation.versionId,
      passage_id: Number(citation.passageId),
      start_offset: citation.start,
      end_offset: citation.end,
      quote: citation.quote,
      nature: citation.nature,
    })),
  );
  await ctx.db.insertInto('citation').values(citations).execute();
  return draftId;
}
