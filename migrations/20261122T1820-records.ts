/** What an outsider can check, and what leaves the service. */
export const statements = [
  `create index audit_event_action on audit_event (action, at)`,
  `create index contribution_user on contribution (user_id, post_id)`,
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
  `create trigger published_address_immutable before update or delete on published_address
    for each row execute function refuse_change()`,
  `create table webhook_endpoint (
    id uuid primary key,
    url text not null check (length(url) between 8 and 2000),
    events text[] not null,
    -- Its secret is derived from the key of the installation, its id and this number.
    secret_version integer not null check (secret_version > 0),
    created_by uuid not null references app_user,
    created_at timestamptz not null,
    -- For a day after it, deliveries are signed with the secret before as well.
    rotated_at timestamptz,
    disabled_at timestamptz
  )`,
  `create unique index webhook_endpoint_active on webhook_endpoint (url) where disabled_at is null`,
  `create table webhook_delivery (
    id uuid primary key,
    endpoint_id uuid not null references webhook_endpoint,
    event text not null,
    body text not null,
    created_at timestamptz not null,
    attempts integer not null default 0,
    last_status integer,
    last_error text,
    attempted_at timestamptz,
    delivered_at timestamptz,
    given_up_at timestamptz,
    constraint delivered_or_given_up check (num_nonnulls(delivered_at, given_up_at) < 2)
  )`,
  `create index webhook_delivery_endpoint on webhook_delivery (endpoint_id, id)`,
  `create index webhook_delivery_given_up on webhook_delivery (given_up_at) where given_up_at is not null`,
  `create table mail_sent (
    user_id uuid not null references app_user,
    kind text not null,
    about text not null,
    sent_at timestamptz not null,
    primary key (user_id, kind, about)
  )`,
  // An index belongs to the owner of its table, and the application is not: it may ask for this one alone.
  `create function index_vectors(model integer, dimensions integer) returns void language plpgsql
    security definer set search_path from current as $$
  begin
    execute format('create index if not exists %I on passage_embedding using hnsw
      ((embedding::halfvec(%s)) halfvec_ip_ops) where model_id = %s',
      'passage_embedding_half_' || model, dimensions, model);
    -- What earlier versions built: twice the size, and no statement uses it.
    execute format('drop index if exists %I', 'passage_embedding_hnsw_' || model);
  end $$`,
  // Locks the head, chains the entries and moves the head in one statement: every other writer waits from
  // here to the commit. An entry brings its canonical JSON but for its last two members, which follow here.
  `create function append_audit(entries jsonb) returns bigint language plpgsql as $$
  declare
    head audit_head;
    entry jsonb;
    next_hash text;
  begin
    select * into strict head from audit_head for update;
    for entry in select value from jsonb_array_elements(entries) loop
      head.seq := head.seq + 1;
      next_hash := encode(sha256(convert_to((entry->>'text') || ',"prev_hash":"' || head.hash
        || '","seq":' || head.seq || '}', 'UTF8')), 'hex');
      insert into audit_event (seq, at, actor_id, actor_name, action, entity_type, entity_id, details,
          before_sha256, after_sha256, prev_hash, hash)
        values (head.seq, (entry->>'at')::timestamptz, (entry->>'actor_id')::uuid,
          entry->>'actor_name', entry->>'action', entry->>'entity_type', entry->>'entity_id',
          entry->'details', entry->>'before_sha256', entry->>'after_sha256', head.hash, next_hash);
      head.hash := next_hash;
    end loop;
    update audit_head set seq = head.seq, hash = head.hash;
    return head.seq;
  end $$`,
];
