export const statements = [
  `create table lexical_term (
    id integer generated always as identity primary key,
    term text not null unique,
    document_frequency integer not null
  )`,
  // passage_length repeats passage.term_count so that ranking reads this index alone.
  `create table lexical_posting (
    term_id integer not null,
    passage_id integer not null,
    term_frequency smallint not null,
    passage_length integer not null,
    primary key (term_id, passage_id) include (term_frequency, passage_length)
  )`,
  `create table lexical_statistics (
    singleton boolean primary key default true check (singleton),
    passage_count integer not null,
    term_total bigint not null
  )`,
  `insert into lexical_statistics (passage_count, term_total) values (0, 0)`,
  `create table embedding_model (
    id integer generated always as identity primary key,
    fingerprint text not null unique,
    name text not null,
    dimensions integer not null check (dimensions between 1 and 2000),
    max_tokens integer not null,
    query_prefix text not null,
    passage_prefix text not null,
    state text not null check (state in ('building', 'active', 'retired')),
    created_at timestamptz not null
  )`,
  `create unique index embedding_model_one_active on embedding_model ((true)) where state = 'active'`,
  `create table passage_embedding (
    model_id integer not null references embedding_model,
    passage_id integer not null references passage,
    embedding vector not null,
    primary key (model_id, passage_id)
  )`,
];
