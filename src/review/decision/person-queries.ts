import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';

/** How the two reviewers of a draft stand to one another and to its post, as of now. */
export async function readPair(
  ctx: Pick<DbContext, 'db'>,
  { first, second, postId }: { first: string; second: string; postId: string },
): Promise<{ one_person: boolean; first_had_part: boolean; first_may_review: boolean }> {
  const { rows } = await sql<{
    one_person: boolean;
    first_had_part: boolean;
    first_may_review: boolean;
  }>`select person_of(${first}::uuid) = person_of(${second}::uuid) as one_person,
      has_part(${first}::uuid, ${postId}::uuid) as first_had_part,
      may_review(${first}::uuid) as first_may_review`.execute(ctx.db);
  return rows[0] as (typeof rows)[number];
}

/** Approvals in force that four eyes would refuse today, of those in which these accounts' persons had a hand. */
export async function approvalsNotOfTwo(
  ctx: Pick<DbContext, 'db'>,
  userIds: readonly string[],
): Promise<Array<{ id: string; post_id: string }>> {
  const { rows } = await sql<{ id: string; post_id: string }>`
    select a.id, a.post_id from approval a
    join app_user f on f.id = a.first_reviewer
    join app_user s on s.id = a.second_reviewer
    where a.status = 'in_force'
      and (f.person in (select person from app_user where id = any (${[...userIds]}::uuid[]))
        or s.person in (select person from app_user where id = any (${[...userIds]}::uuid[])))
      and (f.person = s.person or has_part(f.id, a.post_id) or has_part(s.id, a.post_id))
    order by a.id for update of a`.execute(ctx.db);
  return rows;
}

/** Posts in review whose first decision is by somebody who, as is known now, had a part in the draft. */
export async function reviewsByContributors(
  ctx: Pick<DbContext, 'db'>,
  userIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ post_id: string }>`
    select distinct p.id as post_id from review_decision r
    join draft d on d.id = r.draft_id
    join post p on p.id = d.post_id and p.state = 'IN_REVIEW'
    join app_user u on u.id = r.reviewer
    where u.person in (select person from app_user where id = any (${[...userIds]}::uuid[]))
      and d.revision = (select max(l.revision) from draft l where l.post_id = d.post_id)
      and has_part(r.reviewer, d.post_id)`.execute(ctx.db);
  return rows.map((row) => row.post_id);
}

/** Reuses in force that were confirmed by a person who had a part in the answer. */
export async function reusesByContributors(
  ctx: Pick<DbContext, 'db'>,
  userIds: readonly string[],
): Promise<Array<{ id: string; post_id: string; approval_id: string }>> {
  const { rows } = await sql<{ id: string; post_id: string; approval_id: string }>`
    select r.id, r.post_id, r.approval_id from reuse r
    join approval a on a.id = r.approval_id
    where r.status = 'in_force' and has_part(r.confirmed_by, a.post_id)
      and (person_of(r.confirmed_by) in (select person from app_user where id = any (${[...userIds]}::uuid[])))
    order by r.id for update of r`.execute(ctx.db);
  return rows;
}

/** Whether this account's person has decided on a draft. */
export async function hasDecided(
  ctx: Pick<DbContext, 'db'>,
  { userId, draftId }: { userId: string; draftId: string },
): Promise<boolean> {
  const { rows } = await sql`select from review_decision r join app_user u on u.id = r.reviewer
    where r.draft_id = ${draftId}::uuid and u.person = person_of(${userId}::uuid)`.execute(ctx.db);
  return rows.length > 0;
}
