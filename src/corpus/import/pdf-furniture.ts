import type { PdfFragment } from './pdf-fragments.ts';

export interface FragmentPage {
  /** From 1. */
  readonly number: number;
  readonly height: number;
  /** From top to bottom. */
  readonly fragments: readonly PdfFragment[];
}

/** Share of the page's height, above and below, in which headers and footers stand. */
const MARGIN = 0.12;
/** White between them and the text, in letter heights from baseline to baseline. */
const CLEARANCE = 1.7;
/** How far apart, in points, the same line may stand on two pages. */
const GRID = 12;
const PAGE_NUMBER =
  /^[\s\-–—[(|]*(?:trang|tr\.?|page|p\.)?\s*#(?:\s*(?:\/|of|trên)\s*#)?[\s\-–—\])|.]*$/u;

/**
 * Drops headers, footers and page numbers: what stands in the margin, clear of the text, at the same
 * height of at least half of the pages and of two, numbers aside. `dropped` counts the fragments
 * taken away.
 */
export function withoutFurniture<Page extends FragmentPage>(
  pages: readonly Page[],
): { pages: Page[]; dropped: number } {
  const seenOn = new Map<string, Set<number>>();
  const candidates = pages.map((page) => candidatesOf(page));
  for (const [index, page] of pages.entries()) {
    for (const fragment of candidates[index] ?? []) {
      for (const key of keysOf(fragment)) {
        seenOn.set(key, (seenOn.get(key) ?? new Set()).add(page.number));
      }
    }
  }
  const enough = Math.max(2, Math.floor(pages.length / 2));
  let dropped = 0;
  const kept = pages.map((page, index) => {
    const own = candidates[index];
    const fragments = page.fragments.filter((fragment) => {
      if (own?.has(fragment) !== true) return true;
      return !keysOf(fragment).some((key) => (seenOn.get(key)?.size ?? 0) >= enough);
    });
    dropped += page.fragments.length - fragments.length;
    return { ...page, fragments };
  });
  return { pages: kept, dropped };
}

function candidatesOf({ fragments, height }: FragmentPage): Set<PdfFragment> {
  const found = new Set<PdfFragment>();
  const fromTop = fragments.toSorted((one, other) => one.y - other.y);
  for (const ordered of [fromTop, fromTop.toReversed()]) {
    const edge = ordered === fromTop ? 0 : height;
    const isInMargin = ({ y }: PdfFragment): boolean => Math.abs(y - edge) <= height * MARGIN;
    const end = ordered.findIndex((own) => !isInMargin(own));
    const inMargin = end < 0 ? ordered : ordered.slice(0, end);
    const clear = inMargin.findLastIndex((own, index) => {
      const next = ordered[index + 1];
      return next === undefined || Math.abs(next.y - own.y) > own.size * CLEARANCE;
    });
    for (const [index, own] of inMargin.entries()) {
      if (index <= clear || PAGE_NUMBER.test(shapeOf(own))) found.add(own);
    }
  }
  return found;
}

const shapeOf = ({ text }: PdfFragment): string => text.toLowerCase().replace(/\d+/g, '#');

/** Two grids half a step apart, so that no line falls on the edge of both. */
function keysOf(fragment: PdfFragment): string[] {
  const shape = shapeOf(fragment);
  const row = fragment.y / GRID;
  return [`a${Math.floor(row)} ${shape}`, `b${Math.floor(row + 0.5)} ${shape}`];
}
