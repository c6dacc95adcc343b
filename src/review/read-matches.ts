import { standingOn } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
import { sliceCodePoints } from '#language/code-points.ts';
import { findInstructions } from '#language/find-instructions.ts';
import { isoDay } from '#platform/clock.ts';
import { positionsThen } from './positions-then.ts';

/** Code points of the canonical text shown on either side of a passage. */
export const contextLength = 240;

export type MatchView = Awaited<ReturnType<typeof readMatches>>[number];

/**
 * The matches of a post's claims by rank, each in its context, with where its version stands today and
 * what the document said on the day of the post.
 */
export async function readMatches(ctx: DbContext, postId: string) {
  const rows = await selectMatches(ctx, postId);
  const { day, versionOf } = await positionsThen(
    ctx,
    postId,
    rows.map((row) => row.document_id),
  );
  const today = isoDay(ctx.clock());
  return rows.map(({ canonical_text: canonical, ...row }) => {
    const {
      valid_to,
      superseded_on,
      withdrawn_on,
      withdrawal_reason,
      successor_number,
      successor_title,
      successor_document,
      document_id,
      ...shown
    } = row;
    const standing = standingOn({ ...row, valid_to, superseded_on, withdrawn_on }, today);
    const then = versionOf.get(document_id) ?? null;
    return {
      ...shown,
      /** Code points into the passage. */
      instructions: findInstructions(row.text),
      before: sliceCodePoints(
        canonical,
        Math.max(0, row.start_offset - contextLength),
        row.start_offset,
      ),
      after: sliceCodePoints(canonical, row.end_offset, row.end_offset + contextLength),
      standing: {
        ...standing,
        reason: standing.state === 'withdrawn' ? withdrawal_reason : null,
        successor:
          standing.state === 'superseded' && successor_number !== null
            ? {
                number: successor_number,
                title: successor_document === document_id ? null : successor_title,
              }
            : null,
      },
      position_then: day === null ? null : positionThen(day, then, row.version_id),
    };
  });
}

/** What a document said on the day of a post; `version` is null where none of it was in force. */
function positionThen<V extends { readonly id: string }>(
  day: string,
  version: V | null,
  matchedId: string,
) {
  const state: 'none' | 'same' | 'other' =
    version === null ? 'none' : version.id === matchedId ? 'same' : 'other';
  return { day, state, version };
}

function selectMatches(ctx: DbContext, postId: string) {
  return ctx.db
    .selectFrom('match as m')
    .innerJoin('claim as c', 'c.id', 'm.claim_id')
    .innerJoin('passage as p', 'p.id', 'm.passage_id')
    .innerJoin('document_version as v', 'v.id', 'm.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .leftJoin('document_version as s', 's.id', 'v.superseded_by')
    .leftJoin('document as sd', 'sd.id', 's.document_id')
    .select([
      'm.claim_id',
      'm.passage_id',
      'm.version_id',
      'm.rank',
      'm.lexical_score',
      'm.dense_score',
      'm.fused_score',
      'm.probability',
      'm.conflicts',
      'm.reasons',
      'm.retriever_version',
      'm.as_of',
      'm.guidance',
      'm.reranker',
      'p.text',
      'p.start_offset',
      'p.end_offset',
      'p.heading_path',
      'p.language',
      'd.id as document_id',
      'd.title',
      'd.number',
      'd.issuer',
      'v.canonical_text',
      'v.version_number',
      'v.status',
      'v.valid_from',
      'v.valid_to',
      'v.superseded_on',
      'v.withdrawn_on',
      'v.withdrawal_reason',
      'v.ends_on',
      's.version_number as successor_number',
      's.document_id as successor_document',
      'sd.title as successor_title',
    ])
    .where('c.post_id', '=', postId)
    .orderBy('m.claim_id')
    .orderBy('m.guidance')
    .orderBy('m.rank')
    .execute();
}
