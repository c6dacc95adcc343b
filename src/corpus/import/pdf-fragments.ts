import type { PdfItem, PdfPage } from './pdf-items.ts';

/** Text on one baseline without a wide gap; points, `y` from the top. */
export interface PdfFragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** In letter heights: below it two runs are one word, above the second they are two fragments. */
const WORD_GAP = 0.15;
const FRAGMENT_GAP = 1.2;
const BASELINE_TOLERANCE = 0.3;
/** A footnote mark stands up to half a line above the baseline of what it marks. */
const RAISED_TOLERANCE = 0.5;
/** In points; they bound the work on a page whose letters have no size or a monstrous one. */
const MIN_TOLERANCE = 1;
const MAX_TOLERANCE = 30;

interface Row {
  readonly y: number;
  readonly size: number;
  readonly items: PdfItem[];
}

/** Joins the runs of a page into fragments, from top to bottom and left to right. */
export function fragmentsOf(page: PdfPage): PdfFragment[] {
  const rows = rowsOf(page.items).toSorted((one, other) => one.y - other.y);
  return rows.flatMap((row) => fragmentsOfRow(row.items));
}

/** Larger runs found the rows, so that raised and lowered marks come to the row they belong to. */
function rowsOf(items: readonly PdfItem[]): Row[] {
  const rows: Row[] = [];
  const buckets = new Map<number, Row[]>();
  for (const item of items.toSorted((one, other) => other.size - one.size)) {
    const row = nearestRow(buckets, item);
    if (row !== undefined) {
      row.items.push(item);
      continue;
    }
    const added = { y: item.y, size: item.size, items: [item] };
    const key = Math.round(item.y);
    rows.push(added);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [added]);
    else bucket.push(added);
  }
  return rows;
}

function nearestRow(buckets: ReadonlyMap<number, Row[]>, item: PdfItem): Row | undefined {
  let best: Row | undefined;
  const reach = Math.ceil(Math.min(Math.max(MIN_TOLERANCE, item.size * 2), MAX_TOLERANCE));
  for (let key = Math.round(item.y) - reach; key <= Math.round(item.y) + reach; key += 1) {
    for (const row of buckets.get(key) ?? []) {
      const isRaised = row.size > item.size * 1.25;
      const allowed = isRaised ? row.size * RAISED_TOLERANCE : item.size * BASELINE_TOLERANCE;
      const distance = Math.abs(row.y - item.y);
      if (distance > Math.min(Math.max(allowed, MIN_TOLERANCE), MAX_TOLERANCE)) continue;
      if (best === undefined || distance < Math.abs(best.y - item.y)) best = row;
    }
  }
  return best;
}

function fragmentsOfRow(items: readonly PdfItem[]): PdfFragment[] {
  const sorted = items.toSorted((one, other) => one.x - other.x);
  const fragments: PdfFragment[] = [];
  let run: PdfItem[] = [];
  let text = '';
  let isSpaced = false;
  const close = (): void => {
    const main = run.reduce<PdfItem | undefined>(
      (best, item) => (best === undefined || item.text.length > best.text.length ? item : best),
      undefined,
    );
    const clean = withMarksJoined(text);
    if (main !== undefined && clean !== '') {
      const right = Math.max(...run.slice(-50).map((item) => item.x + item.width));
      fragments.push({ text: clean, left: run[0]?.x ?? 0, right, y: main.y, size: main.size });
    }
    run = [];
    text = '';
  };
  for (const item of sorted) {
    if (item.text.trim() === '') {
      isSpaced = true;
      continue;
    }
    const before = run.at(-1);
    const gap = before === undefined ? 0 : item.x - (before.x + before.width);
    const size = Math.max(item.size, before?.size ?? 0);
    if (before !== undefined && isPrintedTwice(before, item)) continue;
    if (before !== undefined && gap > size * FRAGMENT_GAP) close();
    else if (before !== undefined && (isSpaced || gap > size * WORD_GAP)) text += ' ';
    isSpaced = false;
    run.push(item);
    text += item.text;
  }
  close();
  return fragments;
}

/** Bold type is sometimes made by printing twice, a hair apart. */
function isPrintedTwice(one: PdfItem, other: PdfItem): boolean {
  return one.text === other.text && Math.abs(one.x - other.x) < 1 && Math.abs(one.y - other.y) < 1;
}

/** A tone mark set by itself belongs to the letter before it, whatever space the page shows. */
function withMarksJoined(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=\p{Mn})/gu, '')
    .normalize('NFC')
    .trim();
}
