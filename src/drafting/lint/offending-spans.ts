import { codePointLength, createOffsetMap, sliceCodePoints } from '#language/code-points.ts';
import { fold } from '#language/fold.ts';
import type { TextSpan } from '#language/sentences.ts';
import { extractValues } from '#language/values/extract-values.ts';
import type { GateFailure } from '../gate/gate-failures.ts';
import { isPersonDirected } from '../gate/person-directed.ts';
import { plain, properNames } from '../text/folded-words.ts';
import { findPolarity } from '../text/polarity.ts';
import { words } from '../text/tokens.ts';
import type { DraftSentence } from '../types.ts';
import type { LintInput } from './lint-input.ts';
import { ownWords } from './own-words.ts';

/** Shorter runs shared with the claim are chance. */
const SHARED_RUN = 3;
/** The longest insult or ascription of intent, in words. */
const PERSON_WORDS = 4;

type Locate = (own: string, quotes: string, sentence: DraftSentence, claim: string) => TextSpan[];

/** Where in a sentence a failed check found its fault; a failure that is not here is about all of it. */
const LOCATE: Readonly<Partial<Record<GateFailure, Locate>>> = {
  number_mismatch: (own, quotes) => newValues('number', own, quotes),
  date_mismatch: (own, quotes) => newValues('date', own, quotes),
  name_mismatch: newNames,
  negation_flip: (own, _, sentence) => orQuote(findPolarity(own).negations, sentence),
  quantifier_shift: (own, _, sentence) => orQuote(findPolarity(own).quantifiers, sentence),
  restates_myth: (own, _quotes, _sentence, claim) => sharedRun(own, claim),
  person_directed: personDirected,
  unsupported_sentence: longestOwnRun,
  fabricated: (_own, _quotes, sentence) => orQuote([], sentence),
  stitched: (_own, _quotes, sentence) => orQuote([], sentence),
  not_in_force: (_own, _quotes, sentence) => orQuote([], sentence),
  not_citable: (_own, _quotes, sentence) => orQuote([], sentence),
};

/**
 * The words of a sentence that a failed check of the gate is about; code points into the sentence.
 * Empty: the sentence as a whole.
 */
export function offendingSpans(
  failure: GateFailure,
  sentence: DraftSentence,
  { sources, claim }: Pick<LintInput, 'sources' | 'claim'>,
): TextSpan[] {
  // A myth is in the words of its claim and quotes no source.
  const said = sentence.role === 'MYTH' ? [claim.text] : sentence.citations.map((c) => c.quote);
  const own = ownWords(sentence, sources);
  const spans = LOCATE[failure]?.(own, said.join('\n'), sentence, claim.text) ?? [];
  return spans.map(({ start, end }) => ({
    start,
    end,
    text: sliceCodePoints(sentence.text, start, end),
  }));
}

function newValues(kind: 'number' | 'date', own: string, quotes: string): TextSpan[] {
  const known = extractValues(quotes);
  return extractValues(own).filter(
    (value) =>
      value.kind === kind &&
      !known.some((other) => other.kind === kind && other.text === value.text),
  );
}

/** Names that no quote has, neighbouring words as one. */
function newNames(own: string, quotes: string): TextSpan[] {
  const known = new Set(plain(quotes).split(' '));
  const names = new Set(properNames(own).filter((name) => !known.has(plain(name))));
  const spans: TextSpan[] = [];
  for (const word of words(own)) {
    if (!names.has(word.text)) continue;
    const open = spans.at(-1);
    if (open !== undefined && sliceCodePoints(own, open.end, word.start).trim() === '') {
      spans[spans.length - 1] = { ...open, end: word.end };
    } else spans.push(word);
  }
  return spans;
}

/** The given spans, else the only quote as it stands in the sentence: the fault is in how it was cut. */
function orQuote(spans: readonly TextSpan[], { text, citations }: DraftSentence): TextSpan[] {
  const [only, ...more] = citations;
  if (spans.length > 0 || only === undefined || more.length > 0) return [...spans];
  const at = text.lastIndexOf(only.quote);
  if (at < 0 || only.quote === '') return [];
  const start = createOffsetMap(text).toCodePoint(at);
  return [{ text: only.quote, start, end: start + codePointLength(only.quote) }];
}

/** The longest run of words shared with the claim. */
function sharedRun(own: string, claim: string): TextSpan[] {
  const tokens = words(own);
  const folded = tokens.map(({ text }) => fold(text));
  const said = ` ${plain(claim)} `;
  let best: readonly TextSpan[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    let to = from + best.length + 1;
    while (to <= tokens.length && said.includes(` ${folded.slice(from, to).join(' ')} `)) {
      best = tokens.slice(from, to);
      to += 1;
    }
  }
  return best.length < SHARED_RUN ? [] : spanOf(best);
}

/** The shortest runs of words that speak of a person, an intent or an insult. */
function personDirected(own: string): TextSpan[] {
  const tokens = words(own);
  const spans: TextSpan[] = [];
  for (let size = 1; size <= PERSON_WORDS; size += 1) {
    for (let from = 0; from + size <= tokens.length; from += 1) {
      const [first, last] = [tokens[from], tokens[from + size - 1]];
      if (first === undefined || last === undefined) continue;
      const before = Math.max(0, first.start - 1);
      const at = sliceCodePoints(own, before, first.start) === '@' ? before : first.start;
      const account =
        /^@[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*/u.exec(sliceCodePoints(own, at))?.[0] ?? '';
      const end = Math.max(last.end, at + codePointLength(account));
      const text = sliceCodePoints(own, at, end);
      const held = spans.some((span) => span.start < end && at < span.end);
      if (!held && isPersonDirected(text)) spans.push({ text, start: at, end });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** The longest stretch of own words that no quote, mark or line parts. */
function longestOwnRun(own: string): TextSpan[] {
  let best: TextSpan[] = [];
  let run: TextSpan[] = [];
  for (const word of words(own)) {
    const last = run.at(-1);
    const gap = last === undefined ? '' : sliceCodePoints(own, last.end, word.start);
    if (/[“”«»「」":\n]| {3}/u.test(gap)) run = [];
    run.push(word);
    if (run.length > best.length) best = [...run];
  }
  return spanOf(best);
}

function spanOf(tokens: readonly TextSpan[]): TextSpan[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ text: '', start: first.start, end: last.end }];
}
