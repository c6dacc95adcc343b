import { type PdfRegion } from './pdf-columns.ts';
import type { PdfFragment } from './pdf-fragments.ts';

/** One line of a region. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** A row of a table, its cells parted by ` | `. */
  readonly isRow: boolean;
}

/** In letter heights: how far cells of one column may start apart. */
const ALIGNED = 0.6;
const MAX_CELLS = 60;

/** The lines of a region from top to bottom; those whose gaps stand one below another are rows. */
export function linesOf(region: PdfRegion): PdfLine[] {
  const rows: PdfFragment[][] = [];
  for (const fragment of region.fragments) {
    const row = rows.at(-1);
    const y = row?.[0]?.y ?? Number.NEGATIVE_INFINITY;
    if (row !== undefined && fragment.y - y <= fragment.size * ALIGNED) row.push(fragment);
    else rows.push([fragment]);
  }
  for (const row of rows) row.sort((one, other) => one.left - other.left);
  return rows.map((row, index) => {
    const neighbours = [rows[index - 1] ?? [], rows[index + 1] ?? []];
    const isRow =
      row.length > 1 &&
      row.length <= MAX_CELLS &&
      neighbours.some((other) => isAligned(row, other));
    const main = row.reduce((best, cell) => (cell.text.length > best.text.length ? cell : best));
    return {
      text: row.map((cell) => cell.text).join(isRow ? ' | ' : ' '),
      left: row[0]?.left ?? 0,
      right: Math.max(...row.map((cell) => cell.right)),
      y: main.y,
      size: main.size,
      isRow,
    };
  });
}

/** Whether a cell other than the first starts or ends where one of the other row does. */
function isAligned(row: readonly PdfFragment[], other: readonly PdfFragment[]): boolean {
  if (other.length < 2 || other.length > MAX_CELLS) return false;
  const near = (one: number, two: number, size: number): boolean =>
    Math.abs(one - two) <= size * ALIGNED;
  return row
    .slice(1)
    .some((cell) =>
      other
        .slice(1)
        .some(
          (below) =>
            near(cell.left, below.left, cell.size) ||
            near(cell.right, below.right, cell.size) ||
            near((cell.left + cell.right) / 2, (below.left + below.right) / 2, cell.size),
        ),
    );
}
