/** What the dashboards count over time: a range of days reads only its own rows. */
export const statements: readonly string[] = [
  `create index post_received on post (received_at) where not golden`,
  `create index post_golden on post (id) where golden`,
  `create index submission_submitted on submission (submitted_at, post_id)`,
  // Covers what the views of analysed claims read, so that a year of claims is not fetched row by row.
  `create index assessment_now on assessment (claim_id, outcome) where current`,
  `create index claim_of_post on claim (post_id, id)`,
  // A draft from its submission for review until two had judged it, or a newer revision took its place.
  // Null: it is in review still.
  // What has two reviews is not looked up further: nearly all there ever was.
  `create view review_wait as
    select d.id as draft_id, e.at as submitted_at, coalesce(s.decided_at,
        (select min(n.created_at) from draft n where n.post_id = d.post_id and n.revision > d.revision),
        (select greatest(e.at, (select max(x.decided_at) from review_decision x where x.draft_id = d.id))
          from post p where p.id = d.post_id and p.state <> 'IN_REVIEW')) as ended_at
    from audit_event e
    join draft d on d.id::text = e.entity_id
    left join review_decision s on s.draft_id = d.id and s.stage = 2
    where e.action = 'draft.submitted' and e.entity_type = 'draft'
      and not exists (select from post g where g.id = d.post_id and g.golden)`,
];
