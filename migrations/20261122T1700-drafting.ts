/** What a draft is made with and held to: form, linter, model, reuse; who said what in a post. */
export const statements = [
  // Words of a post that are written to a machine: [{start, end, kind}], code points. They are shown, never obeyed.
  `alter table post add column instructions jsonb not null default '[]'`,
  // Who said it, in the post's own words without a person's name: {start, end, text, manner}; null: the post itself.
  `alter table claim add column reported jsonb`,
  `create table claim_proposal (
    id uuid primary key,
    claim_id uuid not null references claim,
    kind text not null,
    model text not null,
    prompt text not null,
    prompt_sha256 text not null,
    proposed_at timestamptz not null
  )`,
  `create index claim_proposal_claim on claim_proposal (claim_id)`,
  `alter table draft
    add column length text check (length in ('short', 'statement', 'note', 'qa')),
    add column review_by date,
    add column no_alternative boolean not null default false,
    add column lint jsonb,
    add column blocked boolean not null default false,
    add column model jsonb`,
  `alter table draft drop constraint draft_drafter_check`,
  `alter table draft add constraint draft_drafter_check
    check (drafter in ('extractive', 'person', 'model'))`,
  `alter table citation add column nature text check (nature in ('fact', 'stance'))`,
  `create or replace view citation_now as
    select c.draft_id, c.sentence_ordinal, c.ordinal, c.quote,
      coalesce(a.version_id, c.version_id) as version_id,
      coalesce(a.passage_id, c.passage_id) as passage_id,
      coalesce(a.start_offset, c.start_offset) as start_offset,
      coalesce(a.end_offset, c.end_offset) as end_offset,
      a.anchored_at, c.nature
    from citation c left join lateral (
      select * from citation_anchor a where a.draft_id = c.draft_id
        and a.sentence_ordinal = c.sentence_ordinal and a.ordinal = c.ordinal
      order by a.id desc limit 1) a on true`,
  // One row per request to a language model, written before it: what is under way counts against the budget.
  `create table model_call (
    id uuid primary key,
    task text not null check (task in ('draft', 'claims')),
    post_id uuid not null references post,
    claim_id uuid references claim,
    model text not null,
    prompt text not null,
    prompt_sha256 text not null,
    parameters jsonb not null,
    status text not null check (status in ('started', 'used', 'failed')),
    reason text,
    reserved_tokens integer not null check (reserved_tokens >= 0),
    input_tokens integer,
    output_tokens integer,
    -- Millionths of the currency the prices are set in.
    cost_micros bigint not null default 0,
    draft_id uuid references draft,
    started_at timestamptz not null,
    ended_at timestamptz,
    constraint ended_is_whole check ((status = 'started') = (ended_at is null))
  )`,
  `create index model_call_started on model_call (started_at)`,
  `create index model_call_post on model_call (post_id, started_at)`,
  `create trigger claim_proposal_immutable before update or delete on claim_proposal
    for each row execute function refuse_change()`,
  // An approved answer that one person found to fit another post.
  `create table reuse (
    id uuid primary key,
    post_id uuid not null references post,
    claim_id uuid not null references claim,
    approval_id uuid not null references approval,
    similarity real check (similarity between -1 and 1),
    reason text not null check (length(reason) > 0),
    confirmed_by uuid not null references app_user,
    confirmed_at timestamptz not null,
    status text not null check (status in ('in_force', 'ended')),
    ended_at timestamptz,
    -- Null: its approval left force.
    ended_by uuid references app_user,
    end_reason text,
    constraint reuse_ended_is_whole check ((status = 'ended') = (ended_at is not null)
      and (ended_by is null) = (end_reason is null) and (ended_by is null or ended_at is not null))
  )`,
  `create unique index reuse_in_force on reuse (post_id) where status = 'in_force'`,
  `create index reuse_approval on reuse (approval_id)`,
  // How the claim of an approved answer is worded, by which copies of it are found; made from the claim's text.
  `create table answered_claim (
    approval_id uuid primary key references approval,
    wording text not null,
    rules integer not null
  )`,
  `create index answered_claim_wording on answered_claim (wording)`,
  `create function check_reuse() returns trigger language plpgsql as $$
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
    if exists (select from contribution c join approval a on a.post_id = c.post_id
               where a.id = new.approval_id and c.user_id = new.confirmed_by) then
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
  `create trigger reuse_four_eyes before insert on reuse
    for each row execute function check_reuse()`,
  `create function check_reuse_change() returns trigger language plpgsql as $$
  begin
    if (new.id, new.post_id, new.claim_id, new.approval_id, new.similarity, new.reason,
        new.confirmed_by, new.confirmed_at) is distinct from
       (old.id, old.post_id, old.claim_id, old.approval_id, old.similarity, old.reason,
        old.confirmed_by, old.confirmed_at)
      or old.status = 'ended' then
      perform refuse_approval('a reuse can only be taken out of force');
    end if;
    return new;
  end $$`,
  `create trigger reuse_only_leaves_force before update on reuse
    for each row execute function check_reuse_change()`,
  `create trigger reuse_kept before delete on reuse
    for each row execute function refuse_change()`,
  // APPROVED goes with an approval of the post's own answer or with a confirmed reuse of another's.
  `create or replace function check_post_approved() returns trigger language plpgsql as $$
  begin
    if new.state = 'APPROVED'
       and not exists (select from approval where post_id = new.id and status = 'in_force')
       and not exists (select from reuse r join approval a on a.id = r.approval_id
                       where r.post_id = new.id and r.status = 'in_force' and a.status = 'in_force') then
      perform refuse_approval('a post becomes APPROVED only by an approval');
    end if;
    if new.content_sha256 <> old.content_sha256 or new.text <> old.text then
      raise exception 'the text of a post is immutable' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create or replace function check_approval() returns trigger language plpgsql as $$
  declare today date := (new.approved_at at time zone 'Asia/Ho_Chi_Minh')::date;
  begin
    if new.status <> 'in_force' then
      perform refuse_approval('an approval starts in force');
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
    if not exists (select from draft d join response_decision r on r.post_id = d.post_id
                   where d.id = new.draft_id and r.current and r.decision = 'respond') then
      perform refuse_approval('nobody has decided to respond');
    end if;
    if (select count(distinct r.reviewer) from review_decision r where r.draft_id = new.draft_id
        and r.content_sha256 = new.content_sha256 and r.verdict = 'approve'
        and r.reviewer in (new.first_reviewer, new.second_reviewer)) <> 2 then
      perform refuse_approval('two different reviewers have not approved this content');
    end if;
    if exists (select from contribution c where c.post_id = new.post_id
               and c.user_id in (new.first_reviewer, new.second_reviewer)) then
      perform refuse_approval('a reviewer contributed to this draft');
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
];
