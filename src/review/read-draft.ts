import type { DbContext } from '#db/context.ts';
import { currentFindings } from '#drafting/index.ts';
import { isoDay } from '#platform/clock.ts';
import { readEarlier } from './read-earlier.ts';

export type DraftView = NonNullable<Awaited<ReturnType<typeof readDraft>>>;
export type SentenceView = DraftView['sentences'][number];

/** The newest revision of a post's draft, or a given draft; null when there is none. */
export async function readDraft(ctx: DbContext, postId: string, draftId?: string) {
  let query = ctx.db
    .selectFrom('draft as d')
    .leftJoin('app_user as u', 'u.id', 'd.created_by')
    .leftJoin('response_decision as r', (join) =>
      join.onRef('r.post_id', '=', 'd.post_id').on('r.current', '=', true),
    )
    .select([
      'd.id',
      'd.claim_id',
      'd.revision',
      'd.language',
      'd.audience',
      'd.content_sha256',
      'd.drafter',
      'd.gate',
      'd.model',
      'd.length',
      'd.review_by',
      'd.no_alternative',
      'd.lint',
      'd.blocked',
      'r.decision as response',
      'd.created_at',
      'u.name as created_by',
    ])
    .where('d.post_id', '=', postId)
    .orderBy('d.revision', 'desc')
    .limit(1);
  if (draftId !== undefined) query = query.where('d.id', '=', draftId);
  const draft = await query.executeTakeFirst();
  if (draft === undefined) return null;
  const sentences = await ctx.db
    .selectFrom('draft_sentence')
    .select(['ordinal', 'role', 'text'])
    .where('draft_id', '=', draft.id)
    .orderBy('ordinal')
    .execute();
  const citations = await ctx.db
    .selectFrom('citation_now as c')
    .innerJoin('document_version as v', 'v.id', 'c.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .innerJoin('passage as p', 'p.id', 'c.passage_id')
    .select([
      'c.sentence_ordinal',
      'c.version_id',
      'c.passage_id',
      'c.start_offset',
      'c.end_offset',
      'c.quote',
      'c.anchored_at',
      'c.nature',
      'd.title',
      'd.number',
      'd.issuer',
      'p.heading_path',
      'v.content_sha256 as version_sha256',
      'v.version_number',
      'v.valid_from',
      'v.ends_on',
      'v.source_url',
    ])
    .where('c.draft_id', '=', draft.id)
    .orderBy('c.sentence_ordinal')
    .orderBy('c.ordinal')
    .execute();
  const citationsOf = Map.groupBy(citations, (citation) => citation.sentence_ordinal);
  const { lint, response, review_by: reviewBy } = draft;
  const state = { response, reviewBy, asOf: isoDay(ctx.clock()) };
  return {
    ...draft,
    /** What the linter finds as things stand today; empty for a draft it never held. */
    findings: lint === null ? [] : currentFindings(lint.findings, state),
    earlier: await readEarlier(ctx, postId, draft.revision),
    sentences: sentences.map((sentence) => ({
      ...sentence,
      citations: citationsOf.get(sentence.ordinal) ?? [],
    })),
  };
}
