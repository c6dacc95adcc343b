export const statements = [
  `create extension if not exists vector`,
  `create table app_user (
    id uuid primary key,
    name text not null unique check (length(name) between 1 and 100),
    roles text[] not null,
    created_at timestamptz not null,
    disabled_at timestamptz
  )`,
  `create table api_key (
    id uuid primary key,
    user_id uuid not null references app_user,
    label text not null,
    key_sha256 text not null unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
  )`,
  `create table audit_event (
    seq bigint primary key,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    action text not null,
    entity_type text not null,
    entity_id text not null,
    details jsonb not null,
    before_sha256 text,
    after_sha256 text,
    prev_hash text not null,
    hash text not null unique
  )`,
  `create index audit_event_entity on audit_event (entity_type, entity_id)`,
  // One row; updating it serialises writers, so the chain has no forks and no gaps.
  `create table audit_head (
    singleton boolean primary key default true check (singleton),
    seq bigint not null,
    hash text not null
  )`,
  `insert into audit_head (seq, hash) values (0, repeat('0', 64))`,
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% rows are immutable: % refused', tg_table_name, tg_op
      using errcode = 'restrict_violation';
  end $$`,
  `create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function refuse_change()`,
  `create trigger audit_event_no_truncate before truncate on audit_event
    for each statement execute function refuse_change()`,
];
