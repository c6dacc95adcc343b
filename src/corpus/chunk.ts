import { createOffsetMap } from '#language/code-points.ts';

import { splitBlocks, type Block } from './blocks.ts';
import { MAX_SIZE, TARGET_SIZE } from './passage-size.ts';
import { ARTICLE_RANK, type Heading } from './structure.ts';

/** Offsets are Unicode code points into the canonical text; `text` is exactly that span. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** From the outside in, such as ['Chương II', 'Điều 5', 'Khoản 2']. */
  readonly headingPath: readonly string[];
}

export interface ChunkOptions {
  readonly language: string;
  /** A title that names an article ("…, Điều 5. …") heads every passage with it. */
  readonly title?: string;
}

interface Passage {
  readonly start: number;
  end: number;
  size: number;
  path: readonly Heading[];
  headingOnly: boolean;
}

const TINY_SIZE = 20;

/**
 * Cuts a canonical text into passages of about 110 words (at most 160, or 900 code points in scripts
 * without spaces), at headings, paragraphs and sentences; nothing is left out: every non-space code
 * point is in exactly one passage, in order. Neighbours are merged only within one article or
 * section; the heading path is what the merged parts have in common.
 */
export function chunkText(text: string, options: ChunkOptions): Chunk[] {
  const map = createOffsetMap(text);
  const passages: Passage[] = [];
  for (const block of splitBlocks(text, options.title ?? '')) {
    const last = passages.at(-1);
    if (last !== undefined && mayJoin(last, block)) join(last, block);
    else passages.push({ ...block });
  }
  return mergeTails(passages).map(({ start, end, path }) => ({
    start: map.toCodePoint(start),
    end: map.toCodePoint(end),
    text: text.slice(start, end),
    headingPath: path.map((heading) => heading.label),
  }));
}

function mayJoin(last: Passage, block: Block): boolean {
  const size = last.size + block.size;
  // A heading belongs to what it heads.
  if (last.headingOnly) return size <= MAX_SIZE && isWithin(block.path, last.path);
  return size <= TARGET_SIZE && sameSection(last.path, block.path) && !block.headingOnly;
}

/** Whether two paths agree down to the article, or to the innermost Markdown heading. */
function sameSection(a: readonly Heading[], b: readonly Heading[]): boolean {
  const section = (path: readonly Heading[]): string =>
    path
      .filter((heading) => heading.rank <= ARTICLE_RANK)
      .map((heading) => heading.label)
      .join('\n');
  return section(a) === section(b);
}

function isWithin(path: readonly Heading[], outer: readonly Heading[]): boolean {
  return commonPath(outer, path).length === outer.length;
}

function join(last: Passage, block: Passage | Block): void {
  last.path = last.headingOnly ? block.path : commonPath(last.path, block.path);
  last.headingOnly &&= block.headingOnly;
  last.end = block.end;
  last.size += block.size;
}

function commonPath(a: readonly Heading[], b: readonly Heading[]): readonly Heading[] {
  const differs = a.findIndex((heading, rank) => heading.label !== b[rank]?.label);
  return differs < 0 ? a : a.slice(0, differs);
}

/** A last line of a few words goes back to the passage before it in the same section. */
function mergeTails(passages: readonly Passage[]): Passage[] {
  const merged: Passage[] = [];
  for (const passage of passages) {
    const last = merged.at(-1);
    const fits = last !== undefined && last.size + passage.size <= MAX_SIZE;
    if (fits && passage.size < TINY_SIZE && sameSection(last.path, passage.path))
      join(last, passage);
    else merged.push(passage);
  }
  return merged;
}
