import type { GateResult } from '../gate/gate.ts';
import type { DraftSentence, SourcePassage } from '../types.ts';

export interface LintInput {
  readonly headline: DraftSentence;
  readonly sentences: readonly DraftSentence[];
  readonly claim: { readonly text: string; readonly checkable: boolean };
  /** The passages the draft cites: what names them is not the draft's own wording. */
  readonly sources: readonly SourcePassage[];
  readonly post: AnsweredPost;
  /** YYYY-MM-DD; null: none was set. */
  readonly reviewBy: string | null;
  /** A person found no alternative explanation in the corpus. */
  readonly noAlternative: boolean;
  /** What the gate says of these sentences; those that are not in the draft are left out. */
  readonly gate: Pick<GateResult, 'dropped'>;
  /** The day the draft is held against, YYYY-MM-DD. */
  readonly asOf: string;
}

/** What a rule has to know of the post a draft answers. */
export interface AnsweredPost {
  readonly text: string;
  readonly canonicalUrl: string | null;
  /** Null: nobody has decided yet; undefined: not looked up, so R1 says nothing. */
  readonly response: 'respond' | 'monitor' | 'do_not_respond' | null | undefined;
}
