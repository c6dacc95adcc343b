/** Who signs in, with what, and which accounts are one person. */
export const statements = [
  `alter table app_user
    add column email text unique check (email = lower(email) and length(email) between 3 and 254),
    add column email_verified boolean not null default false,
    add column image text,
    add column updated_at timestamptz,
    add column two_factor_enabled boolean not null default false,
    -- Accounts of one person share it: four eyes are those of people, not of accounts.
    add column person uuid references app_user`,
  `update app_user set person = id`,
  `alter table app_user alter column person set not null`,
  `create index app_user_person on app_user (person)`,
  `create function keep_person() returns trigger language plpgsql as $$
  begin
    -- Who administers people and settings has no part in content; who had both keeps it until it is changed.
    if (tg_op = 'INSERT' or new.roles is distinct from old.roles) and 'admin' = any (new.roles)
      and new.roles && array['triager', 'drafter', 'reviewer', 'corpus_editor', 'corpus_approver'] then
      perform refuse_approval('an admin has no part in content');
    end if;
    if tg_op = 'INSERT' then
      new.person := coalesce(new.person, new.id);
      return new;
    end if;
    if (new.id, new.created_at) is distinct from (old.id, old.created_at) then
      perform refuse_approval('an account keeps its identity');
    end if;
    if new.person <> old.person and (new.person = new.id
        or (select p.person from app_user p where p.id = new.person) is distinct from new.person) then
      perform refuse_approval('accounts found to be one person stay one');
    end if;
    if old.person <> old.id and old.disabled_at is not null and new.disabled_at is null then
      perform refuse_approval('of the accounts of one person one is used');
    end if;
    return new;
  end $$`,
  `create trigger app_user_person_kept before insert or update on app_user
    for each row execute function keep_person()`,
  `create trigger app_user_kept before delete on app_user
    for each row execute function refuse_change()`,
  `create function person_of(account uuid) returns uuid language sql stable as
    $$ select person from app_user where id = account $$`,
  `alter table api_key
    -- What the key may be used for, of what its person may do; null: all of it.
    add column scopes text[],
    add column issued_by uuid references app_user,
    -- The key that takes this one's place; both work until this one expires.
    add column rotated_to uuid references api_key,
    add column last_used_on date`,
  `create function keep_key() returns trigger language plpgsql as $$
  begin
    if (new.id, new.user_id, new.key_sha256, new.scopes, new.issued_by, new.created_at)
      is distinct from (old.id, old.user_id, old.key_sha256, old.scopes, old.issued_by, old.created_at)
      or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
      or (old.rotated_to is not null and new.rotated_to is distinct from old.rotated_to)
      or (old.expires_at is not null and (new.expires_at is null or new.expires_at > old.expires_at)) then
      perform refuse_approval('a key is narrowed or ended, never widened or given away');
    end if;
    return new;
  end $$`,
  `create trigger api_key_kept before update on api_key
    for each row execute function keep_key()`,
  `create trigger api_key_not_deleted before delete on api_key
    for each row execute function refuse_change()`,
  `create table auth_session (
    id uuid primary key,
    user_id uuid not null references app_user,
    token text not null unique,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- When this person last proved, in this session, who they are.
    confirmed_at timestamptz
  )`,
  `create index auth_session_user on auth_session (user_id)`,
  `create table auth_account (
    id uuid primary key,
    account_id text not null,
    provider_id text not null,
    user_id uuid not null references app_user,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    -- scrypt; only of the provider "credential".
    password text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (provider_id, account_id)
  )`,
  `create index auth_account_user on auth_account (user_id)`,
  `create table auth_verification (
    id uuid primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index auth_verification_identifier on auth_verification (identifier)`,
  `create table auth_two_factor (
    id uuid primary key,
    secret text not null,
    backup_codes text not null,
    user_id uuid not null unique references app_user,
    verified boolean,
    failed_verification_count integer,
    locked_until timestamptz
  )`,
  `create table auth_rate_limit (
    id uuid primary key,
    key text not null unique,
    count integer not null,
    last_request bigint not null
  )`,
  `create table saved_filter (
    id uuid primary key,
    user_id uuid not null references app_user,
    name text not null check (length(name) between 1 and 60),
    filter jsonb not null,
    created_at timestamptz not null,
    unique (user_id, name)
  )`,
  // Whoever brings something in force is another person than whoever made it, whatever their accounts.
  `create or replace function keep_version_text() returns trigger language plpgsql as $$
  begin
    if (new.id, new.document_id, new.version_number, new.canonical_text, new.content_sha256, new.created_by,
        new.created_at, new.source_name, new.source_sha256, new.source_file_sha256, new.source_places)
      is distinct from
       (old.id, old.document_id, old.version_number, old.canonical_text, old.content_sha256, old.created_by,
        old.created_at, old.source_name, old.source_sha256, old.source_file_sha256, old.source_places)
      or (old.approved_by is not null and new.approved_by is distinct from old.approved_by) then
      perform nextval('refused_immutable');
      raise exception 'the text, author and approver of a document version are immutable'
        using errcode = 'restrict_violation';
    end if;
    if old.status <> 'draft' and (new.status, new.metadata, new.issued_on, new.valid_from, new.valid_to,
        new.source_url, new.proposals, new.supersedes, new.revision, new.approved_at) is distinct from
       (old.status, old.metadata, old.issued_on, old.valid_from, old.valid_to,
        old.source_url, old.proposals, old.supersedes, old.revision, old.approved_at) then
      perform nextval('refused_immutable');
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
      perform nextval('refused_immutable');
      raise exception 'an end that was set only moves forward to an earlier successor' using errcode = 'restrict_violation';
    end if;
    if new.approved_by is not null and old.approved_by is null and (
        person_of(new.approved_by) = person_of(new.created_by)
        or exists (select from version_contribution c where c.version_id = new.id
          and person_of(c.user_id) = person_of(new.approved_by))) then
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
  `create function check_new_version() returns trigger language plpgsql as $$
  begin
    if new.status <> 'draft' or new.approved_by is not null then
      perform refuse_approval('a version starts as a draft');
    end if;
    return new;
  end $$`,
  `create trigger document_version_starts_draft before insert on document_version
    for each row execute function check_new_version()`,
  `create function check_proposer() returns trigger language plpgsql as $$
  begin
    if person_of(new.approved_by) = person_of(new.created_by) then
      perform refuse_approval('who proposed it cannot approve it');
    end if;
    return new;
  end $$`,
  ...['name_version', 'version_alignment', 'threshold_decision'].map(
    (table) => `create trigger ${table}_of_two_people before update of approved_by on ${table}
      for each row when (new.approved_by is not null and old.approved_by is null)
      execute function check_proposer()`,
  ),
];
