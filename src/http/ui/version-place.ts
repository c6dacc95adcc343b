import type { Context } from 'hono';
import { findPassage } from '#corpus/index.ts';
import type { HttpEnv } from '../env.ts';

/** A span of a version's canonical text, in code points. */
export interface QuoteSpan {
  readonly from: number;
  readonly to: number;
}

/** Passages on one page of a version's text: about 11,000 words. */
export const passagesShown = 100;

/** Where the text of a version is opened at a passage; at its beginning for a passage that is not stored. */
export function passageHref(versionId: string, passageId: number | null): string {
  if (passageId === null) return `/corpus/versions/${versionId}`;
  return `/corpus/versions/${versionId}?passage=${passageId}#p${passageId}`;
}

/** Where the text of a version is opened at exactly this span, marked. */
export function quoteHref(versionId: string, { from, to }: QuoteSpan): string {
  return `/corpus/versions/${versionId}?from=${from}&to=${to}#quote`;
}

/** The span an address names; null where it names none, or one that ends before it begins. */
export function quoteIn(c: Context<HttpEnv>): QuoteSpan | null {
  const from = wholeNumber(c.req.query('from'));
  const to = wholeNumber(c.req.query('to'));
  return from === null || to === null || from >= to ? null : { from, to };
}

/**
 * The ordinal of the first passage to show: of the page that holds the quote or the passage the address
 * names, else the ordinal it names as `start`.
 */
export async function firstShown(c: Context<HttpEnv>, versionId: string): Promise<number> {
  const ctx = c.get('ctx');
  const quote = quoteIn(c);
  const passageId = wholeNumber(c.req.query('passage'));
  const asked =
    quote === null
      ? passageId === null
        ? wholeNumber(c.req.query('start'))
        : await findPassage(ctx, { versionId, passageId })
      : await findPassage(ctx, { versionId, offset: quote.from });
  return Math.floor((asked ?? 0) / passagesShown) * passagesShown;
}

function wholeNumber(raw: string | undefined): number | null {
  // Nine digits: more than any text has code points, and a column of the database holds it.
  return raw !== undefined && /^\d{1,9}$/.test(raw) ? Number(raw) : null;
}
