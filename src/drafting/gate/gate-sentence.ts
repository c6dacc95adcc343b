import { checkCitation } from './gate-citation.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import type { GateFailure } from './gate-failures.ts';
import { checkMyth } from './gate-myth.ts';
import { checkOwnText, type GateClaim, nameFaults } from './name-faults.ts';
import { hasMarkup, isJoining } from './neutralise.ts';
import { otherMarked, takeQuotes } from './marked-quotes.ts';
import { isCarried } from './own-wording.ts';
import { isPersonDirected } from './person-directed.ts';
import { natureOf } from './quote-nature.ts';
import type { DraftSentence, SourcePassage } from '../types.ts';

export type { GateClaim } from './name-faults.ts';

const RESERVED = /\p{Co}/u;
const PLACEHOLDERS = /\p{Co}/gu;
/** Citations a sentence may have: as many as there are bits and placeholders to tell them apart. */
const MOST_CITATIONS = 16;
const FEWEST_MARKED_WORDS = 3;

/** Every reason why a sentence may not stay; empty when it may. */
export function checkSentence(
  sentence: DraftSentence,
  evidence: Evidence,
  claims: readonly GateClaim[],
): GateFailure[] {
  const failures = sentence.citations.flatMap((citation) => checkCitation(citation, evidence));
  if (sentence.role === 'MYTH') failures.push(...checkMyth(sentence.text, claims));
  else if (sentence.role === 'WARNING') failures.push(...checkOwnText(sentence.text, claims));
  else failures.push(...checkQuoting(sentence, evidence, claims));
  return Array.from(new Set(failures));
}

/** A cited sentence says what its quotes say, in their words, and where they stand; nothing else. */
function checkQuoting(
  { role, text: written, citations }: DraftSentence,
  evidence: Evidence,
  claims: readonly GateClaim[],
): GateFailure[] {
  const [passageId, ...more] = new Set(citations.map((citation) => citation.passageId));
  if (passageId === undefined) {
    return role === 'CONNECTIVE' && isJoining(written) ? [] : ['unsupported_sentence'];
  }
  if (more.length > 0) return ['stitched'];
  const reader = readEvidence(evidence);
  const source = reader.source(passageId);
  if (source === undefined) return [];
  const text = written.normalize('NFC');
  if (RESERVED.test(text) || citations.length > MOST_CITATIONS) return ['unsupported_sentence'];
  const marked = takeQuotes(text, citations);
  const names = reader.names(source, citations);
  const failures: GateFailure[] = [];
  const inMarks = otherMarked(marked.text).filter((each) => !names.texts.includes(each));
  const invented = inMarks.filter((each) => !citations.some(({ quote }) => quote.includes(each)));
  if (invented.length > 0) failures.push('fabricated');
  const quotes = citations.map(({ quote }) => ({
    sentences: reader.quote(quote),
    ends: /[.!?…。！？]["”’»)]*$/u.test(quote),
  }));
  const carried = isCarried({ text: marked.text, quotes, names: names.phrases });
  const bare = marked.text.replace(PLACEHOLDERS, ' ');
  const own = withoutNames(bare, names.texts);
  if (carried) {
    if (hasMarkup(own)) failures.push('unsupported_sentence');
    if (isPersonDirected(own)) failures.push('person_directed');
  } else {
    const others = evidence.sources.filter((other) => other !== source);
    failures.push(...nameFaults({ own, citations, claims, others }));
  }
  const needsName =
    marked.quoted.length > 0 ||
    inMarks.some((each) => each.split(/\s+/u).length >= FEWEST_MARKED_WORDS) ||
    citations.some(({ quote }) => natureOf(quote) === 'stance');
  if (needsName && !isNamed(bare, source)) failures.push('misattributed');
  return failures;
}

/** Whether a text names the document by title or number, or whoever issued it. */
function isNamed(text: string, source: SourcePassage): boolean {
  const { documentTitle, documentNumber, issuer, issuerNames = {} } = source;
  return [documentTitle, documentNumber, issuer, ...Object.values(issuerNames)].some(
    (name) =>
      name !== null && name.trim() !== '' && text.toLowerCase().includes(name.toLowerCase()),
  );
}

function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => {
    const at = rest.indexOf(name);
    const behind = rest.slice(at + name.length);
    // "Điều 1" must not be taken out of "Điều 12".
    const glued = /[\p{L}\p{N}]$/u.test(name) && /^[\p{L}\p{N}]/u.test(behind);
    return at < 0 || glued ? rest : `${rest.slice(0, at)} ${behind}`;
  }, text);
}
