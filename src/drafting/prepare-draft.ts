import type { Audience, DraftLength, ModelUse, StoredLint } from '#db/schema/index.ts';
import { hashContent } from './content-hash.ts';
import { draftExtractive } from './extractive/extractive.ts';
import { type DraftLanguage, isDraftLanguage } from './extractive/templates.ts';
import { type DroppedSentence, gateDraft, type GateResult } from './gate/gate.ts';
import { lintDraft, linterVersion } from './lint/lint-draft.ts';
import type { AnsweredPost } from './lint/lint-input.ts';
import { blocksRevision } from './lint/live-rules.ts';
import type { LoadedSources } from './load-sources.ts';
import { type DraftNote, notesOf } from './translate-sources.ts';
import type { DraftSentence, SourcePassage } from './types.ts';

/** A sentence the gate refuses and why. */
export interface FailedSentence extends DroppedSentence {
  /** Where it stands in the draft, 0 is the headline; null: a machine wrote it and it was dropped. */
  readonly ordinal: number | null;
}

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
  readonly gate: {
    readonly dropped: readonly FailedSentence[];
    readonly reasons: GateResult['reasons'];
    readonly notes: readonly DraftNote[];
  };
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
  /** The post the claim is from; absent: nothing but the claim is known of it. */
  readonly post?: AnsweredPost;
}

/** Whom a draft is for and how long it may be. */
export interface DraftForm {
  readonly language: DraftLanguage;
  readonly audience: Audience;
  readonly length: DraftLength;
}

/**
 * A claim is answered in its own language: English always, another where there are templates for it and
 * one of the sources is in it. Else in Vietnamese.
 */
export function draftLanguage(
  claimLanguage: string,
  sources: ReadonlyArray<Pick<SourcePassage, 'language'>>,
): DraftLanguage {
  if (claimLanguage === 'en') return 'en';
  const known = sources.some(({ language }) => language === claimLanguage);
  return known && isDraftLanguage(claimLanguage) ? claimLanguage : 'vi';
}

/** The sources in a draft's own language where there are any: a quote in the reader's language is the official text. */
export function preferLanguage(
  sources: readonly SourcePassage[],
  language: DraftLanguage,
): readonly SourcePassage[] {
  const own = sources.filter((source) => source.language === language);
  return own.length > 0 ? own : sources;
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
    language: input.language ?? draftLanguage(input.claim.language, input.sources),
    audience: input.audience ?? 'domestic',
    length: input.length ?? 'statement',
  };
  const sources = preferLanguage(input.sources, form.language);
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
  const kept = { ...input, sentences: result.kept };
  return checked(kept, result, { reviewBy: null, noAlternative: false });
}

/**
 * A person's draft with every sentence, also those that fail: they and what the linter finds are named
 * beside them, and the draft is blocked until its next revision.
 */
export async function judged(
  input: WrittenDraft & Pick<PreparedDraft, 'reviewBy' | 'noAlternative'>,
): Promise<PreparedDraft> {
  const { reviewBy, noAlternative } = input;
  return checked(input, checkDraft(input), { reviewBy, noAlternative });
}

/** What the gate says of a draft and why. */
function checkDraft(
  input: DraftEvidence & Pick<WrittenDraft, 'headline' | 'sentences'>,
): GateResult {
  return gateDraft({ ...input, claims: [input.claim] });
}

async function checked(
  input: WrittenDraft,
  result: GateResult,
  set: Pick<PreparedDraft, 'reviewBy' | 'noAlternative'>,
): Promise<PreparedDraft> {
  const { headline, sentences, language, audience, length, drafter, model } = input;
  const content = { headline, sentences, language, audience, length, ...set };
  const all = [headline, ...sentences];
  const dropped = result.dropped.map((failed) => {
    const at = all.indexOf(failed.sentence);
    return { ...failed, ordinal: at < 0 ? null : at };
  });
  const post = input.post ?? { text: input.claim.text, canonicalUrl: null, response: undefined };
  const findings = lintDraft({ ...input, ...content, post, gate: result });
  return {
    ...content,
    contentSha256: await hashContent(content),
    gate: { dropped, reasons: result.reasons, notes: notesOf(all, input.untranslated) },
    lint: { linter: linterVersion, findings },
    // The gate's own word comes first: a reason without a finding of its own blocks too.
    blocked:
      !result.ok ||
      dropped.some(({ ordinal }) => ordinal !== null) ||
      findings.some(blocksRevision),
    drafter,
    model,
  };
}
