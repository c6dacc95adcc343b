export const statements = [
  `create table document (
    id uuid primary key,
    key text not null unique,
    title text not null,
    issuer text,
    number text,
    kind text not null,
    language text not null,
    pillar text check (pillar in ('party', 'state', 'people')),
    topics text[] not null,
    citable boolean not null,
    created_by uuid not null references app_user,
    created_at timestamptz not null
  )`,
  `create table document_version (
    id uuid primary key,
    document_id uuid not null references document,
    version_number integer not null check (version_number > 0),
    canonical_text text not null,
    content_sha256 text not null,
    metadata jsonb not null,
    source_name text not null,
    source_sha256 text not null,
    source_url text,
    issued_on date,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    status text not null check (status in ('draft', 'approved', 'withdrawn')),
    superseded_by uuid references document_version,
    created_by uuid not null references app_user,
    created_at timestamptz not null,
    approved_by uuid references app_user,
    approved_at timestamptz,
    verified_at timestamptz,
    recheck_by date,
    unique (document_id, version_number),
    constraint approver_is_not_author check (approved_by <> created_by),
    constraint approved_has_approver check ((status = 'draft') = (approved_by is null))
  )`,
  `create index document_version_document on document_version (document_id)`,
  `create table passage (
    id integer generated always as identity primary key,
    version_id uuid not null references document_version,
    ordinal integer not null,
    start_offset integer not null check (start_offset >= 0),
    end_offset integer not null check (end_offset > start_offset),
    heading_path text[] not null,
    language text not null,
    text text not null,
    term_count integer not null,
    unique (version_id, ordinal)
  )`,
  // What was approved is what is quoted: neither the text nor its passages change afterwards.
  `create function keep_version_text() returns trigger language plpgsql as $$
  begin
    if new.canonical_text <> old.canonical_text or new.content_sha256 <> old.content_sha256
      or new.document_id <> old.document_id or new.created_by <> old.created_by
      or (old.approved_by is not null and new.approved_by is distinct from old.approved_by) then
      raise exception 'the text, author and approver of a document version are immutable'
        using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger document_version_keeps_text before update on document_version
    for each row execute function keep_version_text()`,
  `create trigger passage_immutable before update on passage
    for each row execute function refuse_change()`,
];
