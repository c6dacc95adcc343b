import { codePointLength } from '#language/code-points.ts';
import type { AnswerableClaim, ExtractiveDraft } from './answerable.ts';
import type { AttributionForm } from './attribution.ts';
import { shortenMyth } from './myth.ts';
import type { RankedQuote } from './rank-quotes.ts';
import { shortLimit, spokenLength } from './spoken-length.ts';
import type { DraftSentence } from '../types.ts';
import { mythSentence, pointerSentence, quoteSentence, warningSentence } from './write-sentence.ts';

/** Words of the claim that are repeated, most first. */
const MYTH_WORDS = [12, 8, 5];
/** How much less relevant than the best a shorter quote may be. */
const SHORTER_QUOTE = 0.6;

/** What a draft opens with, gives as the reason and ends with; null: it points back at the opening. */
type Choice = readonly [RankedQuote, RankedQuote | null, RankedQuote | null];

/**
 * The whole structure in 280 code points: the best quote where it fits, else a shorter one that answers
 * as well; where a reason or an ending of its own does not fit, it points back at the opening quote.
 * Quotes are never cut for it. Null when nothing fits.
 */
export function arrangeShort(
  claim: AnswerableClaim,
  form: AttributionForm,
): ExtractiveDraft | null {
  for (const choice of choicesOf(claim, form)) {
    for (const words of MYTH_WORDS) {
      const myth = shortenMyth(claim.text, words, choice[0].differs);
      const draft = assemble(choice, myth, form);
      if (spokenLength(draft.sentences) <= shortLimit) return draft;
    }
  }
  return null;
}

function choicesOf({ quotes }: AnswerableClaim, form: AttributionForm): Choice[] {
  const [best] = quotes;
  const least = best.relevance * SHORTER_QUOTE;
  const size = (quote: RankedQuote): number =>
    codePointLength(quoteSentence('FACT', 'fact', quote, form).text);
  const short = quotes
    .filter(({ answers, relevance }) => answers === best.answers && relevance >= least)
    .toSorted((a, b) => size(a) - size(b));
  return [best, ...short.slice(0, 1)].flatMap((fact): Choice[] => {
    const [other = null, third = null] = short.filter((quote) => quote !== fact);
    return [
      [fact, other, third],
      [fact, null, other],
      [fact, null, null],
    ];
  });
}

function assemble(
  [fact, reason, last]: Choice,
  myth: string,
  form: AttributionForm,
): ExtractiveDraft {
  const first = quoteSentence('FACT', 'fact', fact, form);
  const orPointer = (
    role: 'WHY' | 'FACT',
    lead: 'why' | 'further',
    quote: RankedQuote | null,
  ): DraftSentence =>
    quote === null ? pointerSentence(role, fact, form) : quoteSentence(role, lead, quote, form);
  return {
    headline: first,
    sentences: [
      first,
      warningSentence(form),
      mythSentence(myth, form),
      orPointer('WHY', 'why', reason),
      orPointer('FACT', 'further', last),
    ],
  };
}
