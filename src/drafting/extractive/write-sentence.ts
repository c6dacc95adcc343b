import { attribute, type AttributionForm } from './attribution.ts';
import { closeSentence, enquote, type Lead, TEMPLATES, wordingOf } from './templates.ts';
import type { Citation, DraftSentence, SentenceRole, SourcePassage } from '../types.ts';

/** A quote with the passage it is out of. */
export interface Quote {
  readonly source: SourcePassage;
  readonly citation: Citation;
}

/** A lead, where the quote comes from, and the quote in marks; nothing else. */
export function quoteSentence(
  role: SentenceRole,
  lead: Lead,
  { source, citation }: Quote,
  form: AttributionForm,
): DraftSentence {
  const { colon, gap } = TEMPLATES[form.language].typography;
  const named = attribute(source, citation, form);
  const opening = `${wordingOf(form.language, form.length).leads[lead]}${gap}${named}${colon}`;
  const quoted = `${opening}${enquote(citation.quote, form.language)}`;
  return {
    role,
    text: closeSentence(quoted, citation.quote, form.language),
    citations: [citation],
  };
}

export function warningSentence({ language, length }: AttributionForm): DraftSentence {
  return { role: 'WARNING', text: wordingOf(language, length).warning, citations: [] };
}

/** Points back at a quote that an earlier sentence of a short draft gives. */
export function pointerSentence(
  role: 'WHY' | 'FACT',
  { citation }: Quote,
  { language }: AttributionForm,
): DraftSentence {
  return { role, text: TEMPLATES[language].pointers[role], citations: [citation] };
}

/** The claim in its own words, shortened by the caller. */
export function mythSentence(myth: string, { language, length }: AttributionForm): DraftSentence {
  const { colon } = TEMPLATES[language].typography;
  const text = `${wordingOf(language, length).myth}${colon}${enquote(myth, language)}`;
  return { role: 'MYTH', text: closeSentence(text, myth, language), citations: [] };
}
