/** The queue, two independent reviews, and what is said beside a draft. */
export const statements = [
  // How far the clocks of the service and its database may differ when something is approved.
  `create table clock_limit (
    singleton boolean primary key default true check (singleton),
    seconds integer not null check (seconds > 0)
  )`,
  `insert into clock_limit (seconds) values (300)`,
  // A sequence does not roll back: what a trigger refused is counted although its transaction is gone.
  `create sequence refused_four_eyes minvalue 0 start 0`,
  `create sequence refused_immutable minvalue 0 start 0`,
  `select nextval('refused_four_eyes'), nextval('refused_immutable')`,
  `create table refusal_noted (guard text primary key, count bigint not null)`,
  `insert into refusal_noted (guard, count) values ('refused_four_eyes', 0), ('refused_immutable', 0)`,
  `create or replace function refuse_approval(reason text) returns void language plpgsql as $$
  begin
    perform nextval('refused_four_eyes');
    raise exception 'four eyes: %', reason using errcode = 'integrity_constraint_violation';
  end $$`,
  `create or replace function refuse_change() returns trigger language plpgsql as $$
  begin
    perform nextval('refused_immutable');
    raise exception '% rows are immutable: % refused', tg_table_name, tg_op
      using errcode = 'restrict_violation';
  end $$`,
  // Attempts that are not recorded one by one, so that nobody can flood the trail.
  `create table refusal_count (
    user_id uuid not null references app_user,
    reason text not null,
    entity_id text not null,
    recorded_at timestamptz not null,
    since integer not null,
    primary key (user_id, reason, entity_id)
  )`,

  // A reading whose right answer is known; never approved, counted or exported.
  `alter table post add column golden boolean not null default false`,
  `create table topic_weight (
    topic text primary key check (length(topic) between 1 and 100),
    weight real not null check (weight between 0 and 5),
    set_by uuid not null references app_user,
    set_at timestamptz not null
  )`,
  `alter table review_item
    -- Its post is in review: kept by a trigger, so that the queue is one index.
    add column open boolean not null default false,
    add column priority double precision not null default 0,
    -- When it was taken; its lease is kept from then on by heartbeats, for so long and no longer.
    add column leased_since timestamptz,
    add column heartbeat_at timestamptz,
    -- When a lease last ran out on it; null again once somebody takes it.
    add column lease_ran_out_at timestamptz,
    add column reserved_for uuid references app_user,
    add column reserved_until timestamptz,
    add constraint reservation_is_whole check (num_nulls(reserved_for, reserved_until) in (0, 2))`,
  `create index review_item_queue on review_item (priority desc, id) where open`,
  `create index review_item_leased on review_item (leased_by) where leased_by is not null`,
  `create index review_item_reserved on review_item (reserved_for) where reserved_for is not null`,
  // Rises with what was sent apart (per sender, channel and day), with the weight of its topics, and with
  // how new it is: one point for twice as many, for each unit of weight, and for each 12 hours. It needs
  // no clock, so the order of two items changes only when something happens to one of them.
  `create function review_priority(item_post uuid) returns double precision language sql stable as $$
    select ln(1 + (select count(distinct (s.submitted_by, s.channel,
               (s.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date))
             from submission s where s.post_id = p.id)) / ln(2)
      + coalesce((select max(w.weight) from draft d join citation c on c.draft_id = d.id
               join document_version v on v.id = c.version_id
               join document o on o.id = v.document_id
               join topic_weight w on w.topic = any (o.topics)
             where d.post_id = p.id and d.revision =
               (select max(l.revision) from draft l where l.post_id = p.id)), 0)
      + extract(epoch from p.received_at) / 43200
    from post p where p.id = item_post $$`,
  `update review_item i set open = true, priority = review_priority(i.post_id)
    from post p where p.id = i.post_id and p.state = 'IN_REVIEW'`,
  `create function keep_queue() returns trigger language plpgsql as $$
  begin
    if new.state = 'IN_REVIEW' and (old.state <> 'IN_REVIEW' or new.submission_count <> old.submission_count) then
      update review_item set open = true, priority = review_priority(new.id) where post_id = new.id;
    elsif old.state = 'IN_REVIEW' and new.state <> 'IN_REVIEW' then
      update review_item set open = false, reserved_for = null, reserved_until = null,
        lease_token_sha256 = null, leased_by = null, leased_until = null, leased_since = null,
        heartbeat_at = null, lease_ran_out_at = null
        where post_id = new.id;
    end if;
    return null;
  end $$`,
  `create trigger post_queue after update of state, submission_count on post
    for each row execute function keep_queue()`,
  // Why somebody passed an item on without judging it; they are not offered it again in that round.
  `create table review_pass (
    id uuid primary key,
    review_item_id uuid not null references review_item,
    round integer not null,
    user_id uuid not null references app_user,
    kind text not null check (kind in ('skipped', 'declined', 'handed_over')),
    handed_to uuid references app_user,
    reason text not null check (length(reason) > 0),
    passed_at timestamptz not null,
    constraint handed_to_somebody check ((kind = 'handed_over') = (handed_to is not null))
  )`,
  `create index review_pass_item on review_pass (review_item_id, round, user_id)`,
  `create trigger review_pass_immutable before update or delete on review_pass
    for each row execute function refuse_change()`,

  `alter table review_decision
    add column fence integer,
    add column round integer,
    add column obstacle text check (obstacle in ('first_not_reviewer', 'first_had_part', 'one_person',
      'source_ended', 'review_by_passed'))`,
  `create index review_decision_reviewer on review_decision (reviewer, decided_at)`,
  `create function has_part(account uuid, item_post uuid) returns boolean language sql stable as $$
    select exists (select from contribution c join app_user u on u.id = c.user_id
      where c.post_id = item_post and u.person = person_of(account)) $$`,
  `create function may_review(account uuid) returns boolean language sql stable as $$
    select exists (select from app_user u where u.id = account and u.disabled_at is null
      and 'reviewer' = any (u.roles) and not 'admin' = any (u.roles)) $$`,
  `create function check_clock(claimed timestamptz) returns void language plpgsql as $$
  begin
    if abs(extract(epoch from clock_timestamp() - claimed)) > (select seconds from clock_limit) then
      perform refuse_approval('the clocks of the service and of its database differ');
    end if;
  end $$`,
  // Every sentence has one label of a known kind, and none was found without support.
  `create function labels_whole(draft uuid, labels jsonb, approving boolean) returns boolean
    language sql stable as $$
    select (select count(*) from draft_sentence s where s.draft_id = draft) = jsonb_array_length(labels)
      and not exists (select from draft_sentence s where s.draft_id = draft and not exists
        (select from jsonb_array_elements(labels) l where (l->>'ordinal')::int = s.ordinal
           and l->>'label' in ('supported', 'not_supported', 'unclear', 'tone')
           and not (approving and l->>'label' = 'not_supported'))) $$`,
  `create or replace function check_review_decision() returns trigger language plpgsql as $$
  begin
    perform check_clock(new.decided_at);
    if not may_review(new.reviewer) then
      perform refuse_approval('this person is no reviewer now');
    end if;
    if exists (select from draft d where d.id = new.draft_id and has_part(new.reviewer, d.post_id)) then
      perform refuse_approval('the reviewer contributed to this draft');
    end if;
    if not exists (select from draft d where d.id = new.draft_id
                   and d.content_sha256 = new.content_sha256 and d.revision =
                     (select max(revision) from draft l where l.post_id = d.post_id)) then
      perform refuse_approval('the decision is not about the current content');
    end if;
    if exists (select from review_decision r where r.draft_id = new.draft_id
               and person_of(r.reviewer) = person_of(new.reviewer)) then
      perform refuse_approval('this person has already decided on this draft');
    end if;
    if (select count(*) from review_decision r where r.draft_id = new.draft_id) <> new.stage - 1 then
      perform refuse_approval('the first decision comes before the second');
    end if;
    if not labels_whole(new.draft_id, new.labels, new.verdict = 'approve') then
      perform refuse_approval('a sentence is not judged, or an approved one has no support');
    end if;
    -- The lease is given up after this row: only its holder, in time, decides.
    if not exists (select from review_item i join draft d on d.post_id = i.post_id
                   join post p on p.id = i.post_id and not p.golden
                   where i.id = new.review_item_id and d.id = new.draft_id and i.open
                   and i.leased_by = new.reviewer and i.leased_until > clock_timestamp()
                   and i.fence = new.fence and i.round = new.round) then
      perform refuse_approval('the reviewer does not hold this item');
    end if;
    return new;
  end $$`,
  `create table revocation (
    approval_id uuid primary key references approval,
    revoked_by uuid not null references app_user,
    reason text not null check (length(reason) > 0),
    revoked_at timestamptz not null
  )`,
  `create trigger revocation_immutable before update or delete on revocation
    for each row execute function refuse_change()`,
  `create or replace function check_approval_change() returns trigger language plpgsql as $$
  begin
    if (new.id, new.post_id, new.draft_id, new.content_sha256, new.first_reviewer,
        new.second_reviewer, new.approved_at) is distinct from
       (old.id, old.post_id, old.draft_id, old.content_sha256, old.first_reviewer,
        old.second_reviewer, old.approved_at)
      or (new.status = 'in_force' and old.status <> 'in_force') then
      perform refuse_approval('an approval can only be taken out of force');
    end if;
    if new.status = 'revoked' and old.status <> 'revoked'
       and not exists (select from revocation r where r.approval_id = new.id) then
      perform refuse_approval('a revocation names who and why');
    end if;
    return new;
  end $$`,
  `create or replace function check_approval() returns trigger language plpgsql as $$
  declare today date := (new.approved_at at time zone 'Asia/Ho_Chi_Minh')::date;
  begin
    perform check_clock(new.approved_at);
    if new.status <> 'in_force' then
      perform refuse_approval('an approval starts in force');
    end if;
    if exists (select from post p where p.id = new.post_id and p.golden) then
      perform refuse_approval('a golden item is never approved');
    end if;
    if not exists (select from draft d join claim c on c.id = d.claim_id and c.post_id = d.post_id
                   join assessment a on a.claim_id = c.id and a.current
                   where d.id = new.draft_id and d.post_id = new.post_id
                   and d.content_sha256 = new.content_sha256
                   and a.outcome = 'CONTRADICTED' and a.decided_by is not null) then
      perform refuse_approval('no person has set the answered claim to CONTRADICTED');
    end if;
    if exists (select from draft where id = new.draft_id and blocked) then
      perform refuse_approval('the draft does not pass its gate and linter');
    end if;
    if exists (select from draft where id = new.draft_id and review_by <= today) then
      perform refuse_approval('the day to review the answer by has come');
    end if;
    if not exists (select from draft d join response_decision r on r.post_id = d.post_id
                   where d.id = new.draft_id and r.current and r.decision = 'respond') then
      perform refuse_approval('nobody has decided to respond');
    end if;
    if (select count(distinct r.stage) from review_decision r where r.draft_id = new.draft_id
        and r.content_sha256 = new.content_sha256 and r.verdict = 'approve'
        and (r.stage, r.reviewer) in ((1, new.first_reviewer), (2, new.second_reviewer))) <> 2 then
      perform refuse_approval('two different reviewers have not approved this content');
    end if;
    if person_of(new.first_reviewer) = person_of(new.second_reviewer) then
      perform refuse_approval('both reviewers are one person');
    end if;
    if not may_review(new.first_reviewer) or not may_review(new.second_reviewer) then
      perform refuse_approval('one of the two is no reviewer now');
    end if;
    if has_part(new.first_reviewer, new.post_id) or has_part(new.second_reviewer, new.post_id) then
      perform refuse_approval('a reviewer contributed to this draft');
    end if;
    if exists (select from draft d join draft l on l.post_id = d.post_id and l.revision > d.revision
               where d.id = new.draft_id) then
      perform refuse_approval('the draft has changed since it was judged');
    end if;
    if not exists (select from citation where draft_id = new.draft_id) then
      perform refuse_approval('the draft cites nothing');
    end if;
    -- A version that is ending at this moment ends first or waits: its end must find this approval.
    perform from document_version v where v.id in (
      select c.version_id from citation_now c where c.draft_id = new.draft_id) for share;
    if exists (select from citation_now c join document_version v on v.id = c.version_id
               join document d on d.id = v.document_id
               where c.draft_id = new.draft_id and (v.status <> 'approved' or not d.citable
                 or v.valid_from > today or v.ends_on <= today)) then
      perform refuse_approval('a cited version is not in force or not citable');
    end if;
    if exists (select from citation_now c join document_version v on v.id = c.version_id
               where c.draft_id = new.draft_id and
                 substr(v.canonical_text, c.start_offset + 1, c.end_offset - c.start_offset) <> c.quote) then
      perform refuse_approval('a quote is not what the cited version says');
    end if;
    return new;
  end $$`,
  `create or replace function check_reuse() returns trigger language plpgsql as $$
  declare today date := (new.confirmed_at at time zone 'Asia/Ho_Chi_Minh')::date;
  begin
    if new.status <> 'in_force' then
      perform refuse_approval('a reuse starts in force');
    end if;
    perform from approval a where a.id = new.approval_id for share;
    if not exists (select from approval a where a.id = new.approval_id and a.status = 'in_force'
                   and a.post_id <> new.post_id) then
      perform refuse_approval('the answer is not approved and in force');
    end if;
    if exists (select from approval a join draft d on d.id = a.draft_id
               where a.id = new.approval_id and d.review_by <= today) then
      perform refuse_approval('the day to review the answer by has come');
    end if;
    if exists (select from approval a where a.id = new.approval_id
               and has_part(new.confirmed_by, a.post_id)) then
      perform refuse_approval('who wrote the answer cannot confirm that it fits');
    end if;
    if not exists (select from claim c join assessment s on s.claim_id = c.id and s.current
                   where c.id = new.claim_id and c.post_id = new.post_id and c.checkable
                   and s.outcome = 'CONTRADICTED' and s.decided_by is not null) then
      perform refuse_approval('no person has set the answered claim to CONTRADICTED');
    end if;
    if not exists (select from response_decision r where r.post_id = new.post_id and r.current
                   and r.decision = 'respond') then
      perform refuse_approval('nobody has decided to respond');
    end if;
    perform from document_version v where v.id in (
      select c.version_id from citation_now c join approval a on a.draft_id = c.draft_id
      where a.id = new.approval_id) for share;
    if exists (select from citation_now c join approval a on a.draft_id = c.draft_id
               join document_version v on v.id = c.version_id
               join document d on d.id = v.document_id
               where a.id = new.approval_id and (v.status <> 'approved' or not d.citable
                 or v.valid_from > today or v.ends_on <= today)) then
      perform refuse_approval('a cited version is not in force or not citable');
    end if;
    return new;
  end $$`,
  // What reviewers read stays as it is: a draft is stored whole, and only while nobody judges or relies on one.
  `create function check_draft() returns trigger language plpgsql as $$
  begin
    if exists (select from post p where p.id = new.post_id and not p.golden
               and p.state in ('IN_REVIEW', 'APPROVED', 'DECLINED')) then
      perform refuse_approval('this post is not open for drafting');
    end if;
    return new;
  end $$`,
  `create trigger draft_while_open before insert on draft
    for each row execute function check_draft()`,
  `create function check_part_of_draft() returns trigger language plpgsql as $$
  begin
    if (select d.xmin::text from draft d where d.id = new.draft_id) <> pg_current_xact_id()::xid::text then
      perform refuse_approval('a draft is stored whole');
    end if;
    return new;
  end $$`,
  ...['draft_sentence', 'citation'].map(
    (table) => `create trigger ${table}_with_its_draft before insert on ${table}
      for each row execute function check_part_of_draft()`,
  ),
  // At the end of the transaction its trace must be there: what is not recorded did not happen.
  `create function check_recorded() returns trigger language plpgsql as $$
  begin
    if not exists (select from audit_event e where e.entity_type = tg_argv[0] and e.action = tg_argv[1]
                   and e.entity_id = (to_jsonb(new)->>tg_argv[2])
                   and (tg_argv[3] = '' or e.actor_id = (to_jsonb(new)->>tg_argv[3])::uuid)) then
      perform refuse_approval('it is not in the audit trail');
    end if;
    return null;
  end $$`,
  `create constraint trigger review_decision_recorded after insert on review_decision
    deferrable initially deferred for each row
    execute function check_recorded('draft', 'review.decided', 'draft_id', 'reviewer')`,
  `create constraint trigger approval_recorded after insert on approval
    deferrable initially deferred for each row
    execute function check_recorded('approval', 'approval.given', 'id', 'second_reviewer')`,
  `create constraint trigger revocation_recorded after insert on revocation
    deferrable initially deferred for each row
    execute function check_recorded('approval', 'approval.revoked', 'approval_id', 'revoked_by')`,
];
