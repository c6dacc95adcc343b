/** What is said beside a draft, and how good the reviews are. */
export const statements = [
  `create table comment (
    id uuid primary key,
    post_id uuid not null references post,
    draft_id uuid references draft,
    sentence_ordinal integer,
    author uuid not null references app_user,
    text text not null check (length(text) between 1 and 5000),
    -- Written by somebody who reviews this round: other reviewers see it once they have decided.
    by_reviewer boolean not null,
    written_at timestamptz not null,
    constraint sentence_of_a_draft check (sentence_ordinal is null or draft_id is not null)
  )`,
  `create index comment_post on comment (post_id, id)`,
  `create trigger comment_immutable before update or delete on comment
    for each row execute function refuse_change()`,
  `create table mention (
    comment_id uuid not null references comment,
    user_id uuid not null references app_user,
    seen_at timestamptz,
    primary key (comment_id, user_id)
  )`,
  `create index mention_unseen on mention (user_id) where seen_at is null`,
  `create table golden_item (
    post_id uuid primary key references post,
    -- The approved draft it was made from.
    source_draft_id uuid not null references draft,
    draft_id uuid not null references draft,
    -- What was changed in it, a closed code; null: nothing, and it is to be approved.
    fault text,
    expected_labels jsonb not null,
    expected_verdict text not null check (expected_verdict in ('approve', 'return', 'decline')),
    seeded_by uuid not null references app_user,
    seeded_at timestamptz not null,
    retired_at timestamptz
  )`,
  `create table golden_decision (
    id uuid primary key,
    post_id uuid not null references golden_item,
    reviewer uuid not null references app_user,
    verdict text not null check (verdict in ('approve', 'return', 'decline')),
    reason text not null check (length(reason) > 0),
    labels jsonb not null,
    -- The verdict was the expected one.
    right_verdict boolean not null,
    -- Share of sentences labelled as expected, 0 to 1.
    right_labels real not null check (right_labels between 0 and 1),
    decided_at timestamptz not null,
    unique (post_id, reviewer)
  )`,
  `create trigger golden_decision_immutable before update or delete on golden_decision
    for each row execute function refuse_change()`,
  // A sample of approvals is read once more by a third person.
  `create table third_look (
    approval_id uuid primary key references approval,
    chosen_at timestamptz not null,
    reviewer uuid references app_user,
    verdict text check (verdict in ('agree', 'disagree')),
    reason text check (length(reason) > 0),
    labels jsonb,
    looked_at timestamptz,
    constraint look_is_whole check (num_nulls(reviewer, verdict, reason, labels, looked_at) in (0, 5))
  )`,
  `create function check_third_look() returns trigger language plpgsql as $$
  begin
    if old.looked_at is not null or (new.approval_id, new.chosen_at) is distinct from (old.approval_id, old.chosen_at) then
      perform refuse_approval('a third look is given once');
    end if;
    if not may_review(new.reviewer) or exists (select from approval a where a.id = new.approval_id
        and (has_part(new.reviewer, a.post_id) or person_of(new.reviewer) in
          (person_of(a.first_reviewer), person_of(a.second_reviewer)))) then
      perform refuse_approval('a third look is a third person’s');
    end if;
    return new;
  end $$`,
  `create trigger third_look_independent before update on third_look
    for each row execute function check_third_look()`,
  `create trigger third_look_kept before delete on third_look
    for each row execute function refuse_change()`,
];
