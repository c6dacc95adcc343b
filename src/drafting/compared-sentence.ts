import { sliceCodePoints } from '#language/code-points.ts';
import { splitSentences, type TextSpan } from '#language/sentences.ts';
import { findPolarity, type Polarity } from './polarity.ts';
import { contentTerms } from './tokens.ts';
import { type DateValue, extractValues, type NumberValue } from './values.ts';

export interface ValueConflict {
  readonly kind: 'number' | 'date' | 'negation' | 'quantifier';
  /** Offsets are code points into the claim text and the passage text as given. */
  readonly claim: TextSpan;
  readonly passage: TextSpan;
}

/** A sentence with what two of them are compared by; offsets are code points into the whole text. */
export interface ComparedSentence extends TextSpan {
  readonly terms: ReadonlySet<string>;
  readonly numbers: readonly NumberValue[];
  readonly dates: readonly DateValue[];
  readonly polarity: Polarity;
}

/** The sentences of an NFC text, ready to be compared. */
export function readSentences(text: string): ComparedSentence[] {
  return splitSentences(text).map((sentence) => {
    const values = extractValues(sentence.text).map((value) => ({
      ...value,
      start: value.start + sentence.start,
      end: value.end + sentence.start,
    }));
    const terms = contentTerms(withoutValues(sentence, values)).filter((term) => !/\d/.test(term));
    const numbers = values.filter((value) => value.kind === 'number');
    const dates = values.filter((value) => value.kind === 'date');
    const polarity = findPolarity(sentence.text, sentence.start);
    return { ...sentence, terms: new Set(terms), numbers, dates, polarity };
  });
}

function withoutValues(sentence: TextSpan, values: readonly TextSpan[]): string {
  let text = '';
  let from = 0;
  for (const value of values) {
    text += `${sliceCodePoints(sentence.text, from, value.start - sentence.start)} `;
    from = value.end - sentence.start;
  }
  return text + sliceCodePoints(sentence.text, from);
}

/** The bare span of a value, without what was read from it. */
export function span({ start, end, text }: TextSpan): TextSpan {
  return { start, end, text };
}
