import { z } from 'zod';
import type { DocumentMetadata } from '#db/schema/index.ts';
import { assertStorableText } from '#language/canonical-text.ts';
import { isoDay } from '#platform/clock.ts';
import { ValidationError } from '#platform/errors.ts';
import type { RetrievalContext } from './context.ts';
import type { Classification, SearchFilter } from './filter.ts';
import { mostRead, type PassageMatch } from './rank.ts';
import { prepareQueries, searchPassages } from './search.ts';

/** A claim is shorter; beyond 512 tokens only the lexical leg reads on. */
const maxQueryBytes = 8_000;

export interface CorpusSearch {
  readonly query: string;
  /** YYYY-MM-DD; today in Vietnam when absent. */
  readonly asOf?: string | undefined;
  /** Only passages in this language (ISO 639-1). */
  readonly language?: string | undefined;
  /** Only documents with at least one of these. */
  readonly topics?: readonly string[] | undefined;
  readonly pillar?: NonNullable<DocumentMetadata['pillar']> | undefined;
  /** Both when absent. */
  readonly classification?: Classification | undefined;
  /** 1 to `maxFound`. */
  readonly limit: number;
}

/** Passages behind these are not read, and nobody is shown them. */
export const maxFound = mostRead;

export interface CorpusMatch {
  readonly document: {
    readonly key: string;
    readonly title: string;
    readonly number: string | null;
    readonly issuer: string | null;
    readonly classification: Classification;
  };
  readonly versionId: string;
  readonly versionNumber: number;
  readonly validFrom: string;
  /** First day out of force; null: no end is known. */
  readonly endsOn: string | null;
  readonly passageId: number;
  readonly headingPath: readonly string[];
  readonly language: string;
  readonly text: string;
  /** Code points into the version's canonical text. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1; without an embedder for the active model no match is called probable: 0. */
  readonly probability: number;
  readonly aboveThreshold: boolean;
  readonly reasons: PassageMatch['reasons'];
}

export interface CorpusFound {
  readonly asOf: string;
  /** Probability a match has to reach to count; null: none can. */
  readonly threshold: number | null;
  /** Whether vectors were searched, and not words alone. */
  readonly byMeaning: boolean;
  readonly matches: readonly CorpusMatch[];
}

/**
 * What the corpus said on a day, best first: only versions in force then. In the order that was
 * calibrated; no language model reorders it. @throws ValidationError, TooLargeError naming the option.
 */
export async function searchCorpus(
  ctx: RetrievalContext,
  input: CorpusSearch,
): Promise<CorpusFound> {
  const filter = readFilter(input, isoDay(ctx.clock()));
  const batch = await prepareQueries(ctx, [input.query]);
  const [query] = batch.queries;
  const { threshold } = batch.settings;
  const found =
    query === undefined
      ? []
      : await searchPassages({ ...ctx, reranker: null }, batch, query, {
          filter,
          limit: input.limit,
        });
  return {
    asOf: filter.asOf,
    threshold: Number.isFinite(threshold) ? threshold : null,
    byMeaning: query !== undefined && query.vector !== null,
    matches: await describe(ctx, found, threshold),
  };
}

function readFilter(input: CorpusSearch, today: string): SearchFilter {
  assertStorableText(input.query, { field: 'q', maxBytes: maxQueryBytes });
  for (const topic of input.topics ?? []) {
    assertStorableText(topic, { field: 'topic', maxBytes: 200 });
  }
  const { asOf = today, language, topics, pillar, classification, limit } = input;
  refuseUnless(isDay(asOf), 'as_of', 'is not a day', 'Write an existing day as YYYY-MM-DD.');
  refuseUnless(
    language === undefined || /^[a-z]{2,3}$/.test(language),
    'language',
    'is not a language code',
    'Write it as ISO 639-1, such as vi or en.',
  );
  refuseUnless(
    Number.isInteger(limit) && limit >= 1 && limit <= maxFound,
    'limit',
    'is out of range',
    `Ask for 1 to ${maxFound} passages.`,
  );
  return {
    asOf,
    ...(language === undefined ? {} : { language }),
    ...(topics === undefined || topics.length === 0 ? {} : { topics }),
    ...(pillar === undefined ? {} : { pillar }),
    ...(classification === undefined ? {} : { classification }),
  };
}

/** PostgreSQL has no year 0. */
function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success && !text.startsWith('0000');
}

function refuseUnless(fits: boolean, field: string, fault: string, remedy: string): void {
  if (!fits) throw new ValidationError(`${field} ${fault}`, { field, remedy });
}

async function describe(
  ctx: Pick<RetrievalContext, 'db'>,
  found: readonly PassageMatch[],
  threshold: number,
): Promise<CorpusMatch[]> {
  if (found.length === 0) return [];
  const ids = found.map((match) => match.passageId);
  const rows = await ctx.db
    .selectFrom('passage as p')
    .innerJoin('document_version as v', 'v.id', 'p.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['d.key', 'd.title', 'd.number', 'd.issuer', 'd.citable'])
    .select(['v.id as version_id', 'v.version_number', 'v.valid_from', 'v.ends_on'])
    .select(['p.id', 'p.heading_path', 'p.language', 'p.text', 'p.start_offset', 'p.end_offset'])
    .where('p.id', 'in', ids)
    .execute();
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ passageId, probability, reasons }) => {
    const row = rowOf.get(passageId);
    if (row === undefined) return [];
    const { key, title, number, issuer, citable } = row;
    return [
      {
        document: { key, title, number, issuer, classification: citable ? 'citable' : 'internal' },
        versionId: row.version_id,
        versionNumber: row.version_number,
        validFrom: row.valid_from,
        endsOn: row.ends_on,
        passageId,
        headingPath: row.heading_path,
        language: row.language,
        text: row.text,
        start: row.start_offset,
        end: row.end_offset,
        probability,
        aboveThreshold: probability >= threshold,
        reasons,
      } satisfies CorpusMatch,
    ];
  });
}
