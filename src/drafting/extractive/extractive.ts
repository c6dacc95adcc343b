import { fold } from '#language/fold.ts';
import { shortenMyth } from './myth.ts';
import { pickQuotes } from './quotes.ts';
import {
  attribute,
  type Audience,
  closeSentence,
  type DraftLanguage,
  enquote,
  type Lead,
  TEMPLATES,
} from './templates.ts';
import type { Citation, DraftSentence, SentenceRole, SourcePassage } from '../types.ts';
import { findValueConflicts } from '../conflicts/value-conflicts.ts';

export interface ExtractiveInput {
  readonly claims: ReadonlyArray<{ readonly text: string; readonly language: string }>;
  /** Best first, already filtered to approved, in force and citable. */
  readonly sources: readonly SourcePassage[];
  readonly language: DraftLanguage;
  readonly audience: Audience;
}

export interface ExtractiveDraft {
  readonly headline: DraftSentence;
  readonly sentences: readonly DraftSentence[];
}

/** A further quote must be at least this much as relevant as the best one. */
const FURTHER_QUOTE = 0.5;
/** Only the best quotes are compared value by value with the claim. */
const COMPARED = 6;

interface Candidate {
  readonly source: SourcePassage;
  readonly citation: Citation;
  readonly score: number;
  readonly relevance: number;
  /** Gives another number, date or negation than the claim. */
  readonly answers: boolean;
}

/**
 * Arranges verbatim quotes as FACT → WARNING → MYTH → WHY… → FACT; null when nothing can be quoted.
 * With several claims the one the sources speak to best becomes the MYTH and each other adds a WHY.
 */
export function draftExtractive(input: ExtractiveInput): ExtractiveDraft | null {
  const ranked = input.claims
    .map((claim) => ({ myth: shortenMyth(claim.text), quotes: rank(claim.text, input.sources) }))
    .filter(({ myth, quotes }) => myth !== '' && quotes.length > 0)
    .sort((a, b) => (b.quotes[0]?.score ?? 0) - (a.quotes[0]?.score ?? 0));
  const [main, ...others] = ranked;
  const best = main?.quotes[0];
  if (main === undefined || best === undefined) return null;

  const used = new Set<string>([quoteKey(best)]);
  const take = (quotes: readonly Candidate[], answering: boolean): Candidate | null => {
    const least = (quotes[0]?.relevance ?? 0) * FURTHER_QUOTE;
    const next = quotes.find(
      (quote) =>
        !used.has(quoteKey(quote)) && quote.relevance > least && (quote.answers || !answering),
    );
    if (next !== undefined) used.add(quoteKey(next));
    return next ?? null;
  };
  // The reason must answer the claim: a merely related quote serves only where none is known to.
  const reasons = [take(main.quotes, best.answers) ?? best];
  for (const { quotes } of others) {
    const reason = take(quotes, false);
    if (reason !== null) reasons.push(reason);
  }
  const further = take(main.quotes, false);
  const say = (role: SentenceRole, lead: Lead, quote: Candidate): DraftSentence =>
    quoteSentence(role, lead, quote, input);

  const { warning, myth } = TEMPLATES[input.language];
  return {
    headline: say('FACT', 'fact', best),
    sentences: [
      say('FACT', 'fact', best),
      { role: 'WARNING', text: warning, citations: [] },
      {
        role: 'MYTH',
        text: closeSentence(`${myth}: ${enquote(main.myth)}`, main.myth),
        citations: [],
      },
      ...reasons.map((reason) => say('WHY', 'why', reason)),
      further === null ? say('FACT', 'repeat', best) : say('FACT', 'further', further),
    ],
  };
}

/** Quotes that give another value than the claim first, then by relevance and rank of the passage. */
function rank(claimText: string, sources: readonly SourcePassage[]): Candidate[] {
  return sources
    .flatMap((source, position) =>
      pickQuotes(source, claimText).map(({ citation, relevance }) => ({
        source,
        citation,
        relevance,
        answers: false,
        // Matching already put the best passage first; a later one must be clearly closer to win.
        score: relevance / (1 + 0.15 * position),
      })),
    )
    .sort((a, b) => b.score - a.score)
    .map((candidate, index) => ({
      ...candidate,
      answers:
        index < COMPARED && findValueConflicts(claimText, candidate.citation.quote).length > 0,
    }))
    .sort((a, b) => Number(b.answers) - Number(a.answers));
}

function quoteSentence(
  role: SentenceRole,
  lead: Lead,
  { source, citation }: Candidate,
  { language, audience }: ExtractiveInput,
): DraftSentence {
  const opening = `${TEMPLATES[language].leads[lead]} ${attribute(source, audience)}`;
  const text = closeSentence(`${opening}: ${enquote(citation.quote)}`, citation.quote);
  return { role, text, citations: [citation] };
}

/** Twins of one sentence in two versions or spellings count once. */
function quoteKey({ citation }: Candidate): string {
  return fold(citation.quote);
}
