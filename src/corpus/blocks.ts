import { createOffsetMap } from '#language/code-points.ts';
import { splitSentences } from '#language/sentences.ts';

import { MAX_SIZE, passageSize, TARGET_SIZE } from './passage-size.ts';
import { type Heading, CLAUSE_RANK, headingInTitle, headingOf } from './structure.ts';

/** A line, or a part of a long one, that no passage boundary may cut; UTF-16 range, trimmed. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly path: readonly Heading[];
  /** A heading with no text of its own. */
  readonly headingOnly: boolean;
}

/** The non-blank lines of a text as blocks of at most `MAX_SIZE`, each under the headings above it. */
export function splitBlocks(text: string, title: string): Block[] {
  const blocks: Block[] = [];
  let path: readonly Heading[] = headingInTitle(title);
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0].trim();
    if (line === '') continue;
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const heading = headingOf(line, path);
    if (heading !== null) {
      path = [...path.filter((above) => above.rank < heading.rank), heading];
    }
    const headingOnly =
      heading === null
        ? blocks.at(-1)?.headingOnly === true && isTitleLine(line)
        : heading.rank < CLAUSE_RANK;
    for (const [from, to, size] of pieces(line)) {
      blocks.push({ start: start + from, end: start + to, size, path, headingOnly });
    }
  }
  return blocks;
}

/** "QUY ĐỊNH CHUNG" on the line below "Chương I". */
function isTitleLine(line: string): boolean {
  return line.length <= 200 && /\p{Lu}{2}/u.test(line) && line === line.toUpperCase();
}

/** UTF-16 ranges within one line: the line, else its sentences, else runs of whole words. */
function* pieces(line: string): Generator<[number, number, number]> {
  const size = passageSize(line);
  if (size <= TARGET_SIZE) {
    yield [0, line.length, size];
    return;
  }
  const map = createOffsetMap(line);
  for (const sentence of splitSentences(line)) {
    const start = map.toUtf16(sentence.start);
    const sentenceSize = passageSize(sentence.text);
    if (sentenceSize <= MAX_SIZE) {
      yield [start, start + sentence.text.length, sentenceSize];
      continue;
    }
    // Only words of one or two letters get here: sentences are cut by their length already.
    for (const run of sentence.text.matchAll(/\S+(?:\s+\S+){0,99}/g)) {
      yield [start + run.index, start + run.index + run[0].length, passageSize(run[0])];
    }
  }
}
