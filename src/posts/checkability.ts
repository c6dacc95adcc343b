import { CHINESE_MARKERS } from './checkability-markers.ts';
import { claimEvidence, type ClaimEvidence } from './claim-evidence.ts';
import type { ClaimKind } from './claim-kind.ts';
import { markerTokens, matchMarkers, type MarkerHit } from './marker-match.ts';

export interface Checkability {
  readonly kind: ClaimKind;
  /** True for `factual` only: no other kind may ever be answered. */
  readonly checkable: boolean;
  /** Short stable codes, the deciding one first: `opinion_marker:theo tôi`, `question_mark`, `figure`. */
  readonly reasons: string[];
}

export interface CheckabilityInput {
  readonly text: string;
  /** As `detectLanguage` names it. */
  readonly language: string;
}

const MIN_WORDS = 4;
const MIN_UNSPACED = 6;
const UNSPACED_LANGUAGES = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);
const QUESTION_END = /[?？؟][\s!?.…"'”’»)\]\p{Extended_Pictographic}\uFE0F]*$/u;
/** Tags are not how people state things: text made to look like a program's is no claim. */
const MARKUP = /<\/?[a-z][^<>]{0,200}>/iu;
const YES = /(?<!\p{L})(?:có|co)(?!\p{L})/iu;
const OR_NO = /(?<!\p{L})(?:không|khong|hông|hok|ko|k)[\s.!…]{0,5}$/iu;
const WILL = /(?<!\p{L})(?:sẽ|se|will|won't|gonna|going to)(?!\p{L})/iu;

/**
 * Whether a claim says something that a source could show to be wrong. Opinion, criticism, prayer,
 * satire, questions and predictions are never checkable; in doubt a claim is not checkable, since
 * answering legitimate criticism is the worst error there is.
 */
export function assessCheckability(claim: CheckabilityInput): Checkability {
  const text = claim.text.trim().replace(/^["“'‘«\s]+|["”'’»\s]+$/gu, '');
  const evidence = claimEvidence(text);
  if (MARKUP.test(text)) return not('other', ['markup']);
  if (QUESTION_END.test(text)) return not('question', ['question_mark']);
  if (claim.language === 'vi' && isYesOrNo(text)) return not('question', ['yes_or_no']);
  const tokens = markerTokens(withoutQuotes(text), claim.language);
  const hits = matchMarkers(tokens, claim.language);
  const chinese = chineseMarker(text);
  const strong = hits.find((hit) => !hit.weak) ?? chinese;
  if (strong !== undefined) return not(strong.kind, [code(strong)]);
  if (isTooShort(claim.language, text, tokens, evidence)) return not('too_short', ['too_short']);
  if (WILL.test(text) && !evidence.scheduled) return not('prediction', ['future_tense']);
  const firm = evidence.figure || evidence.date || evidence.law;
  const weak = hits.filter((hit) => hit.weak);
  if (weak[0] !== undefined && !(firm && isAboutTheWorld(weak, evidence))) {
    return not(weak[0].kind, [code(weak[0])]);
  }
  if (/[!！]\s*$/.test(text) && !firm) return not('exclamation', ['exclamation_mark']);
  const said = evidence.event || isReport(claim.language, text, tokens.length, evidence);
  if (!firm && !said) return not('other', ['nothing_to_check']);
  return { kind: 'factual', checkable: true, reasons: evidenceCodes(evidence) };
}

/** "Có … không", without a question mark. */
function isYesOrNo(text: string): boolean {
  return OR_NO.test(text.slice(-12)) && YES.test(text.slice(0, -5));
}

/** What someone is quoted as saying is part of the report, not the manner of the claim. */
function withoutQuotes(text: string): string {
  const rest = text.replace(/"[^"\n]{8,}"|“[^”\n]{8,}”|«[^»\n]{8,}»/gu, ' … ');
  return (rest.match(/\p{L}+/gu)?.length ?? 0) >= 3 ? rest : text;
}

/** Nothing firm in it, but a statement about a third party in the manner of a report. */
function isReport(language: string, text: string, words: number, evidence: ClaimEvidence): boolean {
  if (language === 'zh') return text.length >= 10 && !/[我你您咱]/u.test(text);
  if (evidence.entity && evidence.state) return true;
  if (language === 'vi') return words >= 12 && /^\p{Lu}[^!]*[.;:"”)]$/u.test(text);
  const told = evidence.entity || evidence.state;
  return told && words >= 6 && !/(?<!\p{L})(?:i|we|you|our|your|us)(?!\p{L})/iu.test(text);
}

/** Personal talk stays personal even with a figure in it ("em 20 tuổi"), unless it names something. */
function isAboutTheWorld(weak: readonly MarkerHit[], evidence: ClaimEvidence): boolean {
  if (evidence.law || evidence.entity) return true;
  return !weak.some((hit) => hit.kind === 'other' || hit.kind === 'satire');
}

function isTooShort(
  language: string,
  text: string,
  tokens: readonly string[],
  evidence: ClaimEvidence,
): boolean {
  if (UNSPACED_LANGUAGES.has(language)) {
    return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < MIN_UNSPACED;
  }
  const words = tokens.filter((token) => /[\p{L}\p{N}]/u.test(token)).length;
  return words < (evidence.figure ? MIN_WORDS - 1 : MIN_WORDS);
}

function chineseMarker(text: string): MarkerHit | undefined {
  if (!/\p{Script=Han}/u.test(text)) return undefined;
  const bare = text.replace(/[\s\p{P}\p{S}]+$/gu, '');
  for (const [kind, phrases] of CHINESE_MARKERS) {
    const found = new RegExp(phrases, 'u').exec(bare);
    if (found !== null) return { kind, weak: false, phrase: found[0] };
  }
  return undefined;
}

function not(kind: Exclude<ClaimKind, 'factual'>, reasons: string[]): Checkability {
  return { kind, checkable: false, reasons };
}

function code(hit: MarkerHit): string {
  return `${hit.kind}_marker:${hit.phrase}`;
}

function evidenceCodes(evidence: ClaimEvidence): string[] {
  const names = { figure: 'figure', date: 'date', law: 'law_reference', entity: 'named_entity' };
  const codes = Object.entries(names)
    .filter(([key]) => evidence[key as keyof ClaimEvidence])
    .map(([, name]) => name);
  return codes.length > 0 ? codes : ['statement'];
}
