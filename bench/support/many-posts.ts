import { sql, type Kysely } from 'kysely';
import { appendAudit } from '#audit/index.ts';
import { type DbContext, systemActor } from '#db/context.ts';
import { refreshStatistics } from '#db/refresh-statistics.ts';
import type { Database } from '#db/schema/index.ts';
import { createUser } from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import { silentLog } from '#platform/log.ts';
import { drawPosts } from './many-posts-drawn.ts';

export interface ManyPosts {
  readonly posts: number;
  /** They arrived evenly over so many days, the last of them now. */
  readonly days: number;
  /** The last instant; else now. */
  readonly until?: Date;
}

export interface SeededPeople {
  readonly triager: string;
  readonly drafter: string;
  readonly first: string;
  readonly second: string;
}

/** Trail entries of one call. */
const entriesAtOnce = 2000;

/**
 * Years of work in seconds: posts with submissions, claims, assessments, response decisions, drafts of
 * three sentences, review items (open for a share of the last five days, else decided by two), approvals,
 * language-model calls, and the trail of what was received and submitted for review, chained as always.
 * Which post became what is a function of its number, so the same call gives the same figures.
 *
 * What it is not: history cannot be made through the triggers (they compare times with the clock), so they
 * are off (`session_replication_role`; the role must be a superuser, as PGlite's is) and only as true as
 * the statements here. Matches and citations exist only where the corpus has passages, taken in turn and
 * quoting their first 80 code points; there are no vectors, golden items, third looks, comments or
 * reuses; the other events of the trail are left out.
 */
export async function seedPosts(
  db: Kysely<Database>,
  { posts, days, until = new Date() }: ManyPosts,
): Promise<SeededPeople> {
  const ctx: DbContext = {
    db,
    actor: systemActor,
    clock: () => until,
    log: silentLog,
    jobs: { enqueue: async () => {} },
  };
  const people = await makePeople(ctx);
  await db.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db);
    await drawPosts(db, { posts, days, until });
    for (const statement of statements(people)) await statement.execute(db);
    await leaveTrail({ ...ctx, db });
  });
  await refreshStatistics({ db });
  return people;
}

async function makePeople(ctx: DbContext): Promise<SeededPeople> {
  const tag = newId().slice(-6);
  const person = async (role: 'triager' | 'drafter' | 'reviewer', name: string) =>
    (await createUser(ctx, { name: `${name}-${tag}`, roles: [role] })).userId;
  return {
    triager: await person('triager', 'nguoi-phan-loai'),
    drafter: await person('drafter', 'nguoi-soan'),
    first: await person('reviewer', 'nguoi-duyet-1'),
    second: await person('reviewer', 'nguoi-duyet-2'),
  };
}

