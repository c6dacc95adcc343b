import type { Audience, DraftLength, ModelUse, StoredLint } from '#db/schema/index.ts';
import { hashContent } from './content-hash.ts';
import { draftExtractive } from './extractive/extractive.ts';
import type { DraftLanguage } from './extractive/templates.ts';
import { gateDraft, type GateResult } from './gate/gate.ts';
import { lintDraft, linterVersion } from './lint/lint-draft.ts';
import type { LoadedSources } from './load-sources.ts';
import { type DraftNote, notesOf } from './translate-sources.ts';
import type { DraftSentence, SourcePassage } from './types.ts';

/** A draft with what gate and linter say of it, ready to be stored. */
export interface PreparedDraft {
  readonly headline: DraftSentence;
  readonly sentences: readonly DraftSentence[];
  readonly language: DraftLanguage;
  readonly audience: Audience;
  readonly length: DraftLength;
  /** YYYY-MM-DD; null: none was set. */
  readonly reviewBy: string | null;
  readonly noAlternative: boolean;
  readonly contentSha256: string;
  readonly gate: Pick<GateResult, 'dropped' | 'reasons'> & { readonly notes: readonly DraftNote[] };
  readonly lint: StoredLint;
  /** The gate or a rule of severity H refuses it: it can be neither submitted nor approved. */
  readonly blocked: boolean;
  readonly drafter: 'extractive' | 'person' | 'model';
  readonly model: ModelUse | null;
}

export interface ClaimToAnswer {
  readonly text: string;
  readonly language: string;
  readonly checkable: boolean;
}

/** What a draft is checked against. */
export interface DraftEvidence {
  readonly claim: ClaimToAnswer;
  readonly sources: readonly SourcePassage[];
  /** Ids of passages quoted in another language for want of a translation. */
  readonly untranslated: ReadonlySet<string>;
  readonly canonicalTexts: LoadedSources['canonicalTexts'];
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

/** Whom a draft is for and how long it may be. */
export interface DraftForm {
  readonly language: DraftLanguage;
  readonly audience: Audience;
  readonly length: DraftLength;
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
export async function prepareDraft(
  input: DraftEvidence & Partial<DraftForm>,
): Promise<PreparedDraft | null> {
  const form = {
    language: input.language ?? draftLanguage(input.claim.language),
    audience: input.audience ?? 'domestic',
    length: input.length ?? 'statement',
  };
  const own = input.sources.filter((source) => source.language === form.language);
  const sources = own.length > 0 ? own : input.sources;
  const draft = draftExtractive({ claims: [input.claim], sources, ...form });
  if (draft === null) return null;
  return gated({ ...input, ...draft, ...form, sources, drafter: 'extractive', model: null });
}

/** What somebody or something wrote, before it is checked. */
export interface WrittenDraft extends DraftEvidence, DraftForm {
  readonly headline: DraftSentence;
  readonly sentences: readonly DraftSentence[];
  readonly drafter: PreparedDraft['drafter'];
  readonly model: ModelUse | null;
}

/**
 * A machine's draft without the sentences the gate drops. Null when what is left is no rebuttal: it is
 * not offered.
 */
export async function gated(input: WrittenDraft): Promise<PreparedDraft | null> {
  const result = checkDraft(input);
  if (!result.ok) return null;
  return checked(input, result, { reviewBy: null, noAlternative: false });
}

/** What the gate says of a draft and why. */
export function checkDraft(
  input: DraftEvidence & Pick<WrittenDraft, 'headline' | 'sentences'>,
): GateResult {
  return gateDraft({ ...input, claims: [input.claim] });
}

async function checked(
  input: WrittenDraft,
  result: GateResult,
  set: Pick<PreparedDraft, 'reviewBy' | 'noAlternative'>,
): Promise<PreparedDraft> {
  const { headline, language, audience, length, drafter, model } = input;
  const content = { headline, sentences: result.kept, language, audience, length, ...set };
  const findings = lintDraft({ ...content, claim: input.claim, gate: result });
  return {
    ...content,
    contentSha256: await hashContent(content),
    gate: {
      dropped: result.dropped,
      reasons: result.reasons,
      notes: notesOf([headline, ...result.kept], input.untranslated),
    },
    lint: { linter: linterVersion, findings },
    blocked: !result.ok || findings.some(({ severity }) => severity === 'H'),
    drafter,
    model,
  };
}
