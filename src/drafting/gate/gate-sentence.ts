import { checkCitation, type Evidence } from './gate-citation.ts';
import { longestRun, plain, properNames } from '../text/folded-words.ts';
import type { GateFailure } from './gate-failures.ts';
import { cleanClaim } from '../extractive/myth.ts';
import { isPersonDirected } from './person-directed.ts';
import { findPolarity } from '../text/polarity.ts';
import { attributionParts, TEMPLATES } from '../extractive/templates.ts';
import type { DraftSentence, SourcePassage } from '../types.ts';
import { extractValues } from '#language/values/extract-values.ts';

export interface GateClaim {
  readonly text: string;
  readonly checkable: boolean;
}

const MYTH_RUN = 4;
const PLACE =
  /(?<![\p{L}])(?:điều|khoản|điểm|chương|article|section|chapter)\s+(?:\d+\p{L}?|[ivxlc]+|\p{L})(?![\p{L}\p{N}])/iu;
const LEADS = new Set(
  Object.values(TEMPLATES).flatMap(({ leads }) => Object.values(leads).map((lead) => plain(lead))),
);
const WARNINGS = new Set(Object.values(TEMPLATES).map(({ warning }) => plain(warning)));
const MYTH_OPENINGS = Object.values(TEMPLATES).map(({ myth }) => plain(myth));

/** Every reason why a sentence may not stay; empty when it may. */
export function checkSentence(
  sentence: DraftSentence,
  evidence: Evidence,
  claims: readonly GateClaim[],
): GateFailure[] {
  const failures = sentence.citations.flatMap((citation) => checkCitation(citation, evidence));
  if (sentence.role === 'MYTH') failures.push(...checkMyth(sentence.text, claims));
  else if (sentence.role === 'WARNING') failures.push(...checkOwnText(sentence.text, '', claims));
  else failures.push(...checkQuoting(sentence, evidence, claims));
  return Array.from(new Set(failures));
}

/** A cited sentence is a lead-in, an attribution and quotes from one passage, and nothing else. */
function checkQuoting(
  { text, citations }: DraftSentence,
  { sources }: Evidence,
  claims: readonly GateClaim[],
): GateFailure[] {
  const [passageId, ...more] = new Set(citations.map((citation) => citation.passageId));
  if (passageId === undefined) return ['unsupported_sentence'];
  if (more.length > 0) return ['stitched'];
  const source = sources.find((each) => each.passageId === passageId);
  if (source === undefined) return [];
  let own = text;
  for (const { quote } of citations) {
    // The last occurrence: a document's title can hold the same words.
    const at = own.lastIndexOf(quote);
    if (quote === '' || at < 0) return ['unsupported_sentence'];
    own = `${own.slice(0, at)} ${own.slice(at + quote.length)}`;
  }
  const rest = withoutAttribution(own, source);
  if (rest === null || PLACE.test(rest)) return ['misattributed'];
  if (LEADS.has(plain(rest))) return [];
  const quoted = citations.map(({ quote }) => quote).join('\n');
  const failures = checkOwnText(rest, quoted, claims);
  const { negations, quantifiers } = findPolarity(rest);
  if (sources.some((other) => other !== source && names(own, other)))
    failures.push('misattributed');
  if (negations.length > findPolarity(quoted).negations.length) failures.push('negation_flip');
  if (quantifiers.length > 0) failures.push('quantifier_shift');
  return failures.length === 0 ? ['unsupported_sentence'] : failures;
}

/** Text of ours that no quote backs: a fixed warning, or it says why not. */
function checkOwnText(text: string, quoted: string, claims: readonly GateClaim[]): GateFailure[] {
  if (WARNINGS.has(plain(text))) return [];
  const failures = newValues(text, quoted);
  if (isPersonDirected(text)) failures.push('person_directed');
  const repeats = claims.some((claim) => longestRun(text, claim.text) >= MYTH_RUN);
  if (repeats) failures.push('restates_myth');
  return failures.length === 0 ? ['unsupported_sentence'] : failures;
}

/** The MYTH sentence is its fixed opening and words of one checkable claim in their order. */
function checkMyth(text: string, claims: readonly GateClaim[]): GateFailure[] {
  const said = plain(text);
  const opening = MYTH_OPENINGS.find((each) => said.startsWith(`${each} `));
  const answered = claims.filter((claim) => plain(cleanClaim(claim.text)) !== '');
  const myth = opening === undefined ? '' : said.slice(opening.length + 1);
  const claim = answered.find((each) => ` ${plain(cleanClaim(each.text))}`.includes(` ${myth}`));
  if (myth !== '' && claim !== undefined) return claim.checkable ? [] : ['answers_opinion'];
  const failures = newValues(text, claims.map((each) => each.text).join('\n'));
  if (isPersonDirected(text)) failures.push('person_directed');
  return failures.length === 0 ? ['unsupported_sentence'] : failures;
}

/** Numbers, dates and proper names of `text` that `known` does not have. */
function newValues(text: string, known: string): GateFailure[] {
  const failures = new Set<GateFailure>();
  const values = extractValues(known);
  for (const value of extractValues(text)) {
    const same = values.some((other) => other.kind === value.kind && other.text === value.text);
    if (!same) failures.add(value.kind === 'date' ? 'date_mismatch' : 'number_mismatch');
  }
  const knownWords = new Set(plain(known).split(' '));
  if (properNames(text).some((name) => !knownWords.has(plain(name)))) failures.add('name_mismatch');
  return Array.from(failures);
}

function names(text: string, { documentTitle, documentNumber }: SourcePassage): boolean {
  return [documentTitle, documentNumber].some(
    (name) => name !== null && name.trim() !== '' && text.includes(name),
  );
}

/** The text without its source's title, number, issuer and place; null when it names no document. */
function withoutAttribution(text: string, source: SourcePassage): string | null {
  if (!names(text, source)) return null;
  const { document, issuer, place } = attributionParts(source);
  const parts = [document, source.documentNumber, issuer, ...place, ...source.headingPath];
  return parts
    .filter((part) => part !== null && part.trim() !== '')
    .sort((a, b) => (b?.length ?? 0) - (a?.length ?? 0))
    .reduce<string>((rest, part) => removeOnce(rest, part ?? ''), text);
}

function removeOnce(text: string, part: string): string {
  const at = text.indexOf(part);
  const rest = text.slice(at + part.length);
  // "Điều 1" must not be taken out of "Điều 12".
  return at < 0 || /^[\p{L}\p{N}]/u.test(rest) ? text : `${text.slice(0, at)} ${rest}`;
}
