import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { assertStorableText, canonicalText } from '#language/canonical-text.ts';
import { isoDay } from '#platform/clock.ts';
import { ConflictError, NotFoundError, ValidationError } from '#platform/errors.ts';
import { contribute } from './contribute.ts';
import { type LoadedSources, loadSources } from './load-sources.ts';
import { openDraft } from './open-draft.ts';
import { checkDraft, type ClaimToAnswer, gated } from './prepare-draft.ts';
import { locateQuote } from './extractive/quotes.ts';
import { storeDraft } from './store-draft.ts';
import type { DraftLanguage } from './extractive/templates.ts';
import { translateSources } from './translate-sources.ts';
import type { DraftSentence, SentenceRole } from './types.ts';

const maxSentenceBytes = 8192;

export interface EditedSentence {
  readonly role: SentenceRole;
  readonly text: string;
  readonly citations: ReadonlyArray<{ readonly passageId: number; readonly quote: string }>;
}

export interface EditInput {
  readonly postId: string;
  /** The revision the person saw; another one since is a conflict. */
  readonly baseRevision: number;
  readonly headline: EditedSentence;
  readonly sentences: readonly EditedSentence[];
}

/**
 * A person's own wording, through the same gate as the machine's: a sentence that fails is named with
 * its failures and nothing is stored. @throws ValidationError | ConflictError | NotFoundError
 */
export async function editDraft(
  ctx: DbContext,
  input: EditInput,
): Promise<{ draftId: string; revision: number }> {
  return withTransaction(ctx, async (ctx) => {
    const current = await currentDraft(ctx, input.postId);
    if (current === undefined) throw new NotFoundError('this post has no draft', { field: 'post' });
    if (current.revision !== input.baseRevision) {
      throw new ConflictError(`the draft is at revision ${current.revision} by now`, {
        field: 'base_revision',
        remedy: 'Load the draft again and make your change there.',
      });
    }
    const edited = [input.headline, ...input.sentences];
    const loaded = await loadSources(
      ctx,
      edited.flatMap((sentence) => sentence.citations.map((citation) => citation.passageId)),
    );
    const [headline, ...sentences] = edited.map((sentence, index) =>
      resolve(sentence, index, loaded),
    );
    const asOf = isoDay(ctx.clock());
    const language = current.draft_language as DraftLanguage;
    const cited = [...loaded.byPassage.values()];
    const { untranslated } = await translateSources(ctx, cited, { language, asOf });
    const draftInput = {
      headline: headline as DraftSentence,
      sentences,
      claim: current as ClaimToAnswer,
      sources: cited,
      untranslated,
      canonicalTexts: loaded.canonicalTexts,
      asOf,
      language,
      audience: current.audience,
      length: current.length ?? 'statement',
      drafter: 'person' as const,
      model: null,
    };
    refuseFailures(draftInput);
    const draft = await gated(draftInput);
    if (draft === null) throw new Error('the gate refused what it had just accepted');
    await openDraft(ctx, input.postId);
    await contribute(ctx, input.postId, 'draft');
    const stored = await storeDraft(ctx, {
      postId: input.postId,
      claimId: current.claim_id,
      draft,
    });
    await appendAudit(ctx, [stored.entry]);
    return stored;
  });
}

function currentDraft(ctx: DbContext, postId: string) {
  return ctx.db
    .selectFrom('draft')
    .innerJoin('claim', 'claim.id', 'draft.claim_id')
    .select([
      'draft.revision',
      'draft.claim_id',
      'draft.language as draft_language',
      'draft.audience',
      'draft.length',
      'claim.text',
      'claim.language',
      'claim.checkable',
    ])
    .where('draft.post_id', '=', postId)
    .orderBy('draft.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}

function resolve(sentence: EditedSentence, index: number, loaded: LoadedSources): DraftSentence {
  assertStorableText(sentence.text, {
    field: `${fieldOf(index)}.text`,
    maxBytes: maxSentenceBytes,
  });
  const citations = sentence.citations.map(({ passageId, quote }, number) => {
    const source = loaded.byPassage.get(passageId);
    const citation = source === undefined ? null : locateQuote(source, quote);
    if (citation !== null) return citation;
    throw new ValidationError('the quote is not in that passage', {
      field: `${fieldOf(index)}.citations[${number}].quote`,
      remedy: 'Copy the quote from the passage, word for word.',
    });
  });
  return { role: sentence.role, text: canonicalText(sentence.text), citations };
}

function refuseFailures(input: Parameters<typeof checkDraft>[0]): void {
  const { dropped, reasons } = checkDraft(input);
  const first = dropped[0];
  if (first !== undefined) {
    const index = [input.headline, ...input.sentences].indexOf(first.sentence);
    throw new ValidationError(`the sentence does not pass the gate: ${first.failures.join(', ')}`, {
      field: fieldOf(index),
      remedy: 'Let the sentence say only what its quotes say, or remove it.',
    });
  }
  if (reasons.length > 0) {
    throw new ValidationError(`the draft is not a whole rebuttal: ${reasons.join(', ')}`, {
      field: 'sentences',
      remedy:
        'Keep the order FACT, WARNING, MYTH, WHY, FACT, each but WARNING and MYTH with a quote.',
    });
  }
}

function fieldOf(index: number): string {
  return index <= 0 ? 'headline' : `sentences[${index - 1}]`;
}
