import type { QuoteNature } from '#db/schema/index.ts';
import { codePointLength, sliceCodePoints } from '#language/code-points.ts';
import { extractNames } from '#language/values/names.ts';
import { extractValues } from '#language/values/extract-values.ts';

/** What a golden item may have wrong; each is one change in one sentence, and none is a control. */
export const goldenFaults = [
  'number_changed',
  'date_changed',
  'name_changed',
  'negation_dropped',
  'negation_added',
  'stance_as_fact',
  'quote_elsewhere',
] as const;
export type GoldenFault = (typeof goldenFaults)[number];

export interface PlantedCitation {
  readonly versionId: string;
  readonly passageId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly nature: QuoteNature | null;
}

export interface PlantedSentence {
  readonly role: 'FACT' | 'WARNING' | 'MYTH' | 'WHY' | 'ALTERNATIVE' | 'CONNECTIVE';
  readonly text: string;
  readonly citations: readonly PlantedCitation[];
}

export interface FaultTools {
  readonly language: string;
  /** Names a name can be changed for. */
  readonly names: readonly string[];
  /** Passages that none of the sentences quotes. */
  readonly elsewhere: readonly PlantedCitation[];
}

/** Names no place or body has, for a draft that holds only one name. */
const inventedNames = ['Lạc Hà', 'Vân Sa'];
const quoted = /(?<open>[“«「])(?<words>[^“”«»「」]+)[”»」]/u;

/**
 * The first sentence with a source that has room for the fault, with that one change; null when none has.
 * The headline comes last: a fault there is found at once.
 */
export function plantFault(
  sentences: readonly PlantedSentence[],
  fault: GoldenFault,
  tools: FaultTools,
): { ordinal: number; sentence: PlantedSentence } | null {
  const ordinals = [...sentences.keys()].slice(1);
  for (const ordinal of [...ordinals, 0]) {
    const sentence = sentences[ordinal];
    if (sentence === undefined || sentence.citations.length === 0) continue;
    const changed = changeSentence(sentence, fault, tools);
    if (changed !== null) return { ordinal, sentence: changed };
  }
  return null;
}

function changeSentence(
  sentence: PlantedSentence,
  fault: GoldenFault,
  tools: FaultTools,
): PlantedSentence | null {
  if (fault === 'quote_elsewhere') {
    const [other] = tools.elsewhere;
    return other === undefined ? null : { ...sentence, citations: [other] };
  }
  if (fault === 'stance_as_fact') return withoutSpeaker(sentence);
  const found = quoted.exec(sentence.text);
  const words = found?.groups?.['words'];
  if (found === null || words === undefined) return null;
  const changed = changers[fault](words, tools);
  if (changed === null || changed === words) return null;
  const at = found.index + (found.groups?.['open'] ?? '').length;
  const { text } = sentence;
  return { ...sentence, text: text.slice(0, at) + changed + text.slice(at + words.length) };
}

const changers = {
  number_changed: (words) => changeDigits(words, 'number'),
  date_changed: (words) => changeDigits(words, 'date'),
  name_changed: (words, { names }) => changeName(words, names),
  negation_dropped: (words, { language }) => dropNegation(words, language),
  negation_added: (words, { language }) => addNegation(words, language),
} satisfies Record<
  Exclude<GoldenFault, 'quote_elsewhere' | 'stance_as_fact'>,
  (words: string, tools: FaultTools) => string | null
>;

/** The last digit of the first such value becomes another: 5 → 8, 2019 → 2012, never a leading zero. */
function changeDigits(words: string, kind: 'number' | 'date'): string | null {
  for (const value of extractValues(words)) {
    const written = sliceCodePoints(words, value.start, value.end);
    if (value.kind !== kind || !/\d$/u.test(written)) continue;
    const digit = (Number(written.at(-1)) + 3) % 10;
    const other = digit === 0 && !/\d\d$/u.test(written) ? 4 : digit;
    return replaceSpan(words, value, `${written.slice(0, -1)}${other}`);
  }
  return null;
}

function changeName(words: string, names: readonly string[]): string | null {
  const [name] = extractNames(words);
  if (name === undefined) return null;
  const written = sliceCodePoints(words, name.start, name.end);
  const other = [...names, ...inventedNames].find(
    (one) => !one.includes(written) && !written.includes(one) && !words.includes(one),
  );
  return other === undefined ? null : replaceSpan(words, name, other);
}

const negations: Readonly<Record<string, RegExp>> = {
  vi: /(?<![\p{L}\p{M}])(?:không được|không phải|không|chưa|chẳng) /iu,
  en: / (?:not|never)(?![\p{L}])/iu,
};
/** Words a negation can stand before (Vietnamese) or after (English). */
const negatable: Readonly<Record<string, RegExp>> = {
  vi: /(?<![\p{L}\p{M}])(?:được|phải|có thể|có|cho phép|bảo đảm|áp dụng|thu|mở)(?![\p{L}\p{M}])/iu,
  en: /(?<![\p{L}])(?:shall|must|may|can|will|is|are|has|have)(?![\p{L}])/iu,
};

function dropNegation(words: string, language: string): string | null {
  const found = negations[language]?.exec(words) ?? null;
  if (found === null) return null;
  const rest = words.slice(found.index + found[0].length);
  // What it leaves opens the quote as the negation did.
  const joined = found.index === 0 ? rest.charAt(0).toUpperCase() + rest.slice(1) : rest;
  return words.slice(0, found.index) + joined;
}

function addNegation(words: string, language: string): string | null {
  if (negations[language]?.test(words) === true) return null;
  const found = negatable[language]?.exec(words) ?? null;
  if (found === null || (language === 'vi' && found.index === 0)) return null;
  const end = found.index + found[0].length;
  return language === 'vi'
    ? `${words.slice(0, found.index)}không ${words.slice(found.index)}`
    : `${words.slice(0, end)} not${words.slice(end)}`;
}

/** A stance without whose it is: its quote, without the marks and the lead before it. */
function withoutSpeaker(sentence: PlantedSentence): PlantedSentence | null {
  if (!sentence.citations.some(({ nature }) => nature === 'stance')) return null;
  const words = quoted.exec(sentence.text)?.groups?.['words'];
  if (words === undefined) return null;
  const text = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return { ...sentence, text: /[.!?。]$/u.test(text) ? text : `${text}.` };
}

function replaceSpan(text: string, span: { start: number; end: number }, by: string): string {
  const end = codePointLength(text);
  return sliceCodePoints(text, 0, span.start) + by + sliceCodePoints(text, span.end, end);
}
