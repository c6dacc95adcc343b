export const statements = [
  `create table post (
    id uuid primary key,
    content_sha256 text not null unique,
    text text not null,
    language text not null,
    platform text,
    canonical_url text,
    posted_at timestamptz,
    masked jsonb not null,
    state text not null check (state in ('RECEIVED', 'ANALYSED', 'NO_ACTION', 'IN_DRAFT',
      'IN_REVIEW', 'RETURNED', 'APPROVED', 'DECLINED')),
    received_at timestamptz not null,
    analysed_at timestamptz,
    analysis_ms integer
  )`,
  `create index post_state on post (state, id)`,
  `create table submission (
    id uuid primary key,
    post_id uuid not null references post,
    submitted_by uuid not null references app_user,
    channel text not null check (channel in ('api', 'ui', 'file', 'demo')),
    idempotency_key text,
    request_sha256 text not null,
    item_number integer not null,
    submitted_at timestamptz not null
  )`,
  `create index submission_post on submission (post_id)`,
  `create unique index submission_idempotency
    on submission (submitted_by, idempotency_key, item_number)`,
  `create table claim (
    id uuid primary key,
    post_id uuid not null references post,
    ordinal integer not null,
    start_offset integer not null,
    end_offset integer not null,
    text text not null,
    language text not null,
    kind text not null,
    checkable boolean not null,
    reasons text[] not null,
    unique (post_id, ordinal)
  )`,
  `create table claim_embedding (
    model_id integer not null references embedding_model,
    claim_id uuid not null references claim,
    embedding vector not null,
    primary key (model_id, claim_id)
  )`,
  `create table match (
    claim_id uuid not null references claim,
    passage_id integer not null references passage,
    version_id uuid not null references document_version,
    rank integer not null,
    lexical_score real,
    dense_score real,
    fused_score real not null,
    probability real not null check (probability between 0 and 1),
    conflicts jsonb not null,
    model_id integer references embedding_model,
    retriever_version text not null,
    as_of date not null,
    primary key (claim_id, passage_id)
  )`,
  `create index match_passage on match (passage_id)`,
  `create table assessment (
    id uuid primary key,
    claim_id uuid not null references claim,
    outcome text not null check (outcome in ('CONTRADICTED', 'CONSISTENT', 'RELATED',
      'NO_POSITION', 'NOT_CHECKABLE', 'NEEDS_EXPERT')),
    suggestion text check (suggestion in ('CONTRADICTED', 'CONSISTENT')),
    reasons text[] not null,
    decided_by uuid references app_user,
    decided_at timestamptz not null,
    current boolean not null,
    constraint machine_never_contradicts check (decided_by is not null or outcome <> 'CONTRADICTED')
  )`,
  `create unique index assessment_current on assessment (claim_id) where current`,
  `create table response_decision (
    id uuid primary key,
    post_id uuid not null references post,
    decision text not null check (decision in ('respond', 'monitor', 'do_not_respond')),
    reason text not null check (length(reason) > 0),
    decided_by uuid not null references app_user,
    decided_at timestamptz not null,
    current boolean not null
  )`,
  `create unique index response_decision_current on response_decision (post_id) where current`,
];
