import type { RetrievalContext } from '#retrieval/index.ts';
import { buildGaps, type UnansweredClaim } from './build-gaps.ts';
import { checkGaps } from './check-gaps.ts';
import { meaningLimits } from './claim-likeness.ts';
import { clusterClaims } from './cluster-claims.ts';
import { type Gap, type GapShare, rankGaps, shareOf } from './gap.ts';
import { type GapInput, readGapInput } from './gap-input.ts';
import type { Pillar } from './guess-topic.ts';
import { nearDocuments } from './near-documents.ts';
import { selectUnanswered, type UnansweredRow } from './queries.ts';

export interface GapReport {
  /** Heaviest first, at most `limit`. */
  readonly gaps: readonly Gap[];
  /** Of the days and the language asked for, whatever their topic and pillar. */
  readonly totals: {
    readonly claims: number;
    readonly posts: number;
    readonly submissions: number;
    readonly clusters: number;
    /** Claims beyond the 10,000 submitted last; they are in no other number. */
    readonly leftOut: number;
  };
  readonly byTopic: ReadonlyArray<GapShare<string>>;
  readonly byPillar: ReadonlyArray<GapShare<Pillar>>;
}

/** Claims clustered in one report, those submitted last. */
const mostClaims = 10_000;
const halfLifeDays = 14;

/**
 * What people ask about and the corpus does not answer yet: claims whose current outcome is NO_POSITION,
 * those of one meaning together (`clusterClaims`), heaviest first. The score is the sum over distinct
 * submissions of 0.5 ^ (age in days / 14), so one of today counts as much as two of a fortnight ago; the
 * order does not depend on when it is asked for.
 *
 * A submission is one arrival of a post; the same person with the same post on one day (in Vietnam) is
 * one. Posts that nobody will answer count too, because the corpus lacks their claims all the same
 * (`declinedPosts` tells). What is not checkable is no gap, nor is what the machine found too short to
 * match. A claim stays a gap until its outcome is decided anew: `check` tells which ones the corpus of
 * today would answer.
 *
 * @throws ValidationError naming the option.
 */
export async function gapReport(ctx: RetrievalContext, input: GapInput): Promise<GapReport> {
  const { topic, pillar, check, limit, ...filter } = readGapInput(input);
  const rows = await selectUnanswered(ctx, {
    ...filter,
    now: ctx.clock().getTime() / 1000,
    halfLifeDays,
    limit: mostClaims,
  });
  const claims = rows.map(toClaim);
  const clusters = await clusterClaims(claims, { meaning: meaningLimits(await modelName(ctx)) });
  const nearTo = await nearDocuments(
    ctx,
    claims.map(({ id }) => id),
  );
  const all = rankGaps(buildGaps(clusters, nearTo));
  const chosen = all
    .filter((gap) => topic === null || gap.topic === topic)
    .filter((gap) => pillar === null || gap.pillar === pillar)
    .slice(0, limit);
  const posts = new Map(claims.map((claim) => [claim.postId, claim.submissions]));
  return {
    gaps: check ? await checkGaps(ctx, chosen) : chosen,
    totals: {
      claims: claims.length,
      posts: posts.size,
      submissions: [...posts.values()].reduce((total, count) => total + count, 0),
      clusters: all.length,
      leftOut: (rows[0]?.total ?? 0) - claims.length,
    },
    byTopic: shareOf(all, (gap) => gap.topic),
    byPillar: shareOf(all, (gap) => gap.pillar),
  };
}

async function modelName(ctx: Pick<RetrievalContext, 'db'>): Promise<string | null> {
  const active = await ctx.db
    .selectFrom('embedding_model')
    .select('name')
    .where('state', '=', 'active')
    .executeTakeFirst();
  return active?.name ?? null;
}

function toClaim(row: UnansweredRow): UnansweredClaim {
  return {
    id: row.claim_id,
    text: row.text,
    language: row.language,
    vector: row.embedding === null ? null : readVector(row.embedding),
    postId: row.post_id,
    submissions: row.submissions,
    firstSubmittedAt: row.first_submitted_at,
    lastSubmittedAt: row.last_submitted_at,
    weight: row.weight,
    declined: row.declined,
  };
}

/** The wire form of pgvector: number of dimensions and a reserved one, 16 bits each, then the numbers. */
function readVector(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const vector = new Float32Array(view.getUint16(0));
  for (let at = 0; at < vector.length; at++) vector[at] = view.getFloat32(4 + at * 4);
  return vector;
}