/** In the order of the tables' references. */
function statements({ triager, drafter, first, second }: SeededPeople) {
  const labels = sql`'[{"ordinal":0,"label":"supported"},{"ordinal":1,"label":"supported"},{"ordinal":2,"label":"supported"}]'::jsonb`;
  const unclear = sql`'[{"ordinal":0,"label":"supported"},{"ordinal":1,"label":"unclear"},{"ordinal":2,"label":"supported"}]'::jsonb`;
  return [
    sql`insert into post (id, content_sha256, text, language, platform, masked, submission_count, state,
        received_at, analysed_at, analysis_ms)
      select post_id, hash, text, 'vi', case n % 3 when 0 then 'facebook' when 1 then 'zalo' end, '{}',
        submissions, state, at, case when state <> 'RECEIVED' then at + interval '40 seconds' end, 900
      from seeded`,
    sql`insert into post_words (post_id, words)
      select post_id, to_tsvector('simple', folded_words(text)) from seeded`,
    // One in four clusters has three posts; their keys are made up, so nothing else is near them.
    sql`create temporary table seeded_cluster on commit drop as
      select post_id, submissions, first_value(post_id) over (
          partition by case when n / 3 % 4 = 0 then n / 3 else -n end order by n) as cluster_id
      from seeded where state <> 'RECEIVED'`,
    sql`update post p set cluster_id = c.cluster_id from seeded_cluster c where c.post_id = p.id`,
    sql`insert into post_cluster (id, near_keys, posts, submissions)
      select cluster_id, array(select hashtextextended(cluster_id::text, i) from generate_series(1, 20) i),
        count(*), sum(submissions)
      from seeded_cluster group by cluster_id`,
    sql`insert into submission (id, post_id, submitted_by, channel, request_sha256, item_number, submitted_at)
      select pg_temp.seeded_id(s.at + i * interval '3 hours', 'submission' || s.n || '-' || i), s.post_id, ${triager},
        case when i = 0 then 'ui' else 'api' end, s.hash, 0, s.at + i * interval '3 hours'
      from seeded s cross join lateral generate_series(0, s.submissions - 1) i`,
    sql`insert into claim (id, post_id, ordinal, start_offset, end_offset, text, language, kind, checkable, reasons)
      select claim_id, post_id, 0, 0, length(text), text, 'vi',
        case when outcome = 'NOT_CHECKABLE' then 'opinion' else 'statement' end,
        outcome <> 'NOT_CHECKABLE', '{}'
      from seeded where state <> 'RECEIVED'`,
    sql`insert into assessment (id, claim_id, outcome, reasons, decided_by, decided_at, current, threshold)
      select pg_temp.seeded_id(at, 'assessment' || n), claim_id, outcome, '{}',
        case when outcome = 'CONTRADICTED' then ${drafter}::uuid end, at + interval '1 hour', true, 0.5
      from seeded where state <> 'RECEIVED'`,
    sql`insert into response_decision (id, post_id, decision, reason, decided_by, decided_at, current)
      select pg_temp.seeded_id(at, 'response' || n), post_id,
        case when drafted then 'respond' when r % 2 = 0 then 'monitor' else 'do_not_respond' end,
        'Dữ liệu dựng để đo.', ${triager}, at + interval '1 hour', true
      from seeded where drafted or state = 'NO_ACTION'`,
    sql`insert into match (claim_id, passage_id, version_id, rank, lexical_score, fused_score, probability,
        conflicts, retriever_version, as_of)
      select s.claim_id, p.id, p.version_id, 1, 1, 0.8, 0.4 + (s.r % 50) / 100.0, '[]', 'seeded', s.at::date
      from seeded s join seeded_passage p on p.place = s.n % p.total
      where s.outcome in ('CONTRADICTED', 'CONSISTENT', 'RELATED', 'NEEDS_EXPERT') and state <> 'RECEIVED'`,
    sql`insert into draft (id, post_id, claim_id, revision, language, audience, content_sha256, drafter, gate,
        created_by, created_at, length, lint)
      select draft_id, post_id, claim_id, 1, 'vi', 'domestic', hash,
        case when r % 5 = 0 then 'person' else 'extractive' end, '{}',
        case when r % 5 = 0 then ${drafter}::uuid end, at + interval '90 minutes', 'statement',
        '{"linter":"1","findings":[]}'
      from seeded where drafted`,
    sql`insert into draft_sentence (draft_id, ordinal, role, text)
      select draft_id, i, 'FACT', 'Theo văn bản giả định số ' || n || ', câu ' || i || '.'
      from seeded cross join generate_series(0, 2) i where drafted`,
    sql`insert into citation (draft_id, sentence_ordinal, ordinal, version_id, passage_id, start_offset,
        end_offset, quote, nature)
      select s.draft_id, i, 0, p.version_id, p.id, p.start_offset, p.start_offset + length(p.quote), p.quote, 'fact'
      from seeded s join seeded_passage p on p.place = s.n % p.total cross join generate_series(0, 2) i
      where s.drafted`,
    sql`insert into contribution (post_id, user_id, kind, contributed_at)
      select post_id, ${drafter}::uuid, 'submit', submitted_at from seeded where submitted_at is not null`,
    sql`insert into review_item (id, post_id, round, fence, created_at, open, priority)
      select item_id, post_id, 1, case when decided_at is null then 0 else 2 end, submitted_at,
        state = 'IN_REVIEW', ln(1 + submissions) / ln(2) + extract(epoch from at) / 43200
      from seeded where submitted_at is not null`,
    sql`insert into review_decision (id, review_item_id, draft_id, content_sha256, reviewer, stage, verdict,
        reason, labels, decided_at, fence, round)
      select pg_temp.seeded_id(decided_at, 'decision' || n || '-' || stage), item_id, draft_id, hash,
        case stage when 1 then ${first}::uuid else ${second}::uuid end, stage,
        case when state = 'APPROVED' then 'approve' when state = 'DECLINED' then 'decline'
          when r % 2 = 0 and stage = 1 then 'approve' else 'return' end,
        'Dữ liệu dựng để đo.', case when (n + stage) % 9 = 0 then ${unclear} else ${labels} end,
        decided_at - (2 - stage) * interval '30 minutes', stage, 1
      from seeded cross join generate_series(1, 2) stage where decided_at is not null`,
    sql`insert into approval (id, post_id, draft_id, content_sha256, first_reviewer, second_reviewer, status,
        approved_at)
      select pg_temp.seeded_id(decided_at, 'approval' || n), post_id, draft_id, hash, ${first}::uuid, ${second}::uuid,
        'in_force', decided_at
      from seeded where state = 'APPROVED'`,
    sql`insert into model_call (id, task, post_id, claim_id, model, prompt, prompt_sha256, parameters, status,
        reserved_tokens, input_tokens, output_tokens, cost_micros, draft_id, started_at, ended_at)
      select pg_temp.seeded_id(at, 'call' || n), 'draft', post_id, claim_id, 'seeded', 'draft/v1', 'seeded', '{}',
        'used', 4000, 2500 + r * 10, 300 + r, 900 + r * 7, draft_id, at + interval '80 minutes',
        at + interval '81 minutes'
      from seeded where drafted and r % 4 = 0`,
  ];
}

/** What the audit pages and the ages of the queue read. */
async function leaveTrail(ctx: DbContext): Promise<void> {
  const { rows } = await sql<{ at: Date; action: string; type: string; id: string }>`
    select at, 'post.received' as action, 'post' as type, post_id::text as id from seeded
    union all
    select submitted_at, 'draft.submitted', 'draft', draft_id::text from seeded
      where submitted_at is not null
    order by 1`.execute(ctx.db);
  const days = Map.groupBy(rows, ({ at, action }) => `${action} ${hourOf(at)}`);
  for (const some of days.values()) {
    const at = some[0]?.at ?? ctx.clock();
    for (let start = 0; start < some.length; start += entriesAtOnce) {
      const entries = some
        .slice(start, start + entriesAtOnce)
        .map(({ action, type, id }) => ({ action, entityType: type, entityId: id }));
      await appendAudit({ ...ctx, clock: () => at }, entries);
    }
  }
}

function hourOf(at: Date): string {
  return at.toISOString().slice(0, 13);
}
