import { type RawBuilder, sql } from 'kysely';
import { visibleComments } from '#comments/index.ts';
import type { DbContext } from '#db/context.ts';
import { mostCounted, type NoticeKind, type PersonalKind } from './notice.ts';

type NoticeContext = Pick<DbContext, 'db' | 'actor' | 'clock'>;

export interface NoticeRow<K extends NoticeKind = NoticeKind> {
  readonly kind: K;
  readonly post_id: string | null;
  /** What the notice is about, so that nobody is written to about it twice. */
  readonly about: string;
  readonly at: Date | null;
}

/** A lease is said to end when it has this long left. */
const endingMs = 5 * 60_000;
/** Checkpoints are signed every hour; two missed ones are an omission. */
const checkpointMs = 3 * 3_600_000;
/** What was given up longer ago is in the list of deliveries. */
const givenUpMs = 7 * 86_400_000;
/** Of the queue's items, the first so many are looked at for somebody. */
const lookedAt = 500;

/**
 * All that is addressed to the acting person, at most 100 of a kind, as one statement. What another
 * reviewer has said of a draft changes none of it: a first verdict shows nowhere, and a comment that is
 * hidden mentions nobody.
 */
export function personalRows(ctx: NoticeContext): RawBuilder<NoticeRow<PersonalKind>> | null {
  const { userId, roles } = ctx.actor;
  if (userId === null) return null;
  const parts = [
    ...(roles.includes('reviewer') ? [leases(), lostLeases(), handedOver()] : []),
    ...(roles.some((role) => ['triager', 'drafter', 'reviewer'].includes(role))
      ? [mentions(ctx)]
      : []),
    ...(roles.includes('drafter') ? [returned()] : []),
    ...(roles.includes('admin') ? [givenUp(ctx), checkpoint(ctx)] : []),
  ].map((part) => sql`(${part} limit ${mostCounted})`);
  if (parts.length === 0) return null;
  return sql`with mine as materialized (
      select u.id from app_user u
      where u.person = (select person from app_user where id = ${userId}))
    ${sql.join(parts, sql` union all `)}`;
}

export interface PersonalCount {
  /** All but mentions. */
  readonly others: number;
  /** Unseen ones, whether their comment may be read yet or not. */
  readonly mentions: number;
}

/**
 * How many there are, for the header of every page. Whether a comment may be read is left to who finds
 * that there is a mention: planning that alone takes longer than all the rest.
 */
export function personalCount(ctx: NoticeContext): RawBuilder<PersonalCount> | null {
  const { userId, roles } = ctx.actor;
  if (userId === null) return null;
  const parts = [
    ...(roles.includes('reviewer') ? [leases(), lostLeases(), handedOver()] : []),
    ...(roles.includes('drafter') ? [returnedOnly()] : []),
    ...(roles.includes('admin') ? [givenUp(ctx), checkpoint(ctx)] : []),
  ].map((part) => sql`(select count(*) from (${part} limit ${mostCounted}) as counted)`);
  return sql`with mine as materialized (
      select u.id from app_user u
      where u.person = (select person from app_user where id = ${userId}))
    select (${sql.join([sql`0`, ...parts], sql` + `)})::int as others,
      (select count(*) from mention where user_id = ${userId} and seen_at is null)::int as mentions`;
}

function leases() {
  return sql`
    select case when i.leased_until > clock_timestamp() then 'lease_ending' else 'lease_ran_out' end
        as kind, i.post_id, i.id || '/' || i.fence as about, i.leased_until as at
    from review_item i
    where i.leased_by in (select id from mine)
      and i.leased_until <= clock_timestamp() + ${endingMs} * interval '1 millisecond'`;
}

/** Ran out and returned to the queue by a job; the trail says who had it last. */
function lostLeases() {
  return sql`
    select 'lease_ran_out' as kind, i.post_id, i.id || '/' || i.fence as about,
      i.lease_ran_out_at as at
    from (select * from review_item o where o.lease_ran_out_at is not null limit ${mostCounted}) i
    where exists (
      select from audit_event e
      where e.entity_type = 'review_item' and e.entity_id = i.id::text
        and e.action = 'review_item.lease_expired' and (e.details->>'fence')::int = i.fence
        and e.details->>'holder' in (select id::text from mine)
      offset 0)`;
}

function handedOver() {
  return sql`
    select 'handed_over' as kind, i.post_id,
      (select max(s.id::text) from review_pass s
        where s.review_item_id = i.id and s.round = i.round and s.handed_to = i.reserved_for) as about,
      i.reserved_until as at
    from review_item i
    where i.reserved_for in (select id from mine) and i.reserved_until > clock_timestamp() and i.open`;
}

