import { type RawBuilder, sql } from 'kysely';
import type { PostState } from '#db/schema/index.ts';

export interface SimilarRow {
  readonly post_id: string;
  readonly draft_id: string;
  readonly state: PostState;
  readonly claim_text: string;
  readonly language: string;
  readonly decided_at: Date;
  /** Cosine of the two claims, -1 to 1. */
  readonly similarity: number;
}

/** Drafts decided last are looked at, no more: people ask what was decided lately. */
const mostLookedAt = 500;

/**
 * The last decided draft of each other post whose claim is at least this similar to a claim, by vectors of
 * the active model, nearest first. Decided: both reviews are in. Golden posts never count.
 *
 * With 20,000 decided claims of 384 numbers: 6 ms on the embedded database, 3 on PostgreSQL (best of 30 on a
 * busy machine). Rejected: plain joins, because the planner then reads every draft (18 ms); an HNSW index on
 * all claims, because most are never decided and each insertion costs about 7 ms.
 */
export function similarDecided(asked: {
  readonly claimId: string;
  readonly postId: string;
  readonly least: number;
  readonly limit: number;
}): RawBuilder<SimilarRow> {
  // Vectors have length one, so the inner product `<#>` (negated by pgvector) is the cosine.
  return sql<SimilarRow>`
    with asked as (
      select e.model_id, e.embedding from embedding_model m
      join claim_embedding e on e.model_id = m.id and e.claim_id = ${asked.claimId}
      where m.state = 'active'
    ), decided as materialized (
      select r.draft_id, r.decided_at from review_decision r
      where r.stage = 2 order by r.id desc limit ${mostLookedAt}
    ), near as (
      select distinct on (d.post_id) d.post_id, d.id as draft_id, d.claim_id, x.decided_at,
        -(e.embedding <#> a.embedding) as similarity
      from decided x cross join asked a
      cross join lateral (select d.id, d.post_id, d.claim_id, d.revision from draft d
        where d.id = x.draft_id and d.post_id <> ${asked.postId} limit 1) d
      cross join lateral (select e.embedding from claim_embedding e
        where e.model_id = a.model_id and e.claim_id = d.claim_id limit 1) e
      order by d.post_id, d.revision desc
    )
    select n.post_id, n.draft_id, p.state, c.text as claim_text, c.language, n.decided_at, n.similarity
    from near n join post p on p.id = n.post_id and not p.golden join claim c on c.id = n.claim_id
    where n.similarity >= ${asked.least}
    order by n.similarity desc, n.post_id
    limit ${asked.limit}`;
}
