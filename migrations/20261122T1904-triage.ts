const accented = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
const plain = 'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd';

/** Near copies of a post folded into one cluster, words of posts for searching, decisions on many posts at once. */
export const statements: readonly string[] = [
  // The form two spellings share: lower case, Vietnamese marks and letters folded, words with single blanks.
  // The collation is the same on every database, whatever its own.
  `create function folded_words(words text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(translate(lower(words collate pg_c_utf8), '${accented}', '${plain}')
      collate pg_c_utf8, '[^[:alnum:]]+', ' ', 'g')) $$`,
  // Apart from the post: it is written once, while the post's row changes with its state.
  `create table post_words (
    post_id uuid primary key references post,
    words tsvector not null
  )`,
  `insert into post_words (post_id, words)
    select id, to_tsvector('simple', folded_words(text)) from post where not golden`,
  `create index post_words_words on post_words using gin (words)`,
  `create function keep_post_words() returns trigger language plpgsql as $$
  begin
    insert into post_words (post_id, words)
      values (new.id, to_tsvector('simple', folded_words(new.text)));
    return null;
  end $$`,
  `create trigger post_words_kept after insert on post
    for each row when (not new.golden) execute function keep_post_words()`,

  // The first post of a cluster is what the others are copies of; null: not yet compared.
  `alter table post add column cluster_id uuid references post`,
  `create index post_cluster_members on post (cluster_id, received_at desc, id desc)
    where cluster_id is not null`,
  `create index post_unclustered on post (id)
    where cluster_id is null and analysed_at is not null and not golden`,
  `create table post_cluster (
    id uuid primary key references post,
    near_keys bigint[] not null,
    posts integer not null check (posts > 0),
    submissions integer not null check (submissions > 0)
  )`,
  `create index post_cluster_near_keys on post_cluster using gin (near_keys)`,
  `create index post_cluster_submissions on post_cluster (submissions desc, id desc)`,
  `create function count_cluster_submissions() returns trigger language plpgsql as $$
  begin
    update post_cluster set submissions = submissions + new.submission_count - old.submission_count
      where id = new.cluster_id;
    return null;
  end $$`,
  `create trigger post_cluster_counted after update of submission_count on post
    for each row when (new.cluster_id is not null and new.submission_count <> old.submission_count)
    execute function count_cluster_submissions()`,

  // Lists of triage, newest first, whole or narrowed.
  `create index post_newest on post (received_at desc, id desc) where not golden`,
  `create index post_state_received on post (state, received_at desc, id desc) where not golden`,
  `create index post_language_received on post (language, received_at desc, id desc) where not golden`,
  `create index post_platform_received on post (platform, received_at desc, id desc)
    where platform is not null and not golden`,
  `create index post_instructed on post (received_at desc, id desc)
    where instructions <> '[]'::jsonb and not golden`,
  `create index assessment_outcome on assessment (outcome, claim_id) where current`,
  `create index response_decision_kind on response_decision (decision, post_id) where current`,

  // One decision on many posts; what it could not decide stays beside it with the reason.
  `create table response_bulk (
    id uuid primary key,
    decision text not null check (decision in ('respond', 'monitor', 'do_not_respond')),
    reason text not null check (length(reason) > 0),
    decided_by uuid not null references app_user,
    decided_at timestamptz not null,
    refused jsonb not null,
    undone_at timestamptz
  )`,
  `alter table response_decision
    drop constraint response_decision_decision_check,
    add constraint response_decision_decision_check
      check (decision in ('respond', 'monitor', 'do_not_respond', 'undone')),
    add column bulk_id uuid references response_bulk,
    -- The decision in force before, and the state the post had then: what taking this one back restores.
    add column replaces uuid references response_decision,
    add column state_before text,
    -- The decision that this one takes back.
    add column undoes uuid unique references response_decision,
    -- Taking back a first decision leaves none in force.
    add constraint undone_is_no_decision check (decision <> 'undone' or (not current and undoes is not null))`,
  `create index response_decision_bulk on response_decision (bulk_id) where bulk_id is not null`,
];
