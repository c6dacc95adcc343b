import { splitSentences } from '#language/sentences.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import type { GateFailure } from './gate-failures.ts';
import { findLostLeadIn } from './list-lead-in.ts';
import { findOmission } from './omissions.ts';
import { isLongEnough } from '../extractive/quotable-spans.ts';
import { words } from '../text/tokens.ts';
import type { Citation, SourcePassage } from '../types.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** How far above a list's item the line that leads it in is looked for, in code points. */
const LEAD_IN_WITHIN = 4000;
const UNCUT = { maxCodePoints: Number.MAX_SAFE_INTEGER };

/** Every reason why a citation may not stand; empty when it may. */
export function checkCitation(citation: Citation, evidence: Evidence): GateFailure[] {
  const source = readEvidence(evidence).source(citation.passageId);
  if (source === undefined) return ['fabricated'];
  if (source.versionId !== citation.versionId) return ['misattributed'];
  const standing = checkStanding(source, evidence.asOf);
  const text = checkQuote(citation, source, evidence);
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
  evidence: Evidence,
): GateFailure | null {
  const reader = readEvidence(evidence);
  const whole = Number.isSafeInteger(start) && Number.isSafeInteger(end);
  if (!whole || start < 0 || end <= start) return 'fabricated';
  const found = reader.slice(versionId, start, end);
  if (found === null) return 'fabricated';
  if (found !== quote) return explain(quote, evidence.canonicalTexts);
  if (start < source.start || end > source.end) return 'misattributed';
  if (!isLongEnough(quote)) return 'unsupported_sentence';
  const before = reader.slice(versionId, Math.max(0, start - LEAD_IN_WITHIN), start) ?? '';
  const lost = findLostLeadIn(before, quote);
  if (lost !== null) return lost;
  for (const sentence of reader.sentences(source)) {
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
