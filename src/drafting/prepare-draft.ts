import type { Audience } from '#db/schema/index.ts';
import { hashContent } from './content-hash.ts';
import { draftExtractive } from './extractive/extractive.ts';
import { gateDraft, type GateResult } from './gate/gate.ts';
import type { LoadedSources } from './load-sources.ts';
import type { DraftLanguage } from './extractive/templates.ts';
import { type DraftNote, notesOf } from './translate-sources.ts';
import type { DraftSentence, SourcePassage } from './types.ts';

/** A draft that passed the gate, ready to be stored. */
export interface PreparedDraft {
  readonly headline: DraftSentence;
  readonly sentences: readonly DraftSentence[];
  readonly language: DraftLanguage;
  readonly audience: Audience;
  readonly contentSha256: string;
  readonly gate: Pick<GateResult, 'dropped' | 'reasons'> & { readonly notes: readonly DraftNote[] };
}

export interface ClaimToAnswer {
  readonly text: string;
  readonly language: string;
  readonly checkable: boolean;
}

/** Drafts are written in Vietnamese or English; another language is answered in Vietnamese. */
export function draftLanguage(claimLanguage: string): DraftLanguage {
  return claimLanguage === 'en' ? 'en' : 'vi';
}

/**
 * The extractive draft that answers a claim out of `sources` (best first), gated; null when nothing can
 * be quoted or the gate leaves no whole rebuttal. Sources in the draft's own language go first: a quote
 * in the reader's language is the official text, never a translation. A quote out of `untranslated` is
 * noted (see `translateSources`).
 */
export async function prepareDraft(input: {
  claim: ClaimToAnswer;
  sources: readonly SourcePassage[];
  untranslated: ReadonlySet<string>;
  canonicalTexts: LoadedSources['canonicalTexts'];
  asOf: string;
  audience?: Audience;
}): Promise<PreparedDraft | null> {
  const language = draftLanguage(input.claim.language);
  const audience = input.audience ?? 'domestic';
  const own = input.sources.filter((source) => source.language === language);
  const sources = own.length > 0 ? own : input.sources;
  const draft = draftExtractive({ claims: [input.claim], sources, language, audience });
  if (draft === null) return null;
  return gated({ ...draft, ...input, sources, language, audience });
}

/** Runs the gate over a draft, whoever wrote it. Null when what is left is no rebuttal. */
export async function gated(
  input: Parameters<typeof checkDraft>[0] & {
    language: DraftLanguage;
    audience: Audience;
    untranslated: ReadonlySet<string>;
  },
): Promise<PreparedDraft | null> {
  const result = checkDraft(input);
  if (!result.ok) return null;
  const content = {
    headline: input.headline,
    sentences: result.kept,
    language: input.language,
    audience: input.audience,
  };
  return {
    ...content,
    contentSha256: await hashContent(content),
    gate: {
      dropped: result.dropped,
      reasons: result.reasons,
      notes: notesOf([input.headline, ...result.kept], input.untranslated),
    },
  };
}

/** What the gate says of a draft and why. */
export function checkDraft(input: {
  headline: DraftSentence;
  sentences: readonly DraftSentence[];
  claim: ClaimToAnswer;
  sources: readonly SourcePassage[];
  canonicalTexts: LoadedSources['canonicalTexts'];
  asOf: string;
}): GateResult {
  return gateDraft({ ...input, claims: [input.claim] });
}
