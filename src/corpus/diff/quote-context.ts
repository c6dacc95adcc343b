import { createOffsetMap, type OffsetMap } from '#language/code-points.ts';
import { splitSentences, type TextSpan } from '#language/sentences.ts';

import type { DiffPassage } from './diff-passage.ts';
import { foldSpaces } from './fold-spaces.ts';

// The splitter's own cut of long sentences would hide what a quote leaves out.
const UNCUT = { maxCodePoints: Number.MAX_SAFE_INTEGER };
const LIST_ITEM = /^\s*(?:[-–•*+]|\(?[\p{L}\d]{1,3}[.)])\s/u;
const ENDS_IN_COLON = /:\s*$/u;

/** The sentences of a passage; offsets are code points into the passage. */
export interface ReadPassage {
  readonly passage: DiffPassage;
  readonly offsets: OffsetMap;
  readonly sentences: readonly TextSpan[];
}

/** What a quote is read with: the whole sentences it stands in, and the lead-in of their list. */
export interface QuoteContext {
  /** Indices of its first sentence, and of the one behind its last. */
  readonly from: number;
  readonly to: number;
  /** White space folded. */
  readonly text: string;
}

export function readPassage(passage: DiffPassage): ReadPassage {
  return {
    passage,
    offsets: createOffsetMap(passage.text),
    sentences: splitSentences(passage.text, UNCUT),
  };
}

/** The context of a span of code points within a passage; null where the span has no sentence. */
export function contextOf(read: ReadPassage, start: number, end: number): QuoteContext | null {
  const from = read.sentences.findIndex((sentence) => sentence.end > start);
  const behind = read.sentences.findIndex((sentence) => sentence.start >= end);
  const to = behind < 0 ? read.sentences.length : behind;
  if (from < 0 || from >= to) return null;
  return { from, to, text: foldSpaces(textBetween(read, from, to)) };
}

/** The text of a passage from one sentence up to, not including, another. */
export function textBetween(read: ReadPassage, from: number, to: number): string {
  const [first, last] = [read.sentences[from], read.sentences[to - 1]];
  if (first === undefined || last === undefined) return '';
  const { passage, offsets } = read;
  return passage.text.slice(offsets.toUtf16(first.start), offsets.toUtf16(last.end));
}

/**
 * What leads into a list ("Nghiêm cấm:") by its passage: the last line that ends in a colon before
 * the passage, under the same headings or one of those above.
 */
export type LeadIns = ReadonlyMap<DiffPassage, string>;

export function readLeadIns(passages: readonly DiffPassage[]): LeadIns {
  const leadIns = new Map<DiffPassage, string>();
  const lines = new Map<string, string>();
  for (const passage of passages) {
    for (let depth = passage.headingPath.length; depth >= 0; depth -= 1) {
      const line = lines.get(passage.headingPath.slice(0, depth).join('\n'));
      if (line === undefined) continue;
      leadIns.set(passage, line);
      break;
    }
    if (!passage.text.includes(':')) continue;
    const line = passage.text.split('\n').findLast((part) => ENDS_IN_COLON.test(part));
    if (line !== undefined) lines.set(passage.headingPath.join('\n'), foldSpaces(line));
  }
  return leadIns;
}

/** The lead-in of a sentence: a line before it in its passage, or, of a list's item, before that. */
export function leadInOf(read: ReadPassage, sentence: number, leadIns: LeadIns): string {
  for (let index = sentence - 1; index >= 0; index -= 1) {
    const text = read.sentences[index]?.text ?? '';
    if (ENDS_IN_COLON.test(text)) return foldSpaces(text);
  }
  if (!LIST_ITEM.test(read.sentences[sentence]?.text ?? '')) return '';
  return leadIns.get(read.passage) ?? '';
}
