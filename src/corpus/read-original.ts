import type { DbContext } from '#db/context.ts';
import { createOffsetMap } from '#language/code-points.ts';
import { decodeText } from '#language/legacy-encoding.ts';
import { NotFoundError } from '#platform/errors.ts';
import { convertRaw } from './import/convert-legacy.ts';
import { placeAt } from './place-at.ts';

/** Formats whose file is itself a text that people read. */
const readable = new Set(['text/markdown', 'text/plain', 'text/csv', 'application/x-ndjson']);
/** Code points shown before and after the quoted place. */
const around = 3_000;

/** A piece of an original, or of the text read from it, with the quoted span. */
export interface OriginalView {
  readonly mediaType: string | null;
  /** `file`: the original's own text; `read`: what was read from a PDF, DOCX or web page. */
  readonly shown: 'file' | 'read';
  readonly text: string;
  /** Whether text was left out before and after the piece. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** Code points into `text`; null where nothing is quoted or the file says it in other characters. */
  readonly quote: { readonly from: number; readonly to: number } | null;
  /** Page of the quoted place, from 1; null where the format has none. */
  readonly page: number | null;
}

/**
 * The place of a quote in the file a version came from. A text file is shown as it is, in Unicode; of
 * other formats the text that was read from the quoted page, or around the quote.
 * @param quote Code points into the canonical text; null for the beginning. @throws NotFoundError
 */
export async function readOriginal(
  ctx: Pick<DbContext, 'db'>,
  { versionId, quote }: { versionId: string; quote: { from: number; to: number } | null },
): Promise<OriginalView> {
  const version = await ctx.db
    .selectFrom('document_version as v')
    .leftJoin('source_file as f', 'f.sha256', 'v.source_file_sha256')
    .select(['v.canonical_text', 'v.source_places', 'v.source_name', 'f.media_type'])
    .where('v.id', '=', versionId)
    .executeTakeFirst();
  if (version === undefined) throw new NotFoundError('no such version', { field: 'version' });
  const { canonical_text: canonical, source_places: places, media_type: mediaType } = version;
  const map = createOffsetMap(canonical);
  const span = quote === null ? null : { from: map.toUtf16(quote.from), to: map.toUtf16(quote.to) };
  const page = quote === null ? null : (placeAt(places, quote.from)?.page ?? null);
  if (mediaType !== null && readable.has(mediaType)) {
    const text = await fileText(ctx, versionId, version.source_name);
    const found =
      span === null
        ? null
        : findQuote(text, canonical.slice(span.from, span.to), {
            ratio: span.from / Math.max(1, canonical.length),
          });
    return { mediaType, shown: 'file', page, ...pieceOf(text, found, 0, text.length) };
  }
  const [start, end] = page === null ? [0, map.length] : pageBounds(places, page, map.length);
  return {
    mediaType,
    shown: 'read',
    page,
    ...pieceOf(canonical, span, map.toUtf16(start), map.toUtf16(end)),
  };
}

async function fileText(
  ctx: Pick<DbContext, 'db'>,
  versionId: string,
  sourceName: string,
): Promise<string> {
  const { bytes } = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('source_file as f', 'f.sha256', 'v.source_file_sha256')
    .select('f.bytes')
    .where('v.id', '=', versionId)
    .executeTakeFirstOrThrow();
  const { text } = decodeText(new Uint8Array(bytes), sourceName);
  return convertRaw(text, sourceName).text.normalize('NFC').replace(/\r\n?/g, '\n');
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The quote in a file, whatever white space stands between its words; of several the nearest in its place. */
function findQuote(text: string, quote: string, { ratio }: { ratio: number }): Span | null {
  const words = quote.trim().split(/\s+/u).map(escapePattern);
  const found = Array.from(
    text.matchAll(new RegExp(words.join(String.raw`\s+`), 'gu')),
    (match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }),
  );
  const expected = ratio * text.length;
  const distance = (span: Span): number => Math.abs(span.from - expected);
  return found.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

/** Cuts the piece around a span (UTF-16) out of what lies between two bounds. */
function pieceOf(text: string, span: Span | null, first: number, last: number) {
  const from = Math.max(first, (span?.from ?? first) - around);
  const to = Math.min(last, (span?.to ?? first) + (span === null ? 2 : 1) * around);
  const start = from > first ? text.lastIndexOf('\n', from) + 1 || from : first;
  const piece = text.slice(Math.max(start, first), to);
  const map = createOffsetMap(piece);
  const offset = Math.max(start, first);
  return {
    text: piece,
    cutBefore: offset > 0,
    cutAfter: to < text.length,
    quote:
      span === null
        ? null
        : { from: map.toCodePoint(span.from - offset), to: map.toCodePoint(span.to - offset) },
  };
}

/** Code points between which a page stands. */
function pageBounds(
  places: readonly { readonly start: number; readonly page?: number }[],
  page: number,
  length: number,
): [start: number, end: number] {
  const start = places.find((place) => place.page === page)?.start ?? 0;
  const end = places.find((place) => place.start > start && (place.page ?? page) > page)?.start;
  return [start, end ?? length];
}
