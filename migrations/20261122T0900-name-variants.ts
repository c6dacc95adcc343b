/** Names approved by one person alone would change what every claim is compared with: four eyes here too. */
export const statements = [
  `create table name_version (
    id uuid primary key,
    key text not null,
    version_number integer not null check (version_number > 0),
    kind text not null
      check (kind in ('place', 'organisation', 'office', 'document', 'programme')),
    variants jsonb not null,
    created_by uuid not null references app_user,
    created_at timestamptz not null,
    approved_by uuid references app_user,
    approved_at timestamptz,
    withdrawn_by uuid references app_user,
    withdrawn_at timestamptz,
    unique (key, version_number),
    constraint name_approver_is_not_author check (approved_by <> created_by),
    constraint name_approval_is_whole check ((approved_by is null) = (approved_at is null)),
    constraint name_withdrawal_is_whole check ((withdrawn_by is null) = (withdrawn_at is null))
  )`,
  // At most one version of a group is in force, and at most one waits.
  `create unique index name_version_in_force on name_version (key)
    where approved_at is not null and withdrawn_at is null`,
  `create unique index name_version_proposed on name_version (key)
    where approved_at is null and withdrawn_at is null`,
  // What a group's names begin with, so that a query loads only the groups it may name.
  `create table name_term (
    term text not null,
    version_id uuid not null references name_version,
    primary key (term, version_id)
  )`,
  `create function check_new_name_version() returns trigger language plpgsql as $$
  begin
    if new.approved_at is not null or new.withdrawn_at is not null then
      perform refuse_approval('names start as a proposal');
    end if;
    return new;
  end $$`,
  `create trigger name_version_starts_proposed before insert on name_version
    for each row execute function check_new_name_version()`,
  `create function check_name_version_change() returns trigger language plpgsql as $$
  begin
    if (new.id, new.key, new.version_number, new.kind, new.variants, new.created_by, new.created_at)
      is distinct from
       (old.id, old.key, old.version_number, old.kind, old.variants, old.created_by, old.created_at)
      or (old.approved_at is not null and (new.approved_by, new.approved_at)
        is distinct from (old.approved_by, old.approved_at))
      or old.withdrawn_at is not null then
      perform refuse_approval('names in a version, their author and approver are immutable');
    end if;
    return new;
  end $$`,
  `create trigger name_version_keeps_names before update on name_version
    for each row execute function check_name_version_change()`,
  `create trigger name_version_kept before delete on name_version
    for each row execute function refuse_change()`,
  `create trigger name_term_immutable before update or delete on name_term
    for each row execute function refuse_change()`,
];
