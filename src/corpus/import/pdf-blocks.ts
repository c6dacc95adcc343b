import { median, type PdfRegion } from './pdf-columns.ts';
import { type JoinLines, type PdfParagraph, paragraphsOf } from './pdf-paragraphs.ts';
import type { TextBlock } from './text-blocks.ts';

export interface OrderedPage {
  /** From 1. */
  readonly number: number;
  readonly height: number;
  readonly regions: readonly PdfRegion[];
}

interface Placed extends PdfParagraph {
  readonly page: number;
}

/**
 * The paragraphs of all pages as blocks. A paragraph that a column or page break cut is joined; the
 * notes of its page then come behind it.
 */
export function blocksOf(pages: readonly OrderedPage[], join: JoinLines): TextBlock[] {
  const bodySize = usualSize(pages);
  const blocks: TextBlock[] = [];
  let open: Placed | null = null;
  let notes: Placed[] = [];
  const flush = (): void => {
    for (const note of notes) blocks.push(blockOf(note, '\n\n'));
    notes = [];
  };
  for (const page of pages) {
    const paragraphs = page.regions.flatMap((region) =>
      paragraphsOf(region, { height: page.height, bodySize }, join),
    );
    const own: Placed[] = [];
    for (const paragraph of paragraphs) {
      const placed = { ...paragraph, page: page.number };
      if (paragraph.kind === 'note') {
        own.push(placed);
        continue;
      }
      if (open !== null && goesOn(open, placed)) {
        continueBlock(blocks, open, placed, join);
      } else {
        flush();
        const isNextRow: boolean = open?.kind === 'row' && placed.kind === 'row';
        blocks.push(blockOf(placed, isNextRow ? '\n' : '\n\n'));
      }
      open = placed;
    }
    if (paragraphs.some(({ kind }) => kind !== 'note')) flush();
    notes.push(...own);
  }
  flush();
  return blocks;
}

function goesOn(open: Placed, next: Placed): boolean {
  if (open.kind !== 'text' || next.kind !== 'text') return false;
  if (open.end === 'closed' || next.start === 'new') return false;
  if (open.end === 'open' && next.start === 'margin') return false;
  return Math.abs(open.size - next.size) <= open.size * 0.12;
}

/** On another page it becomes a block of its own, which a space joins, so that its page is kept. */
function continueBlock(blocks: TextBlock[], open: Placed, next: Placed, join: JoinLines): void {
  const last = blocks.pop();
  if (last === undefined) return;
  if (open.page === next.page) {
    blocks.push({ ...last, text: join(last.text, next.text) });
    return;
  }
  const [word = '', ...rest] = next.text.split(' ');
  const joined = join(last.text, word);
  const isOneWord = joined !== `${last.text} ${word}`;
  blocks.push(isOneWord ? { ...last, text: joined } : last);
  const text = isOneWord ? rest.join(' ') : next.text;
  blocks.push({ text, gap: ' ', place: { page: next.page } });
}

function blockOf({ text, page }: Placed, gap: TextBlock['gap']): TextBlock {
  return { text: text.replace(/^[\uF000-\uF0FF•▪●○◦·](?=\s)/u, '-'), gap, place: { page } };
}

/** The letter height in which most of the text is set. */
function usualSize(pages: readonly OrderedPage[]): number {
  const weights = new Map<number, number>();
  for (const { regions } of pages) {
    for (const { text, size } of regions.flatMap(({ fragments }) => fragments)) {
      const key = Math.round(size * 2) / 2;
      weights.set(key, (weights.get(key) ?? 0) + text.length);
    }
  }
  const heaviest = Math.max(0, ...weights.values());
  const found = [...weights].find(([, weight]) => weight === heaviest);
  return found?.[0] ?? median([]);
}
