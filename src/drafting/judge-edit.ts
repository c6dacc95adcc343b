import type { DbContext } from '#db/context.ts';
import type { Audience, DraftLength } from '#db/schema/index.ts';
import { assertStorableText, canonicalText } from '#language/canonical-text.ts';
import { isoDay } from '#platform/clock.ts';
import { NotFoundError, ValidationError } from '#platform/errors.ts';
import { locateQuote } from './extractive/quotes.ts';
import type { DraftLanguage } from './extractive/templates.ts';
import { type LoadedSources, loadSources } from './load-sources.ts';
import { judged, type PreparedDraft } from './prepare-draft.ts';
import { translateSources } from './translate-sources.ts';
import type { Citation, DraftSentence, SentenceRole } from './types.ts';

const maxSentenceBytes = 8192;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface EditedSentence {
  readonly role: SentenceRole;
  readonly text: string;
  readonly citations: ReadonlyArray<{ readonly passageId: number; readonly quote: string }>;
}

/** A person's wording of a post's draft. What is left out stays as it is in the newest revision. */
export interface EditedDraft {
  readonly postId: string;
  readonly headline: EditedSentence;
  readonly sentences: readonly EditedSentence[];
  /** The day (YYYY-MM-DD) from which an approval is out of force; null: none. */
  readonly reviewBy?: string | null | undefined;
  /** The person found no alternative explanation in the corpus. */
  readonly noAlternative?: boolean | undefined;
  readonly language?: DraftLanguage | undefined;
  readonly audience?: Audience | undefined;
  readonly length?: DraftLength | undefined;
}

export interface JudgedEdit {
  /** The newest revision, which the edit starts from. */
  readonly base: { readonly revision: number; readonly claimId: string };
  readonly draft: PreparedDraft;
}

/**
 * What gate and linter say of a person's wording, held against the post and the decisions in the
 * database. A quote that is not in its passage is refused, or with `unlocated: 'judge'` left for the
 * gate to name. Reads only. @throws ValidationError naming the field, NotFoundError without a draft
 */
export async function judgeEdit(
  ctx: DbContext,
  input: EditedDraft,
  { unlocated }: { unlocated: 'refuse' | 'judge' },
): Promise<JudgedEdit> {
  const current = await currentDraft(ctx, input.postId);
  if (current === undefined) throw new NotFoundError('this post has no draft', { field: 'post' });
  const edited = [input.headline, ...input.sentences];
  const loaded = await loadSources(
    ctx,
    edited.flatMap((sentence) => sentence.citations.map((citation) => citation.passageId)),
  );
  const [headline, ...sentences] = edited.map((sentence, index) =>
    resolve(sentence, fieldOf(index), loaded, unlocated),
  );
  const asOf = isoDay(ctx.clock());
  const language = input.language ?? (current.draft_language as DraftLanguage);
  const cited = [...loaded.byPassage.values()];
  const { untranslated } = await translateSources(ctx, cited, { language, asOf });
  const { text, language: claimLanguage, checkable } = current;
  const draft = await judged({
    headline: headline as DraftSentence,
    sentences,
    claim: { text, language: claimLanguage, checkable },
    sources: cited,
    untranslated,
    canonicalTexts: loaded.canonicalTexts,
    asOf,
    post: {
      text: current.post_text,
      canonicalUrl: current.canonical_url,
      response: current.decision,
    },
    language,
    audience: input.audience ?? current.audience,
    length: input.length ?? current.length ?? 'statement',
    reviewBy: input.reviewBy === undefined ? current.review_by : reviewDay(input.reviewBy),
    noAlternative: input.noAlternative ?? current.no_alternative,
    drafter: 'person',
    model: null,
  });
  return { base: { revision: current.revision, claimId: current.claim_id }, draft };
}

function currentDraft(ctx: DbContext, postId: string) {
  return ctx.db
    .selectFrom('draft')
    .innerJoin('claim', 'claim.id', 'draft.claim_id')
    .innerJoin('post', 'post.id', 'draft.post_id')
    .leftJoin('response_decision as response', (join) =>
      join.onRef('response.post_id', '=', 'post.id').on('response.current', '=', true),
    )
    .select([
      'draft.revision',
      'draft.claim_id',
      'draft.language as draft_language',
      'draft.audience',
      'draft.length',
      'draft.review_by',
      'draft.no_alternative',
      'claim.text',
      'claim.language',
      'claim.checkable',
      'post.text as post_text',
      'post.canonical_url',
      'response.decision',
    ])
    .where('draft.post_id', '=', postId)
    .orderBy('draft.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}

function resolve(
  sentence: EditedSentence,
  field: string,
  loaded: LoadedSources,
  unlocated: 'refuse' | 'judge',
): DraftSentence {
  assertStorableText(sentence.text, { field: `${field}.text`, maxBytes: maxSentenceBytes });
  const citations = sentence.citations.map(({ passageId, quote }, number): Citation => {
    const source = loaded.byPassage.get(passageId);
    const citation = source === undefined ? null : locateQuote(source, quote);
    if (citation !== null) return citation;
    if (unlocated === 'judge') {
      // No place at all: the gate calls it fabricated.
      const versionId = source?.versionId ?? '';
      return { versionId, passageId: String(passageId), start: 0, end: 0, quote };
    }
    throw new ValidationError('the quote is not in that passage', {
      field: `${field}.citations[${number}].quote`,
      remedy: 'Copy the quote from the passage, word for word.',
    });
  });
  return { role: sentence.role, text: canonicalText(sentence.text), citations };
}

/** A day of the calendar. @throws ValidationError for any other text */
function reviewDay(day: string | null): string | null {
  if (day === null) return null;
  const at = new Date(`${day}T00:00:00Z`);
  if (DAY.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)) return day;
  throw new ValidationError('the review-by date is no day of the calendar', {
    field: 'review_by',
    remedy: 'Give it as YYYY-MM-DD, or leave it out.',
  });
}

/** How errors name a sentence: 0 is the headline. */
function fieldOf(ordinal: number): string {
  return ordinal <= 0 ? 'headline' : `sentences[${ordinal - 1}]`;
}