/** Unseen mentions of the acting person in comments they may read, newest first. */
export function mentions(ctx: NoticeContext) {
  return visibleComments(ctx, ctx.actor)
    .innerJoin('mention as m', 'm.comment_id', 'c.id')
    .select((eb) => [
      eb.val('mention').$castTo<string>().as('kind'),
      'c.post_id',
      eb.cast<string>('c.id', 'text').as('about'),
      'c.written_at as at',
    ])
    .where('m.user_id', '=', ctx.actor.userId)
    .where('m.seen_at', 'is', null)
    .orderBy('c.id', 'desc');
}

/** Posts that wait for their drafters again; `left_force`: their newest draft was approved once. */
function returned() {
  return sql`
    select case when lost.id is null then 'returned' else 'left_force' end as kind,
      p.id as post_id, coalesce(lost.id::text, p.id || '/' || i.round) as about, null::timestamptz as at
    from post p join review_item i on i.post_id = p.id
    left join lateral (
      select a.id from approval a
      where a.status <> 'in_force' and a.draft_id =
        (select d.id from draft d where d.post_id = p.id order by d.revision desc limit 1)
    ) lost on true
    where p.state = 'RETURNED' and not p.golden
      and p.id in (select c.post_id from contribution c where c.user_id in (select id from mine))
    order by p.id desc`;
}

/** The same posts, for counting: two indexes and nothing else. */
function returnedOnly() {
  return sql`
    select from post p where p.state = 'RETURNED' and not p.golden
      and p.id in (select c.post_id from contribution c where c.user_id in (select id from mine))`;
}

function givenUp(ctx: NoticeContext) {
  const since = new Date(ctx.clock().getTime() - givenUpMs);
  return sql`
    select 'webhook_given_up' as kind, null::uuid as post_id, d.id::text as about, d.given_up_at as at
    from webhook_delivery d where d.given_up_at > ${since} order by d.given_up_at desc`;
}

function checkpoint(ctx: NoticeContext) {
  const limit = new Date(ctx.clock().getTime() - checkpointMs);
  return sql`
    select 'checkpoint_overdue' as kind, null::uuid as post_id, e.seq::text as about, e.at
    from audit_event e
    where e.seq = (select coalesce(max(seq), 0) + 1 from audit_checkpoint) and e.at < ${limit}`;
}

/**
 * Items the acting reviewer may take, of the first 500 of the queue: nobody holds them or has them kept,
 * and this person had no part in them, has not decided on them and has not passed on them in this round.
 */
export function waitingRows(userId: string): RawBuilder<NoticeRow<'waiting'>> {
  return sql`
    with mine as materialized (
      select u.id from app_user u
      where u.person = (select person from app_user where id = ${userId})
    ), front as materialized (
      select i.* from review_item i where i.open order by i.priority desc, i.id limit ${lookedAt}
    )
    select 'waiting' as kind, i.post_id, i.id::text as about, null::timestamptz as at
    from front i join post p on p.id = i.post_id
    where not p.golden
      and (i.leased_until is null or i.leased_until <= clock_timestamp())
      and (i.reserved_for is null or i.reserved_until <= clock_timestamp()
        or i.reserved_for in (select id from mine))
      and not exists (select from contribution c
        where c.post_id = i.post_id and c.user_id in (select id from mine))
      and not exists (select from review_pass s where s.review_item_id = i.id
        and s.round = i.round and s.user_id in (select id from mine))
      and not exists (select from review_decision r where r.reviewer in (select id from mine)
        and r.draft_id = (select d.id from draft d where d.post_id = i.post_id
          order by d.revision desc limit 1))
    order by i.priority desc, i.id limit ${mostCounted}`;
}

/** Approvals in force of other people's that wait for a third look. */
export function thirdLookRows(userId: string): RawBuilder<NoticeRow<'third_look'>> {
  return sql`
    with mine as materialized (
      select u.id from app_user u
      where u.person = (select person from app_user where id = ${userId}))
    select 'third_look' as kind, a.post_id, a.id::text as about, t.chosen_at as at
    from third_look t join approval a on a.id = t.approval_id
    where t.looked_at is null and a.status = 'in_force'
      and a.first_reviewer not in (select id from mine)
      and a.second_reviewer not in (select id from mine)
      and not exists (select from contribution c
        where c.post_id = a.post_id and c.user_id in (select id from mine))
    order by t.chosen_at limit ${mostCounted}`;
}
