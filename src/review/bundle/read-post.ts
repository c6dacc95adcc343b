import type { DbContext } from '#db/context.ts';
import type { EvidenceBundle } from './format.ts';
import type { BundledApproval } from './read-approval.ts';

type Db = Pick<DbContext, 'db'>;
type BundledClaim = EvidenceBundle['post']['claims'][number];

/** The post's hash and claims, what was decided of them up to the approval, and why it was answered. */
export async function readPost(
  ctx: Db,
  approval: BundledApproval,
): Promise<EvidenceBundle['post']> {
  const post = await ctx.db
    .selectFrom('post')
    .select(['id', 'content_sha256', 'language', 'received_at'])
    .where('id', '=', approval.postId)
    .executeTakeFirstOrThrow();
  const claims = await ctx.db
    .selectFrom('claim')
    .select(['id', 'ordinal', 'start_offset as start', 'end_offset as end', 'kind', 'checkable'])
    .select(['text', 'language'])
    .where('post_id', '=', post.id)
    .orderBy('ordinal')
    .execute();
  const assessments = await readAssessments(ctx, approval);
  const answered = {
    proposals: await readProposals(ctx, approval.claimId),
    matches: await readMatches(ctx, approval.claimId),
  };
  return {
    ...post,
    received_at: post.received_at.toISOString(),
    response: await readResponse(ctx, approval),
    claims: claims.map(({ text, ...claim }) => ({
      ...claim,
      assessments: assessments.get(claim.id) ?? [],
      ...(claim.id === approval.claimId
        ? { text, ...answered }
        : { text: null, proposals: [], matches: [] }),
    })),
  };
}

async function readResponse(
  ctx: Db,
  approval: BundledApproval,
): Promise<EvidenceBundle['post']['response']> {
  const row = await ctx.db
    .selectFrom('response_decision as r')
    .innerJoin('app_user as u', 'u.id', 'r.decided_by')
    .select(['r.decision', 'r.reason', 'r.decided_at', 'u.id', 'u.person', 'u.name'])
    .where('r.post_id', '=', approval.postId)
    .where('r.decided_at', '<=', approval.approvedAt)
    .orderBy('r.decided_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row?.decision !== 'respond') return null;
  const { decision, reason, decided_at: decidedAt, ...decided_by } = row;
  return { decision, reason, decided_by, decided_at: decidedAt.toISOString() };
}

async function readAssessments(
  ctx: Db,
  approval: BundledApproval,
): Promise<Map<string, BundledClaim['assessments']>> {
  const rows = await ctx.db
    .selectFrom('assessment as a')
    .innerJoin('claim as c', 'c.id', 'a.claim_id')
    .leftJoin('app_user as u', 'u.id', 'a.decided_by')
    .select(['a.claim_id', 'a.id', 'a.outcome', 'a.suggestion', 'a.reasons', 'a.threshold'])
    .select(['a.decided_at', 'u.id as user_id', 'u.person', 'u.name'])
    .where('c.post_id', '=', approval.postId)
    .where('a.decided_at', '<=', approval.approvedAt)
    .orderBy('a.decided_at')
    .orderBy('a.id')
    .execute();
  const found = new Map<string, BundledClaim['assessments']>();
  for (const row of rows) {
    const { claim_id: claimId, user_id: userId, person, name, decided_at: at, ...rest } = row;
    const decided_by =
      userId === null || person === null || name === null ? null : { id: userId, person, name };
    const list = found.get(claimId) ?? [];
    list.push({ ...rest, decided_by, decided_at: at.toISOString() });
    found.set(claimId, list);
  }
  return found;
}

async function readProposals(ctx: Db, claimId: string): Promise<BundledClaim['proposals']> {
  const rows = await ctx.db
    .selectFrom('claim_proposal')
    .select(['kind', 'model', 'prompt', 'prompt_sha256', 'proposed_at'])
    .where('claim_id', '=', claimId)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, proposed_at: row.proposed_at.toISOString() }));
}

async function readMatches(ctx: Db, claimId: string): Promise<BundledClaim['matches']> {
  const rows = await ctx.db
    .selectFrom('match as m')
    .innerJoin('passage as p', 'p.id', 'm.passage_id')
    .innerJoin('document_version as v', 'v.id', 'm.version_id')
    .leftJoin('embedding_model as e', 'e.id', 'm.model_id')
    .select(['m.rank', 'm.passage_id', 'm.version_id', 'v.content_sha256 as version_sha256'])
    .select(['p.start_offset as start', 'p.end_offset as end'])
    .select(['m.lexical_score', 'm.dense_score', 'm.fused_score', 'm.probability'])
    .select(['m.retriever_version', 'm.as_of', 'm.reranker', 'e.name', 'e.fingerprint'])
    .where('m.claim_id', '=', claimId)
    .where('m.guidance', '=', false)
    .orderBy('m.rank')
    .orderBy('m.passage_id')
    .execute();
  return rows.map(({ name, fingerprint, passage_id: passageId, reranker, ...row }) => ({
    ...row,
    passage_id: String(passageId),
    model: name === null || fingerprint === null ? null : { name, fingerprint },
    reranker:
      reranker === null
        ? null
        : {
            model: reranker.model,
            prompt: reranker.prompt,
            prompt_sha256: reranker.prompt_sha256,
          },
  }));
}
