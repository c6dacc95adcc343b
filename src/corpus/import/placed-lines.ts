import type { SourcePlace } from '#db/schema/corpus.ts';

import { joinBlocks, type TextBlock } from './text-blocks.ts';

/** Lines of a file as canonical text and a place for each; blank ones part paragraphs. */
export function placedLines(
  lines: Iterable<{ readonly text: string; readonly line: number }>,
  skippedLines = 0,
): { text: string; places: SourcePlace[] } {
  return joinBlocks(blocksOf(lines, skippedLines));
}

function* blocksOf(
  lines: Iterable<{ readonly text: string; readonly line: number }>,
  skippedLines: number,
): Generator<TextBlock> {
  let gap: TextBlock['gap'] = '\n';
  for (const { text, line } of lines) {
    if (text.trim() === '') {
      gap = '\n\n';
      continue;
    }
    yield { text, gap, place: { line: line + skippedLines } };
    gap = '\n';
  }
}
