/** What an outsider can check, and what leaves the service. */
export const statements = [
  `create index audit_event_action on audit_event (action, at)`,
  `create index contribution_user on contribution (user_id)`,
  // Public keys this installation has signed with; the private one is never in the database.
  `create table signing_key (
    id text primary key,
    public_key text not null,
    first_used_at timestamptz not null
  )`,
  `create trigger signing_key_immutable before update or delete on signing_key
    for each row execute function refuse_change()`,
  // Roots of whole blocks of 1,024 event hashes (RFC 6962), so that a checkpoint does not read every event again.
  `create table audit_block (
    index integer primary key check (index >= 0),
    root text not null
  )`,
  `create trigger audit_block_immutable before update or delete on audit_block
    for each row execute function refuse_change()`,
  `create table audit_checkpoint (
    seq bigint primary key check (seq > 0),
    hash text not null,
    root text not null,
    signed_at timestamptz not null,
    key_id text not null references signing_key,
    signature text not null
  )`,
  `create trigger audit_checkpoint_immutable before update or delete on audit_checkpoint
    for each row execute function refuse_change()`,
  // Where the team published an approved answer, told by the team afterwards.
  `create table published_address (
    approval_id uuid not null references approval,
    url text not null check (length(url) between 8 and 2000),
    added_by uuid not null references app_user,
    added_at timestamptz not null,
    primary key (approval_id, url)
  )`,
  `create table webhook_endpoint (
    id uuid primary key,
    url text not null check (length(url) between 8 and 2000),
    events text[] not null,
    -- Its secret is derived from the key of the installation, its id and this number.
    secret_version integer not null check (secret_version > 0),
    created_by uuid not null references app_user,
    created_at timestamptz not null,
    disabled_at timestamptz
  )`,
  `create table webhook_delivery (
    id uuid primary key,
    endpoint_id uuid not null references webhook_endpoint,
    event text not null,
    body text not null,
    created_at timestamptz not null,
    attempts integer not null default 0,
    last_status integer,
    last_error text,
    delivered_at timestamptz,
    given_up_at timestamptz
  )`,
  `create index webhook_delivery_endpoint on webhook_delivery (endpoint_id, created_at)`,
  `create table mail_sent (
    user_id uuid not null references app_user,
    kind text not null,
    about text not null,
    sent_at timestamptz not null,
    primary key (user_id, kind, about)
  )`,
];
