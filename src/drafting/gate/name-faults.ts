import { fold } from '#language/fold.ts';
import { extractNames, foldName } from '#language/values/names.ts';
import { extractValues, type TextValue } from '#language/values/extract-values.ts';
import { WORDINGS } from '../extractive/templates.ts';
import type { GateFailure } from './gate-failures.ts';
import { isPersonDirected } from './person-directed.ts';
import { longestRun, plain, properNames } from '../text/folded-words.ts';
import { findPolarity } from '../text/polarity.ts';
import { foldedWords } from '../text/tokens.ts';
import type { Citation, SourcePassage } from '../types.ts';

export interface GateClaim {
  readonly text: string;
  readonly checkable: boolean;
}

const MYTH_RUN = 4;
/** Share of a quote's words from which wording is taken to say it again. */
const RESTATED = 0.5;
const PLACE =
  /(?<![\p{L}])(?:điều|khoản|điểm|chương|article|section|chapter)\s+(?:\d+\p{L}?|[ivxlc]+|\p{L})(?![\p{L}\p{N}])/iu;
const SPEAKER =
  /(?<![\p{L}\p{N}])(?:theo|theo lời|như|do|bởi|according to|per|by|as|in the words of)\s+(?:the\s+)?(?!\p{Lu}\p{L}*\s*[:“"])\p{Lu}/u;
const DENIAL =
  /(?<![\p{L}\p{N}])(?:không|chưa|chẳng|chả|cấm|trái|sai|giả|bác bỏ|phủ nhận|từ chối|not|no|never|none|nor|neither|cannot|without|false|wrong|contrary|den(?:y|ies|ied)|reject(?:s|ed)?)(?![\p{L}\p{N}])|n['’]t(?![\p{L}\p{N}])/iu;
const EXTENT =
  /(?<![\p{L}\p{N}])(?:chỉ|mọi|tất cả|toàn bộ|mỗi|một số|đa số|hầu hết|phần lớn|trừ|luôn|nếu|ít nhất|nhiều nhất|tối đa|tối thiểu|có thể|thường|only|all|every|each|always|some|most|many|few|several|any|except|unless|if|at least|at most|may|might|could|usually|often)(?![\p{L}\p{N}])/giu;
const WARNINGS = new Set(WORDINGS.map(({ warning }) => plain(warning)));

interface Unsupported {
  /** The sentence without its quotes in marks and without what names its source. */
  readonly own: string;
  readonly citations: readonly Citation[];
  readonly claims: readonly GateClaim[];
  /** Passages it does not cite. */
  readonly others: readonly SourcePassage[];
}

/** What wording says that its quotes do not, by name; `unsupported_sentence` where no name fits. */
export function nameFaults({ own, citations, claims, others }: Unsupported): GateFailure[] {
  const quoted = citations.map(({ quote }) => quote).join('\n');
  const failures = new Set<GateFailure>(newValues(own, quoted));
  if (PLACE.test(own) || SPEAKER.test(own) || others.some((other) => names(own, other))) {
    failures.add('misattributed');
  }
  if (isPersonDirected(own)) failures.add('person_directed');
  if (repeatsClaim(own, claims)) failures.add('restates_myth');
  for (const failure of changedPolarity(own, quoted)) failures.add(failure);
  if (isStitched(own, citations)) failures.add('stitched');
  if (failures.size === 0) failures.add('unsupported_sentence');
  return Array.from(failures);
}

/** Text of ours that no quote backs: a fixed warning, or it says why not. */
export function checkOwnText(text: string, claims: readonly GateClaim[]): GateFailure[] {
  if (WARNINGS.has(plain(text))) return [];
  const failures = newValues(text, '');
  if (isPersonDirected(text)) failures.push('person_directed');
  if (repeatsClaim(text, claims)) failures.push('restates_myth');
  return failures.length === 0 ? ['unsupported_sentence'] : failures;
}

/** Numbers with their units, dates and proper names of `text` that `known` does not have. */
export function newValues(text: string, known: string): GateFailure[] {
  const failures = new Set<GateFailure>();
  const values = extractValues(known);
  for (const value of extractValues(text)) {
    if (values.some((other) => sameValue(value, other))) continue;
    failures.add(value.kind === 'date' ? 'date_mismatch' : 'number_mismatch');
  }
  const knownWords = new Set(plain(known).split(' '));
  const knownText = ` ${foldName(known)} `;
  const unknown =
    properNames(text).some((name) => !knownWords.has(plain(name))) ||
    extractNames(text).some(({ folded }) => !knownText.includes(` ${folded} `));
  if (unknown) failures.add('name_mismatch');
  return Array.from(failures);
}

function sameValue(a: TextValue, b: TextValue): boolean {
  if (a.kind !== b.kind || fold(a.text) !== fold(b.text)) return false;
  if (a.kind === 'date' || b.kind === 'date') return true;
  return a.unit === '' || (a.written === b.written && a.label === b.label);
}

function repeatsClaim(text: string, claims: readonly GateClaim[]): boolean {
  return claims.some((claim) => longestRun(text, claim.text) >= MYTH_RUN);
}

/** Negations and quantifiers that were added, or left out of a quote that is said again. */
function changedPolarity(own: string, quoted: string): GateFailure[] {
  const [said, source] = [findPolarity(own), findPolarity(quoted)];
  const failures: GateFailure[] = [];
  const ownWords = new Set(foldedWords(own));
  const quotedWords = foldedWords(quoted);
  const shared = quotedWords.filter((word) => ownWords.has(word)).length;
  const restated = shared >= quotedWords.length * RESTATED;
  const [negations, before] = [said.negations.length, source.negations.length];
  const denies = DENIAL.test(own) && !DENIAL.test(quoted);
  if (negations > before || denies || (restated && negations < before))
    failures.push('negation_flip');
  const extents = (text: string): string =>
    (text.toLowerCase().match(EXTENT) ?? []).toSorted().join();
  const added = (own.toLowerCase().match(EXTENT) ?? []).some(
    (word) => !new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(quoted),
  );
  const lone = !restated && said.quantifiers.length > 0;
  if (added || lone || (restated && extents(own) !== extents(quoted)))
    failures.push('quantifier_shift');
  return failures;
}

/** Every word stands in the quotes, but no one sentence of them has them all. */
function isStitched(own: string, citations: readonly Citation[]): boolean {
  const said = foldedWords(own);
  const sentences = citations.flatMap(({ quote }) => quote.split(/(?<=[.!?;])\s+/u));
  const sets = sentences.map((sentence) => new Set(foldedWords(sentence)));
  const inOne = (set: ReadonlySet<string>): boolean => said.every((word) => set.has(word));
  const known = said.length > 0 && said.every((word) => sets.some((set) => set.has(word)));
  return known && !sets.some(inOne);
}

function names(text: string, { documentTitle, documentNumber }: SourcePassage): boolean {
  return [documentTitle, documentNumber].some(
    (name) => name !== null && name.trim() !== '' && text.includes(name),
  );
}
