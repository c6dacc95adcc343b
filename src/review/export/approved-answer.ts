import type { DraftView } from '../read-draft.ts';

/** An approved answer as it leaves the service; nothing of the post but its hash and the claim answered. */
export interface ApprovedAnswer {
  readonly approvalId: string;
  readonly approvedAt: string;
  readonly reviewers: readonly [string, string];
  readonly postSha256: string;
  /** The masked words of the post that are answered. */
  readonly claim: { readonly text: string; readonly language: string };
  readonly contentSha256: string;
  readonly language: string;
  readonly audience: DraftView['audience'];
  readonly headline: ExportedSentence;
  readonly sentences: readonly ExportedSentence[];
  /** Other posts it was found to answer, by the hash of their text; `postSha256` is the one it was written for. */
  readonly reusedFor: readonly string[];
  /** Where the team says it published the answer, oldest first. */
  readonly published: ReadonlyArray<{ readonly url: string; readonly addedAt: string }>;
}

export interface ExportedSentence {
  readonly role: DraftView['sentences'][number]['role'];
  readonly text: string;
  readonly citations: readonly ExportedCitation[];
}

export interface ExportedCitation {
  readonly document: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly place: readonly string[];
  readonly quote: string;
  /** Null: cited before quotes were labelled. */
  readonly nature: 'fact' | 'stance' | null;
  readonly versionId: string;
  readonly versionSha256: string;
  /** Code points into the version's canonical text. */
  readonly start: number;
  readonly end: number;
  readonly validFrom: string;
  /** First day out of force; null: no end is known. */
  readonly endsOn: string | null;
  readonly sourceUrl: string | null;
  /** When the quote was found unchanged in this version, after the one first cited had ended. */
  readonly reanchoredAt: string | null;
}
