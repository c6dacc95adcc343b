import { TEMPLATES } from '../extractive/templates.ts';
import type { Citation, DraftSentence } from '../types.ts';

/**
 * Whether a sentence is a fixed pointer at quotes that sentences before it give in full: it says nothing of
 * its own, and its citations have been checked there.
 */
export function refersBack(
  { role, text, citations }: DraftSentence,
  before: readonly DraftSentence[],
): boolean {
  if (role !== 'WHY' && role !== 'FACT') return false;
  const known = Object.values(TEMPLATES).some(({ pointers }) => pointers[role] === text);
  return known && citations.length > 0 && citations.every((citation) => isGiven(citation, before));
}

function isGiven(citation: Citation, before: readonly DraftSentence[]): boolean {
  return before.some(
    ({ text, citations }) =>
      text.includes(citation.quote) &&
      citations.some(
        (other) =>
          other.passageId === citation.passageId &&
          other.versionId === citation.versionId &&
          other.start === citation.start &&
          other.end === citation.end &&
          other.quote === citation.quote,
      ),
  );
}
