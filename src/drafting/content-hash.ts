import { canonicalJson, sha256Hex } from '#platform/hash.ts';
import type { Citation, DraftSentence } from './types.ts';

export interface DraftContent {
  readonly headline: DraftSentence;
  readonly sentences: readonly DraftSentence[];
  readonly language: string;
  readonly audience: string;
  /** Absent from what was hashed before drafts had a form: null or undefined leaves the hash as it was. */
  readonly length?: string | null;
  readonly reviewBy?: string | null;
  readonly noAlternative?: boolean;
}

/** SHA-256 (hex) of what two people approve: any change of a character, role or offset changes it. */
export function hashContent(content: DraftContent): Promise<string> {
  const { headline, sentences, language, audience, length, reviewBy, noAlternative } = content;
  return sha256Hex(
    canonicalJson({
      headline: sentence(headline),
      sentences: sentences.map((each) => sentence(each)),
      language,
      audience,
      ...(length == null
        ? {}
        : { length, review_by: reviewBy ?? null, no_alternative: noAlternative === true }),
    }),
  );
}

// Fields are named one by one so that a stored row with extra columns hashes like the draft it holds.
function sentence({ role, text, citations }: DraftSentence): DraftSentence {
  return { role, text, citations: citations.map((each) => citation(each)) };
}

function citation({ versionId, passageId, start, end, quote }: Citation): Citation {
  return { versionId, passageId, start, end, quote };
}
