import { standingOn } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
import { codePointLength, sliceCodePoints } from '#language/code-points.ts';
import { isoDay } from '#platform/clock.ts';
import { NotFoundError } from '#platform/errors.ts';
import { locateQuote } from './extractive/quotes.ts';
import { loadPassages } from './load-sources.ts';

/** Code points of the canonical text shown on either side. */
const contextLength = 400;

export type QuotedPassage = Awaited<ReturnType<typeof readQuotedPassage>>;

/**
 * A passage in its document for who checks a quote while writing: where the quote stands in it (code
 * points into the passage; null when it is not there in one piece), and what the version is today.
 * @throws NotFoundError
 */
export async function readQuotedPassage(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  { passageId, quote }: { passageId: number; quote: string },
) {
  const source = (await loadPassages(ctx, [passageId])).get(passageId);
  if (source === undefined) throw new NotFoundError('no such passage', { field: 'passage' });
  const version = await ctx.db
    .selectFrom('document_version as v')
    .leftJoin('app_user as u', 'u.id', 'v.approved_by')
    .select([
      'v.version_number',
      'v.canonical_text',
      'v.status',
      'v.valid_from',
      'v.valid_to',
      'v.superseded_on',
      'v.withdrawn_on',
      'v.ends_on',
      'v.approved_at',
      'v.verified_at',
      'u.name as approved_by',
    ])
    .where('v.id', '=', source.versionId)
    .executeTakeFirstOrThrow();
  const { canonical_text: text, ...facts } = version;
  const located = quote.trim() === '' ? null : locateQuote(source, quote);
  return {
    passageId,
    versionId: source.versionId,
    title: source.documentTitle,
    number: source.documentNumber,
    issuer: source.issuer,
    headingPath: source.headingPath,
    language: source.language,
    citable: source.citable,
    text: source.text,
    before: sliceCodePoints(text, Math.max(0, source.start - contextLength), source.start),
    after: sliceCodePoints(text, source.end, source.end + contextLength),
    /** Whether the text begins with `before` and ends with `after`. */
    opens: source.start <= contextLength,
    closes: source.end + contextLength >= codePointLength(text),
    quote:
      located === null
        ? null
        : { start: located.start - source.start, end: located.end - source.start },
    ...facts,
    standing: standingOn(facts, isoDay(ctx.clock())),
  };
}
