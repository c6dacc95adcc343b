import { fold } from '#language/fold.ts';
import type { AttributionForm } from './attribution.ts';
import { arrangeShort } from './arrange-short.ts';
import type { AnswerableClaim, ExtractiveDraft } from './answerable.ts';
import type { RankedQuote } from './rank-quotes.ts';
import type { Lead } from './templates.ts';
import type { DraftSentence, SentenceRole } from '../types.ts';
import { mythSentence, quoteSentence, warningSentence } from './write-sentence.ts';

/** A further quote must be at least this much as relevant as the best one. */
const FURTHER_QUOTE = 0.5;

/** Quotes at most beside the fact a draft opens with. */
const LIMITS = {
  statement: { reasons: 1, further: 1 },
  note: { reasons: 3, further: 4 },
  qa: { reasons: 2, further: 2 },
} as const;

/**
 * FACT → WARNING → MYTH → WHY… → FACT… out of verbatim quotes. `others` are further claims of the same
 * draft, each with a WHY of its own. Null when a short draft cannot hold the whole structure.
 */
export function arrange(
  claim: AnswerableClaim,
  form: AttributionForm,
  others: readonly AnswerableClaim[] = [],
): ExtractiveDraft | null {
  const { length } = form;
  if (length === 'short') return arrangeShort(claim, form);
  const [best] = claim.quotes;
  const limits = LIMITS[length];
  const take = taker(best);
  // The reason must answer the claim: a merely related quote serves only where none is known to.
  const found = take(claim.quotes, limits.reasons, best.answers);
  const reasons = found.length > 0 ? found : [best];
  for (const { quotes } of others) reasons.push(...take(quotes, 1, false));
  const further = take(claim.quotes, limits.further, false);
  // A headline is no question.
  const headlineForm = length === 'qa' ? { ...form, length: 'statement' as const } : form;
  return {
    headline: quoteSentence('FACT', 'fact', best, headlineForm),
    sentences: [
      quoteSentence('FACT', 'fact', best, form),
      warningSentence(form),
      mythSentence(claim.myth, form),
      ...part('WHY', 'why', reasons, form),
      ...(further.length === 0
        ? [quoteSentence('FACT', 'repeat', best, form)]
        : part('FACT', 'further', further, form)),
    ],
  };
}

/** Sentences of one part, those of a document together; only the first asks or names what the part is. */
function part(
  role: SentenceRole,
  lead: Lead,
  quotes: readonly RankedQuote[],
  form: AttributionForm,
): DraftSentence[] {
  const byDocument = Map.groupBy(quotes, ({ source }) => source.versionId);
  return Array.from(byDocument.values())
    .flat()
    .map((quote, index) =>
      index === 0
        ? quoteSentence(role, lead, quote, form)
        : quoteSentence(role, 'further', quote, { ...form, length: 'statement' }),
    );
}

/** Gives quotes that were not given before and are relevant enough, best first. */
function taker(first: RankedQuote) {
  const used = new Set([quoteKey(first)]);
  return (quotes: readonly RankedQuote[], most: number, answering: boolean): RankedQuote[] => {
    const least = (quotes[0]?.relevance ?? 0) * FURTHER_QUOTE;
    const taken: RankedQuote[] = [];
    for (const quote of quotes) {
      if (taken.length >= most) break;
      if (quote.relevance <= least || (answering && !quote.answers)) continue;
      if (used.has(quoteKey(quote))) continue;
      used.add(quoteKey(quote));
      taken.push(quote);
    }
    return taken;
  };
}

/** Twins of one sentence in two versions or spellings count once. */
function quoteKey({ citation }: RankedQuote): string {
  return fold(citation.quote);
}
