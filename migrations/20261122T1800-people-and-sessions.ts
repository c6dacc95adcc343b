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
  // Who administers people and settings has no part in content; rows from before keep what they had.
  `alter table app_user add constraint admin_has_no_content_role check (not ('admin' = any (roles)
    and roles && array['triager', 'drafter', 'reviewer', 'corpus_editor', 'corpus_approver'])) not valid`,
  `create function keep_person() returns trigger language plpgsql as $$
  begin
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
];
