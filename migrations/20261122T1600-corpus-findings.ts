/**
 * What editors should look at: passages that are nearly the same text, or that give one thing different
 * values. Whether a finding still holds follows from the standing of both versions; none is deleted.
 */
export const statements = [
  // Passages compared with all others once; a kill loses the batch it was in and nothing else.
  `create table passage_checked (
    passage_id integer primary key references passage,
    checked_at timestamptz not null
  )`,
  // score: of a near-duplicate the likeness of the texts, 0 to 1; of a contradiction the cosine.
  // details: of a contradiction [{kind, left, right}], each side {start, end, text} in code points.
  `create table corpus_finding (
    id uuid primary key,
    kind text not null check (kind in ('near_duplicate', 'contradiction')),
    left_passage integer not null references passage,
    right_passage integer not null references passage,
    score real not null check (score between -1 and 1),
    details jsonb not null,
    found_at timestamptz not null,
    dismissed_by uuid references app_user,
    dismissed_at timestamptz,
    dismissal_reason text check (length(dismissal_reason) between 1 and 2000),
    constraint left_before_right check (left_passage < right_passage),
    constraint dismissed_is_whole check (
      num_nulls(dismissed_by, dismissed_at, dismissal_reason) in (0, 3)),
    constraint corpus_finding_once unique (kind, left_passage, right_passage)
  )`,
  `create index corpus_finding_right on corpus_finding (right_passage)`,
  `create function keep_finding() returns trigger language plpgsql as $$
  begin
    if (new.id, new.kind, new.left_passage, new.right_passage, new.score, new.details, new.found_at)
      is distinct from
       (old.id, old.kind, old.left_passage, old.right_passage, old.score, old.details, old.found_at)
      or old.dismissed_at is not null then
      raise exception 'what was found does not change, and is dismissed once'
        using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger corpus_finding_kept before update on corpus_finding
    for each row execute function keep_finding()`,
  `create trigger corpus_finding_not_deleted before delete on corpus_finding
    for each row execute function refuse_change()`,
];
