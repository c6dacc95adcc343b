import type { DbContext } from '#db/context.ts';
import { maxPageSize } from '#db/pagination.ts';
import {
  agingVersions,
  type AgingVersion,
  countFindings,
  type Coverage,
  coverageBy,
  waitingDrafts,
} from './health-queries.ts';
import { dayOrToday } from './health-day.ts';

/** A version without a day of its own is to be held against its source once a year. */
const verifiedForDays = 365;
const endingWithinDays = 30;

/** The first of a list, and how many there are. */
export interface Excerpt<T> {
  readonly total: number;
  readonly items: readonly T[];
}

export interface CorpusHealth {
  /** YYYY-MM-DD; all of it is about versions in force on this day. */
  readonly asOf: string;
  /** Past the day they were to be looked at again, longest ago first. */
  readonly stale: Excerpt<AgingVersion>;
  /** Without such a day, and not held against their source for 365 days; longest ago first. */
  readonly unverified: Excerpt<AgingVersion>;
  /** In force for at most 30 days more, soonest first. */
  readonly endingSoon: Excerpt<AgingVersion>;
  /** As of now, whatever the day. */
  readonly drafts: { readonly count: number; readonly oldestAt: Date | null };
  readonly findings: { readonly nearDuplicates: number; readonly contradictions: number };
  /** Null: documents without a topic, or a pillar. At most 200 topics. */
  readonly topics: ReadonlyArray<Coverage & { readonly topic: string | null }>;
  readonly pillars: ReadonlyArray<Coverage & { readonly pillar: string | null }>;
}

/**
 * How the corpus stands on `asOf` (YYYY-MM-DD, default today in Vietnam), with at most `limit` versions
 * in each list (1 to 200, default 50). @throws ValidationError for a day that is none.
 */
export async function corpusHealth(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  input: { asOf?: string | undefined; limit?: number | undefined } = {},
): Promise<CorpusHealth> {
  const asOf = dayOrToday(ctx, input.asOf);
  const limit = input.limit ?? 50;
  const topics = await coverageBy(ctx, 'topic', asOf, maxPageSize);
  const pillars = await coverageBy(ctx, 'pillar', asOf, maxPageSize);
  return {
    asOf,
    stale: await agingVersions(ctx, asOf, { kind: 'stale' }, limit),
    unverified: await agingVersions(
      ctx,
      asOf,
      { kind: 'unverified', days: verifiedForDays },
      limit,
    ),
    endingSoon: await agingVersions(ctx, asOf, { kind: 'ending', days: endingWithinDays }, limit),
    drafts: await waitingDrafts(ctx),
    findings: await countFindings(ctx, asOf),
    topics: topics.map(({ name, ...coverage }) => ({ topic: name, ...coverage })),
    pillars: pillars.map(({ name, ...coverage }) => ({ pillar: name, ...coverage })),
  };
}
