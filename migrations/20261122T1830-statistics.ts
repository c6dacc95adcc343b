/** Views that the statistics are read from. Golden posts are in none; no view knows who wrote a post. */
export const statements: readonly string[] = [
  `create index review_decision_second on review_decision (decided_at) where stage = 2`,
  `create index approval_draft on approval (draft_id)`,
  `create index approval_approved on approval (approved_at)`,
  `create index post_analysed on post (analysed_at)`,
  `create index post_returned on post (id) where state = 'RETURNED' and not golden`,
  `create index review_item_ran_out on review_item (id) where lease_ran_out_at is not null`,
  `create index third_look_waiting on third_look (chosen_at) where looked_at is null`,
  // Posts in review, and since when their newest draft has been.
  `create view waiting_item as
    select i.id as item_id, i.post_id, i.round,
      coalesce((select max(e.at) from audit_event e join draft d on e.entity_id = d.id::text
        where d.post_id = i.post_id and e.entity_type = 'draft' and e.action = 'draft.submitted'),
        i.created_at) as waiting_since
    from review_item i join post p on p.id = i.post_id
    where i.open and not p.golden`,
  // A draft that two people have judged.
  `create view decided_draft as
    select d.id as draft_id, d.post_id, s.decided_at,
      (select max(e.at) from audit_event e where e.entity_type = 'draft'
        and e.entity_id = d.id::text and e.action = 'draft.submitted') as submitted_at,
      case when exists (select from approval a where a.draft_id = d.id) then 'approved'
        when f.verdict = 'decline' and s.verdict = 'decline' then 'declined'
        else 'returned' end as result,
      f.verdict as first_verdict, s.verdict as second_verdict
    from review_decision s
    join review_decision f on f.draft_id = s.draft_id and f.stage = 1
    join draft d on d.id = s.draft_id
    join post p on p.id = d.post_id
    where s.stage = 2 and not p.golden`,
  // What two people said of one sentence; ordinal 0 is the headline.
  `create view label_pair as
    select s.draft_id, (a.label->>'ordinal')::int as ordinal, s.decided_at,
      a.label->>'label' as first_label, b.label->>'label' as second_label
    from review_decision s
    join review_decision f on f.draft_id = s.draft_id and f.stage = 1
    join draft d on d.id = s.draft_id
    join post p on p.id = d.post_id
    cross join lateral jsonb_array_elements(f.labels) as a(label)
    join lateral jsonb_array_elements(s.labels) as b(label) on b.label->'ordinal' = a.label->'ordinal'
    where s.stage = 2 and not p.golden`,
  `create view answered_post as
    select a.id as approval_id, a.post_id, a.approved_at,
      (select min(s.submitted_at) from submission s where s.post_id = a.post_id) as submitted_at
    from approval a join post p on p.id = a.post_id
    where not p.golden`,
  // Outcomes as they are now, not as the machine first suggested.
  `create view analysed_claim as
    select c.id as claim_id, c.post_id, p.analysed_at, a.outcome
    from claim c join post p on p.id = c.post_id
    join assessment a on a.claim_id = c.id and a.current
    where p.analysed_at is not null and not p.golden`,
  // Answered: somebody or something drafted an answer to it, or reused one.
  `create view analysed_post as
    select p.id as post_id, p.analysed_at,
      exists (select from draft d where d.post_id = p.id)
        or exists (select from reuse r where r.post_id = p.id) as answered
    from post p
    where p.analysed_at is not null and not p.golden`,
  `create view golden_reading as
    select g.id as decision_id, u.person, g.decided_at, g.right_verdict, g.right_labels
    from golden_decision g join app_user u on u.id = g.reviewer`,
  `create view sampled_approval as
    select t.approval_id, t.chosen_at, t.looked_at, t.verdict
    from third_look t join approval a on a.id = t.approval_id
    join post p on p.id = a.post_id
    where not p.golden`,
];
