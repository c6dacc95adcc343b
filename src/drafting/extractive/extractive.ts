import type { Audience, DraftLength } from '#db/schema/index.ts';
import { answerable, type ExtractiveDraft } from './answerable.ts';
import { arrange } from './arrange.ts';
import type { DraftLanguage } from './templates.ts';
import type { SourcePassage } from '../types.ts';

export interface ExtractiveInput {
  readonly claims: ReadonlyArray<{ readonly text: string; readonly language: string }>;
  /** Best first, already filtered to approved, in force and citable. */
  readonly sources: readonly SourcePassage[];
  readonly language: DraftLanguage;
  readonly audience: Audience;
  /** Absent: a statement. */
  readonly length?: DraftLength;
}

/**
 * Arranges verbatim quotes as FACT → WARNING → MYTH → WHY… → FACT; null when nothing can be quoted, or a
 * short draft cannot hold it. With several claims the one the sources speak to best becomes the MYTH and
 * each other adds a WHY, but for a short draft.
 */
export function draftExtractive(input: ExtractiveInput): ExtractiveDraft | null {
  const [main, ...others] = input.claims
    .flatMap((claim) => answerable(claim.text, input.sources) ?? [])
    .sort((a, b) => b.quotes[0].score - a.quotes[0].score);
  return main === undefined ? null : arrange(main, { length: 'statement', ...input }, others);
}
