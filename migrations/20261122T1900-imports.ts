/** Files of posts: what was read of each, what is stored so far, and why rows were refused. */
export const statements: readonly string[] = [
  `create table post_import (
    id uuid primary key,
    created_by uuid not null references app_user,
    created_at timestamptz not null,
    -- Masked like a post: people name files after people.
    file_name text not null check (length(file_name) <= 200),
    file_sha256 text not null,
    settings_sha256 text not null,
    -- A row of this file counts once under it.
    submission_key text not null,
    rows integer not null,
    stored integer not null default 0,
    duplicates integer not null default 0,
    repeated integer not null default 0,
    refused integer not null,
    -- Row numbers and codes, no word of any row.
    errors jsonb not null,
    state text not null check (state in ('STORING', 'STORED')),
    finished_at timestamptz,
    constraint import_adds_up check (stored + duplicates + repeated + refused <= rows),
    constraint import_is_whole check ((state = 'STORED') = (finished_at is not null)
      and (state = 'STORING' or stored + duplicates + repeated + refused = rows))
  )`,
  `create unique index post_import_running
    on post_import (created_by, file_sha256, settings_sha256) where state = 'STORING'`,
  `create index post_import_by on post_import (created_by, id)`,
  // Masked posts on their way: they leave the batch in the transaction that stores them.
  `create table post_import_batch (
    import_id uuid not null references post_import,
    ordinal integer not null,
    posts jsonb,
    stored_at timestamptz,
    primary key (import_id, ordinal),
    constraint batch_is_emptied check ((posts is null) = (stored_at is not null))
  )`,
  `alter table submission add column import_id uuid references post_import`,
  `create index submission_import on submission (import_id) where import_id is not null`,
];
