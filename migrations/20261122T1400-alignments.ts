/** What one language says in another's words is approved like the words themselves: by two people. */
export const statements = [
  `create table version_alignment (
    id uuid primary key,
    left_version uuid not null references document_version,
    right_version uuid not null references document_version,
    created_by uuid not null references app_user,
    created_at timestamptz not null,
    approved_by uuid references app_user,
    approved_at timestamptz,
    withdrawn_by uuid references app_user,
    withdrawn_at timestamptz,
    withdrawal_reason text,
    constraint alignment_is_of_two check (left_version <> right_version),
    constraint alignment_approver_is_not_author check (approved_by <> created_by),
    constraint alignment_approval_is_whole check ((approved_by is null) = (approved_at is null)),
    constraint alignment_withdrawal_is_whole check (
      num_nulls(withdrawn_by, withdrawn_at, withdrawal_reason) in (0, 3))
  )`,
  // Whichever side a version stands on.
  `create unique index version_alignment_living on version_alignment
    (least(left_version, right_version), greatest(left_version, right_version))
    where withdrawn_at is null`,
  `create table passage_alignment (
    alignment_id uuid not null references version_alignment,
    left_passage integer not null references passage,
    right_passage integer not null references passage,
    score real not null check (score between 0 and 1),
    primary key (alignment_id, left_passage, right_passage)
  )`,
  `create index passage_alignment_left on passage_alignment (left_passage)`,
  `create index passage_alignment_right on passage_alignment (right_passage)`,
  `create function check_new_alignment() returns trigger language plpgsql as $$
  begin
    if new.approved_at is not null or new.withdrawn_at is not null then
      perform refuse_approval('an alignment starts as a proposal');
    end if;
    if (select metadata ->> 'language' from document_version where id = new.left_version)
      = (select metadata ->> 'language' from document_version where id = new.right_version) then
      raise exception 'an alignment is of two languages' using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  `create trigger version_alignment_starts_proposed before insert on version_alignment
    for each row execute function check_new_alignment()`,
  `create function check_alignment_change() returns trigger language plpgsql as $$
  begin
    if (new.id, new.left_version, new.right_version, new.created_by, new.created_at)
      is distinct from
       (old.id, old.left_version, old.right_version, old.created_by, old.created_at)
      or (old.approved_at is not null and (new.approved_by, new.approved_at)
        is distinct from (old.approved_by, old.approved_at))
      or old.withdrawn_at is not null then
      perform refuse_approval('the versions, author and approver of an alignment are immutable');
    end if;
    return new;
  end $$`,
  `create trigger version_alignment_keeps_versions before update on version_alignment
    for each row execute function check_alignment_change()`,
  `create trigger version_alignment_kept before delete on version_alignment
    for each row execute function refuse_change()`,
  // What was approved is what is quoted: no pair joins it later, and none of another version.
  `create function check_new_passage_alignments() returns trigger language plpgsql as $$
  begin
    if exists (select from added p join version_alignment a on a.id = p.alignment_id
               join passage l on l.id = p.left_passage join passage r on r.id = p.right_passage
               where a.approved_at is not null or a.withdrawn_at is not null
                 or l.version_id <> a.left_version or r.version_id <> a.right_version) then
      perform refuse_approval('pairs are of the two versions, and written with the proposal');
    end if;
    return null;
  end $$`,
  `create trigger passage_alignment_of_proposal after insert on passage_alignment
    referencing new table as added for each statement
    execute function check_new_passage_alignments()`,
  `create trigger passage_alignment_immutable before update or delete on passage_alignment
    for each row execute function refuse_change()`,
];
