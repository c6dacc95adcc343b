export const statements = [
  `create table draft (
    id uuid primary key,
    post_id uuid not null references post,
    claim_id uuid not null references claim,
    revision integer not null check (revision > 0),
    language text not null,
    audience text not null check (audience in ('domestic', 'diaspora', 'foreign', 'official')),
    content_sha256 text not null,
    drafter text not null check (drafter in ('extractive', 'person')),
    gate jsonb not null,
    created_by uuid references app_user,
    created_at timestamptz not null,
    unique (post_id, revision)
  )`,
  // ordinal 0 is the headline.
  `create table draft_sentence (
    draft_id uuid not null references draft,
    ordinal integer not null,
    role text not null check (role in ('FACT', 'WARNING', 'MYTH', 'WHY', 'ALTERNATIVE', 'CONNECTIVE')),
    text text not null,
    primary key (draft_id, ordinal)
  )`,
  `create table citation (
    draft_id uuid not null,
    sentence_ordinal integer not null,
    ordinal integer not null,
    version_id uuid not null references document_version,
    passage_id integer not null references passage,
    start_offset integer not null,
    end_offset integer not null,
    quote text not null,
    primary key (draft_id, sentence_ordinal, ordinal),
    foreign key (draft_id, sentence_ordinal) references draft_sentence
  )`,
  `create index citation_version on citation (version_id)`,
  `create table contribution (
    post_id uuid not null references post,
    user_id uuid not null references app_user,
    kind text not null check (kind in ('response', 'outcome', 'draft', 'submit')),
    contributed_at timestamptz not null,
    primary key (post_id, user_id, kind)
  )`,
  `create table review_item (
    id uuid primary key,
    post_id uuid not null unique references post,
    round integer not null,
    fence integer not null,
    lease_token_sha256 text,
    leased_by uuid references app_user,
    leased_until timestamptz,
    created_at timestamptz not null,
    constraint lease_is_whole check (num_nulls(lease_token_sha256, leased_by, leased_until) in (0, 3))
  )`,
  `create table review_decision (
    id uuid primary key,
    review_item_id uuid not null references review_item,
    draft_id uuid not null references draft,
    content_sha256 text not null,
    reviewer uuid not null references app_user,
    stage integer not null check (stage in (1, 2)),
    verdict text not null check (verdict in ('approve', 'return', 'decline')),
    reason text not null check (length(reason) > 0),
    labels jsonb not null,
    decided_at timestamptz not null,
    unique (draft_id, reviewer),
    unique (draft_id, stage)
  )`,
  `create table approval (
    id uuid primary key,
    post_id uuid not null references post,
    draft_id uuid not null unique references draft,
    content_sha256 text not null,
    first_reviewer uuid not null references app_user,
    second_reviewer uuid not null references app_user,
    status text not null check (status in ('in_force', 'needs_recheck', 'expired', 'revoked')),
    approved_at timestamptz not null,
    constraint two_different_reviewers check (first_reviewer <> second_reviewer)
  )`,
];
