import { standingOn } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
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
  const instructionsIn = oncePerText(findInstructions);
  return rows.map((row) => {
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
      instructions: instructionsIn(row.text),
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

/** One passage often matches several claims. */
function oncePerText<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? find(text);
    known.set(text, found);
    return found;
  };
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

// The context is cut where the text lies: sixty matches would send the same documents sixty times.
function selectMatches(ctx: DbContext, postId: string) {
  return ctx.db
    .selectFrom('match as m')
    .innerJoin('claim as c', 'c.id', 'm.claim_id')
    .innerJoin('passage as p', 'p.id', 'm.passage_id')
    .innerJoin('document_version as v', 'v.id', 'm.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .leftJoin('document_version as s', 's.id', 'v.superseded_by')
    .leftJoin('document as sd', 'sd.id', 's.document_id')
    .select((eb) => [
      eb
        .fn<string>('substr', [
          'v.canonical_text',
          eb(eb.fn('greatest', [eb('p.start_offset', '-', contextLength), eb.lit(0)]), '+', 1),
          eb.fn('least', ['p.start_offset', eb.lit(contextLength)]),
        ])
        .as('before'),
      eb
        .fn<string>('substr', [
          'v.canonical_text',
          eb('p.end_offset', '+', 1),
          eb.lit(contextLength),
        ])
        .as('after'),
    ])
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
