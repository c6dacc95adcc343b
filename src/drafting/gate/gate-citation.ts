import { sliceCodePoints } from '#language/code-points.ts';
import { splitSentences } from '#language/sentences.ts';
import type { GateFailure } from './gate-failures.ts';
import { findOmission } from './omissions.ts';
import { isLongEnough } from '../extractive/quotable-spans.ts';
import { words } from '../text/tokens.ts';
import type { Citation, SourcePassage } from '../types.ts';

export interface Evidence {
  readonly sources: readonly SourcePassage[];
  /** Canonical text by version id; a version that is missing supports nothing. */
  readonly canonicalTexts: ReadonlyMap<string, string>;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

// The splitter's own cut of long sentences would hide what a quote leaves out.
const UNCUT = { maxCodePoints: Number.MAX_SAFE_INTEGER };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Every reason why a citation may not stand; empty when it may. */
export function checkCitation(citation: Citation, evidence: Evidence): GateFailure[] {
  const source = evidence.sources.find(({ passageId }) => passageId === citation.passageId);
  if (source === undefined) return ['fabricated'];
  if (source.versionId !== citation.versionId) return ['misattributed'];
  const standing = checkStanding(source, evidence.asOf);
  const text = checkQuote(citation, source, evidence.canonicalTexts);
  return text === null ? standing : [text, ...standing];
}

function checkStanding(source: SourcePassage, asOf: string): GateFailure[] {
  const { status, validFrom, endsOn, citable } = source;
  const started = DAY.test(asOf) && DAY.test(validFrom) && validFrom <= asOf;
  const open = endsOn === null || (DAY.test(endsOn) && asOf < endsOn);
  const failures: GateFailure[] = [];
  if (status !== 'approved' || !started || !open) failures.push('not_in_force');
  if (!citable) failures.push('not_citable');
  return failures;
}

function checkQuote(
  { quote, start, end, versionId }: Citation,
  source: SourcePassage,
  canonicalTexts: ReadonlyMap<string, string>,
): GateFailure | null {
  const canonical = canonicalTexts.get(versionId);
  const whole = Number.isSafeInteger(start) && Number.isSafeInteger(end);
  if (canonical === undefined || !whole || start < 0 || end <= start) return 'fabricated';
  if (sliceCodePoints(canonical, start, end) !== quote) return explain(quote, canonicalTexts);
  if (start < source.start || end > source.end) return 'misattributed';
  if (!isLongEnough(quote)) return 'unsupported_sentence';
  const passage = sliceCodePoints(canonical, source.start, source.end);
  for (const sentence of splitSentences(passage, UNCUT)) {
    const from = Math.max(start - source.start, sentence.start);
    const to = Math.min(end - source.start, sentence.end);
    if (from >= to) continue;
    const cut = findOmission(sentence.text, from - sentence.start, to - sentence.start);
    if (cut !== null) return cut;
  }
  return null;
}

/** Names the fault of a quote that is not at its offsets. */
function explain(quote: string, canonicalTexts: ReadonlyMap<string, string>): GateFailure {
  const texts = Array.from(canonicalTexts.values());
  const known = (piece: string): boolean => texts.some((text) => text.includes(piece));
  if (quote.trim() === '') return 'fabricated';
  if (known(quote)) return 'misattributed';
  const pieces = quote
    .split(/\s*\[?(?:…|\.{3})\]?\s*/u)
    .flatMap((part) => splitSentences(part, UNCUT))
    .map(({ text }) => text.trim())
    .filter((piece) => words(piece).length >= 2);
  return pieces.length > 1 && pieces.every((piece) => known(piece)) ? 'stitched' : 'fabricated';
}
