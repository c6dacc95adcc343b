import { type RawBuilder, sql } from 'kysely';

export interface WordedAnswer {
  /** The claim an answer is wanted for. */
  readonly claim_id: string;
  readonly claim_text: string;
  readonly approval_id: string;
  /** The claim the answer was approved for. */
  readonly answered_text: string;
  /** Cosine of the two claims, -1 to 1; null where the active model has no vectors of them. */
  readonly similarity: number | null;
}

export interface WantedWording {
  readonly claimId: string;
  /** See `wordingKey`. */
  readonly wording: string;
}

/**
 * Approved answers to claims of the same wording as these: in force, of another post and the same language,
 * not past their review-by day. Not for a claim of which a person has decided otherwise.
 *
 * 4 ms with 10,000 approved answers on the embedded database, half of it planning. Rejected: the ten nearest by vector, exactly,
 * with 166 ms (`explain analyze`); and copies typed without diacritics have a cosine from .14 to .53 with what they copy, while
 * other claims have .99 (see `same-claim.ts`): it would miss the one and bring the other.
 */
export function answersWorded(
  wanted: readonly WantedWording[],
  rules: number,
  today: string,
): RawBuilder<WordedAnswer> {
  const claimIds = wanted.map((one) => one.claimId);
  const wordings = wanted.map((one) => one.wording);
  // Vectors have length one, so the inner product `<#>` (negated by pgvector) is the cosine.
  return sql`
    select c.id as claim_id, c.text as claim_text, a.id as approval_id, t.text as answered_text,
      (select -(e.embedding <#> f.embedding) from embedding_model m
        join claim_embedding e on e.model_id = m.id and e.claim_id = c.id
        join claim_embedding f on f.model_id = m.id and f.claim_id = t.id
        where m.state = 'active') as similarity
    from unnest(${claimIds}::uuid[], ${wordings}::text[]) as wanted (claim_id, wording)
    join claim c on c.id = wanted.claim_id and c.checkable
    join assessment s on s.claim_id = c.id and s.current
      and (s.decided_by is null or s.outcome = 'CONTRADICTED')
    join answered_claim w on w.wording = wanted.wording and w.rules = ${rules}
    join approval a on a.id = w.approval_id and a.status = 'in_force' and a.post_id <> c.post_id
    join draft d on d.id = a.draft_id and (d.review_by is null or d.review_by > ${today}::date)
    join claim t on t.id = d.claim_id and t.language = c.language
    order by c.ordinal, a.id desc`;
}
