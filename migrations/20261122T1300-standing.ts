/**
 * What a version's standing is on a day follows from dates alone: `valid_from`, and `ends_on`, the
 * earliest of what the document says itself (`valid_to`), of a successor and of a withdrawal.
 */
export const statements = [
  // The file a version was read from, kept by its content: a citation can be shown in the original.
  `create table source_file (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text not null,
    byte_length integer not null check (byte_length = length(bytes)),
    bytes bytea not null,
    stored_at timestamptz not null
  )`,
  `create trigger source_file_immutable before update or delete on source_file
    for each row execute function refuse_change()`,
  // source_places: [{start, page?, line?, heading?}], rising; each holds from its start (code points) on.
  // proposals: what an importer read in the text and nobody has confirmed.
  // supersedes: documents this version takes the place of, beside its own.
  // settled_at: when those who cite it were told that it ended. described_at: when its document took over
  // what it says of it.
  `alter table document_version
    add column source_file_sha256 text references source_file,
    add column source_places jsonb not null default '[]',
    add column proposals jsonb not null default '[]',
    add column supersedes uuid[] not null default '{}',
    add column revision integer not null default 1 check (revision > 0),
    add column superseded_on date,
    add column withdrawn_on date,
    add column withdrawn_by uuid references app_user,
    add column withdrawn_at timestamptz,
    add column withdrawal_reason text check (length(withdrawal_reason) between 1 and 2000),
    add column settled_at timestamptz,
    add column described_at timestamptz`,
  `alter table document_version drop constraint approved_has_approver`,
  `alter table document_version drop constraint document_version_status_check`,
  `update document_version set described_at = approved_at where status = 'approved'`,
  // Until now a successor overwrote valid_to, or set the status where no day was left.
  `update document_version o set superseded_on = s.valid_from, status = 'approved',
      settled_at = s.approved_at
    from document_version s where s.id = o.superseded_by`,
  `alter table document_version
    add constraint document_version_status_check check (status in ('draft', 'approved', 'discarded')),
    add constraint approved_has_approver check ((status = 'approved') = (approved_by is not null)),
    add constraint superseded_is_whole check ((superseded_by is null) = (superseded_on is null)),
    add constraint withdrawn_is_whole check (
      num_nulls(withdrawn_on, withdrawn_by, withdrawn_at, withdrawal_reason) in (0, 4)),
    add constraint only_approved_ends check (
      status = 'approved' or num_nonnulls(superseded_on, withdrawn_on) = 0),
    add constraint no_successor_of_itself check (superseded_by <> id)`,
  // The first day on which it is no longer in force; null: no end is known.
  `alter table document_version
    add column ends_on date generated always as (least(valid_to, superseded_on, withdrawn_on)) stored`,
  `create index document_version_unsettled on document_version (ends_on)
    where settled_at is null and status = 'approved'`,
  `create index document_version_undescribed on document_version (valid_from)
    where described_at is null and status = 'approved'`,
  // Who wrote or changed a draft version; none of them approves it.
  `create table version_contribution (
    version_id uuid not null references document_version,
    user_id uuid not null references app_user,
    contributed_at timestamptz not null,
    primary key (version_id, user_id)
  )`,
  `insert into version_contribution (version_id, user_id, contributed_at)
    select id, created_by, created_at from document_version`,
  `create trigger version_contribution_immutable before update or delete on version_contribution
    for each row execute function refuse_change()`,
  `create or replace function keep_version_text() returns trigger language plpgsql as $$
  begin
    if (new.id, new.document_id, new.version_number, new.canonical_text, new.content_sha256, new.created_by,
        new.created_at, new.source_name, new.source_sha256, new.source_file_sha256, new.source_places)
      is distinct from
       (old.id, old.document_id, old.version_number, old.canonical_text, old.content_sha256, old.created_by,
        old.created_at, old.source_name, old.source_sha256, old.source_file_sha256, old.source_places)
      or (old.approved_by is not null and new.approved_by is distinct from old.approved_by) then
      raise exception 'the text, author and approver of a document version are immutable'
        using errcode = 'restrict_violation';
    end if;
    if old.status <> 'draft' and (new.status, new.metadata, new.issued_on, new.valid_from, new.valid_to,
        new.source_url, new.proposals, new.supersedes, new.revision, new.approved_at) is distinct from
       (old.status, old.metadata, old.issued_on, old.valid_from, old.valid_to,
        old.source_url, old.proposals, old.supersedes, old.revision, old.approved_at) then
      raise exception 'what was approved or discarded does not change'
        using errcode = 'restrict_violation';
    end if;
    if (old.superseded_by is not null and (new.superseded_by, new.superseded_on) is distinct from
        (old.superseded_by, old.superseded_on)
        and (new.superseded_on is null or new.superseded_on >= old.superseded_on))
      or (old.withdrawn_on is not null and
        (new.withdrawn_on, new.withdrawn_by, new.withdrawn_at, new.withdrawal_reason) is distinct from
        (old.withdrawn_on, old.withdrawn_by, old.withdrawn_at, old.withdrawal_reason))
      or (old.settled_at is not null and new.settled_at is distinct from old.settled_at) then
      raise exception 'an end that was set only moves forward to an earlier successor' using errcode = 'restrict_violation';
    end if;
    if new.approved_by is not null and old.approved_by is null and exists (
        select from version_contribution where version_id = new.id and user_id = new.approved_by) then
      perform refuse_approval('the approver wrote or changed this version');
    end if;
    if new.superseded_by is not null and new.superseded_by is distinct from old.superseded_by then
      if exists (select from document_version where id = new.superseded_by and status <> 'approved') then
        perform refuse_approval('only an approved version takes the place of another');
      end if;
      if exists (with recursive successor(id) as (
            select new.superseded_by union
            select v.superseded_by from document_version v join successor s on v.id = s.id
            where v.superseded_by is not null)
          select from successor where id = new.id) then
        perform refuse_approval('versions cannot supersede one another in a circle');
      end if;
    end if;
    return new;
  end $$`,
  `create trigger document_version_kept before delete on document_version
    for each row execute function refuse_change()`,
  // Checked at commit, when successor and superseded have both been written.
  `create function check_version_overlap() returns trigger language plpgsql as $$
  begin
    perform from document where id = new.document_id for update;
    if exists (
      select from document_version a join document_version b
        on b.document_id = a.document_id and b.id <> a.id and b.status = 'approved'
      where a.id = new.id and a.status = 'approved'
        and greatest(a.valid_from, b.valid_from)
          < least(coalesce(a.ends_on, 'infinity'::date), coalesce(b.ends_on, 'infinity'::date))) then
      raise exception 'two versions of one document would be in force on the same day'
        using errcode = 'exclusion_violation';
    end if;
    return null;
  end $$`,
  `create constraint trigger document_version_no_overlap after insert or update on document_version
    deferrable initially deferred for each row when (new.status = 'approved')
    execute function check_version_overlap()`,
  // Where a quote stands since the version it was taken from ended. The citation itself never changes.
  `create table citation_anchor (
    id bigint generated always as identity primary key,
    draft_id uuid not null,
    sentence_ordinal integer not null,
    ordinal integer not null,
    version_id uuid not null references document_version,
    passage_id integer not null references passage,
    start_offset integer not null,
    end_offset integer not null,
    anchored_at timestamptz not null,
    foreign key (draft_id, sentence_ordinal, ordinal) references citation
  )`,
  `create index citation_anchor_of on citation_anchor (draft_id, sentence_ordinal, ordinal, id desc)`,
  `create index citation_anchor_version on citation_anchor (version_id)`,
  `create trigger citation_anchor_immutable before update or delete on citation_anchor
    for each row execute function refuse_change()`,
  `create view citation_now as
    select c.draft_id, c.sentence_ordinal, c.ordinal, c.quote,
      coalesce(a.version_id, c.version_id) as version_id,
      coalesce(a.passage_id, c.passage_id) as passage_id,
      coalesce(a.start_offset, c.start_offset) as start_offset,
      coalesce(a.end_offset, c.end_offset) as end_offset,
      a.anchored_at
    from citation c left join lateral (
      select * from citation_anchor a where a.draft_id = c.draft_id
        and a.sentence_ordinal = c.sentence_ordinal and a.ordinal = c.ordinal
      order by a.id desc limit 1) a on true`,
  // A draft lost a source. Open while that draft is the newest of its post.
  `create table recheck (
    id uuid primary key,
    post_id uuid not null references post,
    draft_id uuid not null references draft,
    approval_id uuid references approval,
    version_id uuid not null references document_version,
    cause text not null check (cause in ('superseded', 'withdrawn', 'expired')),
    successor_id uuid references document_version,
    quotes jsonb not null,
    opened_at timestamptz not null,
    unique (draft_id, version_id)
  )`,
  `create index recheck_post on recheck (post_id)`,
  `create trigger recheck_immutable before update or delete on recheck
    for each row execute function refuse_change()`,
  `create index approval_draft_in_force on approval (draft_id) where status = 'in_force'`,
  // Internal guidance found for a claim: it steers people and is never quoted.
  `alter table match add column guidance boolean not null default false`,
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
