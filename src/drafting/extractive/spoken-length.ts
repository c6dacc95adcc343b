import { codePointLength } from '#language/code-points.ts';
import type { DraftSentence } from '../types.ts';

/** Code points a short draft may have, as most platforms count one message. */
export const shortLimit = 280;

/** Code points of a draft as it is read aloud: its sentences with a blank between, without headline and marks of reference. */
export function spokenLength(sentences: ReadonlyArray<Pick<DraftSentence, 'text'>>): number {
  const blanks = Math.max(0, sentences.length - 1);
  return sentences.reduce((sum, { text }) => sum + codePointLength(text), blanks);
}
