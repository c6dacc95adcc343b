import { fold } from '#language/fold.ts';
import { CHINESE_MARKERS } from './checkability-markers.ts';
import { writtenClaim } from './checkability-text.ts';
import { claimEvidence, type ClaimEvidence } from './claim-evidence.ts';
import type { ClaimKind } from './claim-kind.ts';
import { markerTokens, matchMarkers, type MarkerHit, withoutQuotes } from './marker-match.ts';

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

/** What the rules make of a claim. */
export interface Ruling extends Checkability {
  /**
   * True where only weak signs speak against the claim: a particle, everyday talk, nothing firm in it. A
   * strong sign (a question, "theo tôi", a prayer, "will") is final.
   */
  readonly unsure: boolean;
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

/** Households, animals and things pass no laws: a document's form in their mouth is a joke. */
const HOME_AUTHORITY =
  /(?<!\p{L})(?:nhà (?:tôi|mình|em|tui)|nha (?:toi|minh|tui)|(?:vợ|chồng|bố|mẹ|má|bà (?:nội|ngoại)|ông (?:nội|ngoại)|sếp)(?: tôi| mình| em| tui)?|con (?:mèo|chó|gà|vịt|heo|chim|chuột|meo|ga|chuot)[\p{L}\p{M} ]{0,20}|(?:my|our) (?:wife|husband|cat|dog|boss|mother|mum|mom|kids?|son|daughter|family|household)|the (?:rooster|cat|dog|chickens?) [\p{L} ]{0,12}) (?:vừa |đã |mới |vua |da |moi |has |have |just )*(?:ban hành|ký|thông qua|phê chuẩn|tuyên bố|ban hanh|thong qua|phe chuan|issued|signed|ratified|passed|adopted|declared|proclaimed)(?!\p{L})/iu;
const HOME_DOCUMENT =
  /(?:chi thi|nghi quyet|nghi dinh|thong cao|tuyen ngon|hien phap|luat|tru cot|directive|resolution|decree|constitution|pillar)[\p{L}\d ]{0,20} (?:(?:cua |giua )?(?:nha (?:toi|minh|em|tui)|gia dinh (?:toi|minh|em|tui)|vo chong|vo toi|chong toi|ba noi|ba ngoai)|of (?:my|our) (?:house|home|family))(?!\p{L})/u;

/** Judges a claim by markers and evidence alone; see `Ruling.unsure`. */
export function applyRules(claim: CheckabilityInput): Ruling {
  const text = claim.text.trim().replace(/^["“'‘«\s]+|["”'’»\s]+$/gu, '');
  const evidence = claimEvidence(writtenClaim(text));
  if (MARKUP.test(text)) return not('other', ['markup']);
  if (QUESTION_END.test(text)) return not('question', ['question_mark']);
  if (claim.language === 'vi' && isYesOrNo(text)) return not('question', ['yes_or_no']);
  if (isHouseholdLaw(text)) return not('satire', ['household_law']);
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
    return { ...not(weak[0].kind, [code(weak[0])]), unsure: weak[0].kind !== 'exclamation' };
  }
  if (/[!！]\s*$/.test(text) && !firm) return not('exclamation', ['exclamation_mark']);
  const said = evidence.event || isReport(claim.language, text, tokens.length, evidence);
  if (!firm && !said) return { ...not('other', ['nothing_to_check']), unsure: true };
  return { kind: 'factual', checkable: true, reasons: evidenceCodes(evidence), unsure: false };
}

function isHouseholdLaw(text: string): boolean {
  return HOME_AUTHORITY.test(text) || HOME_DOCUMENT.test(fold(text));
}

/** "Có … không", without a question mark. */
function isYesOrNo(text: string): boolean {
  return OR_NO.test(text.slice(-12)) && YES.test(text.slice(0, -5));
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

function not(kind: Exclude<ClaimKind, 'factual'>, reasons: string[]): Ruling {
  return { kind, checkable: false, reasons, unsure: false };
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
