import { sliceCodePoints } from '#language/code-points.ts';
import { fold } from '#language/fold.ts';
import { splitSentences, type TextSpan } from '#language/sentences.ts';
import {
  type DateValue,
  extractValues,
  type NumberValue,
} from '#language/values/extract-values.ts';
import { extractNames, type NameSpan } from '#language/values/names.ts';
import { findPolarity, type Polarity } from '../text/polarity.ts';
import { contentTerms, isStopWord, words } from '../text/tokens.ts';

/** A sentence with what it is found by; offsets are code points into the whole text. */
export interface ComparedSentence extends TextSpan {
  readonly terms: ReadonlySet<string>;
  readonly numbers: readonly NumberValue[];
  readonly dates: readonly DateValue[];
}

export interface ComparedWord extends TextSpan {
  readonly folded: string;
  /** Lower case with its diacritics. */
  readonly lower: string;
  /** Says something by itself: no stop word and no lone letter. */
  readonly content: boolean;
}

/** A sentence read in full; dear, so only for those that are compared word by word. */
export interface ReadSentence extends ComparedSentence {
  readonly words: readonly ComparedWord[];
  readonly names: readonly NameSpan[];
  readonly polarity: Polarity;
}

/** The sentences of an NFC text, ready to be looked through. */
export function readSentences(text: string): ComparedSentence[] {
  const all = extractValues(text);
  return splitSentences(text).map((sentence) => {
    const values = all.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const terms = contentTerms(withoutValues(sentence, values)).filter((term) => !/\d/.test(term));
    const numbers = values.filter((value) => value.kind === 'number');
    // "57-KL/TW" and "Điều 5" say what a sentence is about, not how much.
    terms.push(...numbers.filter(isReference).map(({ label, readings }) => label + readings[0]));
    const dates = values.filter((value) => value.kind === 'date');
    return { ...sentence, terms: new Set(terms), numbers, dates };
  });
}

export function readInFull(sentence: ComparedSentence): ReadSentence {
  const shift = <Span extends TextSpan>(each: Span): Span => ({
    ...each,
    start: each.start + sentence.start,
    end: each.end + sentence.start,
  });
  return {
    ...sentence,
    words: words(sentence.text).map((word) => {
      const folded = fold(word.text);
      const content = !isStopWord(folded) && folded.length > 1;
      return { ...shift(word), folded, lower: word.text.toLowerCase(), content };
    }),
    names: extractNames(sentence.text).map(shift),
    polarity: findPolarity(sentence.text, sentence.start),
  };
}

function isReference({ label }: NumberValue): boolean {
  return label.includes('/') || label === 'dieu' || label === 'article';
}

function withoutValues(sentence: TextSpan, values: readonly TextSpan[]): string {
  if (values.length === 0) return sentence.text;
  let text = '';
  let from = 0;
  for (const value of values) {
    text += `${sliceCodePoints(sentence.text, from, value.start - sentence.start)} `;
    from = value.end - sentence.start;
  }
  return text + sliceCodePoints(sentence.text, from);
}
