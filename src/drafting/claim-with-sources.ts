import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';
import type { AnsweredPost } from './lint/lint-input.ts';
import { loadPassages } from './load-sources.ts';
import type { SourcePassage } from './types.ts';

export interface ClaimWithSources {
  readonly claim: {
    readonly id: string;
    readonly post_id: string;
    readonly text: string;
    readonly language: string;
    readonly checkable: boolean;
  };
  readonly post: AnsweredPost;
  /** Matched passages that may be quoted on the day, best first. */
  readonly sources: readonly SourcePassage[];
}

/**
 * A claim with what a draft may quote to it: its matches that are approved, in force on `asOf` (YYYY-MM-DD)
 * and citable. Those a person chose, else those that reach the threshold they were made with, else, when
 * none does, all. @throws NotFoundError
 */
export async function claimWithSources(
  ctx: Pick<DbContext, 'db'>,
  input: { claimId: string; passageIds?: readonly number[] | undefined; asOf: string },
): Promise<ClaimWithSources> {
  const { claimId, passageIds, asOf } = input;
  const claim = await ctx.db
    .selectFrom('claim as c')
    .innerJoin('post as p', 'p.id', 'c.post_id')
    .leftJoin('response_decision as r', (join) =>
      join.onRef('r.post_id', '=', 'p.id').on('r.current', '=', true),
    )
    .select([
      'c.id',
      'c.post_id',
      'c.text',
      'c.language',
      'c.checkable',
      'p.text as post_text',
      'p.canonical_url',
      'r.decision',
    ])
    .where('c.id', '=', claimId)
    .executeTakeFirst();
  if (claim === undefined) throw new NotFoundError('no such claim', { field: 'claim' });
  const matched = await ctx.db
    .selectFrom('match')
    .select(['passage_id', 'probability'])
    .where('claim_id', '=', claimId)
    .where('guidance', '=', false)
    .orderBy('rank')
    .execute();
  const threshold = passageIds === undefined ? await thresholdOf(ctx, claimId) : null;
  const probable = matched.filter(
    ({ probability }) => threshold !== null && probability >= threshold,
  );
  const chosen = (probable.length > 0 ? probable : matched)
    .map((match) => match.passage_id)
    .filter((id) => passageIds === undefined || passageIds.includes(id));
  const byPassage = await loadPassages(ctx, chosen);
  const sources = chosen
    .flatMap((id) => byPassage.get(id) ?? [])
    .filter((source) => isQuotable(source, asOf));
  const { post_text: text, canonical_url: canonicalUrl, decision: response, ...asked } = claim;
  return { claim: asked, post: { text, canonicalUrl, response }, sources };
}

function isQuotable({ citable, status, validFrom, endsOn }: SourcePassage, asOf: string): boolean {
  return (
    citable && status === 'approved' && validFrom <= asOf && (endsOn === null || endsOn > asOf)
  );
}

/** The threshold of the newest assessment the machine made; a person's carries none. */
async function thresholdOf(ctx: Pick<DbContext, 'db'>, claimId: string): Promise<number | null> {
  const assessed = await ctx.db
    .selectFrom('assessment')
    .select('threshold')
    .where('claim_id', '=', claimId)
    .where('threshold', 'is not', null)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return assessed?.threshold ?? null;
}
