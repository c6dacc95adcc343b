/** Evaluation runs that an evaluator recorded: the file as it was written, and what lists of runs show. */
export const statements: readonly string[] = [
  `create table evaluation_run (
    id uuid primary key,
    recorded_by uuid not null references app_user,
    recorded_at timestamptz not null,
    measured_at timestamptz not null,
    name text not null,
    split text not null,
    language text,
    model text not null,
    retriever text not null,
    corpus_sha256 text not null,
    queries_sha256 text not null,
    summary jsonb not null,
    file_sha256 text not null unique check (file_sha256 ~ '^[0-9a-f]{64}$'),
    -- The file, byte for byte. 16 MiB: seven times the largest run of the public sets.
    file_text text not null check (octet_length(file_text) between 2 and 16777216)
  )`,
  `create index evaluation_run_data on evaluation_run (name, split, measured_at)`,
  `create trigger evaluation_run_immutable before update or delete on evaluation_run
    for each row execute function refuse_change()`,
];
