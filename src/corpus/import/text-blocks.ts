import type { SourcePlace } from '#db/schema/corpus.ts';
import { canonicalText } from '#language/canonical-text.ts';
import { codePointLength } from '#language/code-points.ts';

/** A piece of a document and where it stands in the original. */
export interface TextBlock {
  readonly text: string;
  /** What stands between this block and the one before; a space where a page break cut a paragraph. */
  readonly gap: '\n' | '\n\n' | ' ';
  readonly place: Omit<SourcePlace, 'start'>;
}

/** What an importer read: `text` is canonical, places count in its code points. */
export interface ReadText {
  readonly text: string;
  readonly places: SourcePlace[];
  readonly title: string | null;
  /** What was left out or doubtful, one sentence each. */
  readonly warnings: string[];
}

const GAPS: readonly TextBlock['gap'][] = [' ', '\n', '\n\n'];
const OUTER_BREAKS = /^[\n\uFEFF]+|\n+$/g;

/**
 * Joins blocks into one canonical text: `canonicalText` and the trimming of `toDocumentInput` leave
 * it unchanged, so the places stay true. Blocks without text are dropped, and the widest of the gaps
 * around them remains. A place is listed where it differs from the one before; a text whose first
 * blocks have an empty place has no place there.
 */
export function joinBlocks(blocks: Iterable<TextBlock>): { text: string; places: SourcePlace[] } {
  const parts: string[] = [];
  const places: SourcePlace[] = [];
  let length = 0;
  let gap: TextBlock['gap'] = ' ';
  let placeBefore: TextBlock['place'] = {};
  for (const block of blocks) {
    gap = widest(gap, block.gap);
    const text = canonicalText(block.text).replace(OUTER_BREAKS, '');
    if (text === '') continue;
    if (length > 0) {
      parts.push(gap);
      length += gap.length;
    }
    gap = ' ';
    if (!samePlace(block.place, placeBefore)) places.push({ ...block.place, start: length });
    placeBefore = block.place;
    parts.push(text);
    length += codePointLength(text);
  }
  return { text: parts.join(''), places };
}

function widest(one: TextBlock['gap'], other: TextBlock['gap']): TextBlock['gap'] {
  return GAPS.indexOf(one) > GAPS.indexOf(other) ? one : other;
}

function samePlace(one: TextBlock['place'], other: TextBlock['place']): boolean {
  return one.page === other.page && one.line === other.line && one.heading === other.heading;
}
