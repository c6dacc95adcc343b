import type { ReportedBy } from '#db/schema/index.ts';
import { detectLanguage } from '#language/detect-language.ts';
import type { TextSpan } from '#language/sentences.ts';
import { assessCheckability, type ClaimJudgement } from './checkability.ts';
import { findReports } from './find-reports.ts';
import { type ClaimSpan, splitClaims } from './split-claims.ts';

/** A claim of a post with what the rules say of it; offsets are code points into the post. */
export interface JudgedClaim extends TextSpan {
  /** Its own where that is clear, else the post's. */
  readonly language: string;
  readonly judged: ClaimJudgement;
  /** Whose words it is, where the post says that they are not its own. */
  readonly reported: ReportedBy | null;
  /** The sentence it is a clause of, which must be checkable too; null for a whole sentence. */
  readonly within: { readonly text: string; readonly judged: ClaimJudgement } | null;
}

type Judged = ClaimSpan & Pick<JudgedClaim, 'language' | 'judged' | 'within'>;

/** Confidence of `detectLanguage` from which a sentence is believed to be in another language than its post. */
const CLEAR = 0.6;
const OWN = new Set(['vi', 'en', 'zh']);

/**
 * Splits a post into claims and judges each. A sentence is split only where it is checkable as a whole
 * and at least one of its clauses is: "theo tôi" or "will" speaks of all of a sentence, and a part must
 * not escape it.
 * @param text masked canonical text of the post. @param language as `detectLanguage` names it.
 */
export function judgeClaims(text: string, language: string): JudgedClaim[] {
  const judge = (claim: TextSpan, language: string): ClaimJudgement =>
    assessCheckability({ text: claim.text, language });
  const spans = splitClaims(text);
  const bySentence = Map.groupBy(spans, ({ sentence }) => sentence);
  const claims = [...bySentence].flatMap(([sentence, clauses]): Judged[] => {
    const own = languageOf(sentence.text, language);
    const whole = judge(sentence, own);
    if (clauses.length > 1 && whole.checkable) {
      const within = { text: sentence.text, judged: whole };
      const judged = clauses.map((clause) => ({
        ...clause,
        language: own,
        judged: judge(clause, own),
        within,
      }));
      if (standApart(judged)) return judged;
    }
    return [{ ...sentence, sentence, language: own, judged: whole, within: null }];
  });
  const reports = findReports(text, claims);
  return claims.map(({ start, end, text, language: own, judged, within }, index) => {
    return { start, end, text, language: own, judged, within, reported: reports[index] ?? null };
  });
}

/** What stands around a claim in another language must not decide how it is read and answered. */
function languageOf(sentence: string, ofPost: string): string {
  const { language, confidence } = detectLanguage(sentence);
  return OWN.has(language) && confidence >= CLEAR ? language : ofPost;
}

/** Something in it can be checked, and nothing in it is a mere scrap. */
function standApart(clauses: ReadonlyArray<{ readonly judged: ClaimJudgement }>): boolean {
  return (
    clauses.some(({ judged }) => judged.checkable) &&
    clauses.every(({ judged }) => judged.kind !== 'too_short')
  );
}
