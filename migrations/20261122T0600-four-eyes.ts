/** Four eyes live here: no role, key or code path of the service can get round a trigger. */
export const statements = [
  ...['draft', 'draft_sentence', 'citation', 'review_decision', 'contribution'].map(
    (table) => `create trigger ${table}_immutable before update or delete on ${table}
      for each row execute function refuse_change()`,
  ),
  `create function refuse_approval(reason text) returns void language plpgsql as $$
  begin
    raise exception 'four eyes: %', reason using errcode = 'integrity_constraint_violation';
  end $$`,
  `create function check_review_decision() returns trigger language plpgsql as $$
  begin
    if exists (select from contribution c join draft d on d.post_id = c.post_id
               where d.id = new.draft_id and c.user_id = new.reviewer) then
      perform refuse_approval('the reviewer contributed to this draft');
    end if;
    if not exists (select from draft d where d.id = new.draft_id
                   and d.content_sha256 = new.content_sha256 and d.revision =
                     (select max(revision) from draft l where l.post_id = d.post_id)) then
      perform refuse_approval('the decision is not about the current content');
    end if;
    return new;
  end $$`,
  `create trigger review_decision_four_eyes before insert on review_decision
    for each row execute function check_review_decision()`,
  `create function check_approval() returns trigger language plpgsql as $$
  declare today date := (new.approved_at at time zone 'Asia/Ho_Chi_Minh')::date;
  begin
    if new.status <> 'in_force' then
      perform refuse_approval('an approval starts in force');
    end if;
    if not exists (select from draft d join claim c on c.id = d.claim_id and c.post_id = d.post_id
                   join assessment a on a.claim_id = c.id and a.current
                   where d.id = new.draft_id and d.post_id = new.post_id
                   and d.content_sha256 = new.content_sha256
                   and a.outcome = 'CONTRADICTED' and a.decided_by is not null) then
      perform refuse_approval('no person has set the answered claim to CONTRADICTED');
    end if;
    if not exists (select from draft d join response_decision r on r.post_id = d.post_id
                   where d.id = new.draft_id and r.current and r.decision = 'respond') then
      perform refuse_approval('nobody has decided to respond');
    end if;
    if (select count(distinct r.reviewer) from review_decision r where r.draft_id = new.draft_id
        and r.content_sha256 = new.content_sha256 and r.verdict = 'approve'
        and r.reviewer in (new.first_reviewer, new.second_reviewer)) <> 2 then
      perform refuse_approval('two different reviewers have not approved this content');
    end if;
    if exists (select from contribution c where c.post_id = new.post_id
               and c.user_id in (new.first_reviewer, new.second_reviewer)) then
      perform refuse_approval('a reviewer contributed to this draft');
    end if;
    if not exists (select from citation where draft_id = new.draft_id) then
      perform refuse_approval('the draft cites nothing');
    end if;
    if exists (select from citation c join document_version v on v.id = c.version_id
               join document d on d.id = v.document_id
               where c.draft_id = new.draft_id and (v.status <> 'approved' or not d.citable
                 or v.valid_from > today or v.valid_to <= today)) then
      perform refuse_approval('a cited version is not in force or not citable');
    end if;
    if exists (select from citation c join document_version v on v.id = c.version_id
               where c.draft_id = new.draft_id and
                 substr(v.canonical_text, c.start_offset + 1, c.end_offset - c.start_offset) <> c.quote) then
      perform refuse_approval('a quote is not what the cited version says');
    end if;
    return new;
  end $$`,
  `create trigger approval_four_eyes before insert on approval
    for each row execute function check_approval()`,
  `create function check_approval_change() returns trigger language plpgsql as $$
  begin
    if (new.id, new.post_id, new.draft_id, new.content_sha256, new.first_reviewer,
        new.second_reviewer, new.approved_at) is distinct from
       (old.id, old.post_id, old.draft_id, old.content_sha256, old.first_reviewer,
        old.second_reviewer, old.approved_at)
      or (new.status = 'in_force' and old.status <> 'in_force') then
      perform refuse_approval('an approval can only be taken out of force');
    end if;
    return new;
  end $$`,
  `create trigger approval_only_leaves_force before update on approval
    for each row execute function check_approval_change()`,
  `create trigger approval_kept before delete on approval
    for each row execute function refuse_change()`,
  // APPROVED and an approval of the current content exist together or not at all.
  `create function check_post_approved() returns trigger language plpgsql as $$
  begin
    if new.state = 'APPROVED' and not exists (select from approval where post_id = new.id
        and status = 'in_force') then
      perform refuse_approval('a post becomes APPROVED only by an approval');
    end if;
    if new.content_sha256 <> old.content_sha256 or new.text <> old.text then
      raise exception 'the text of a post is immutable' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger post_guard before update on post
    for each row execute function check_post_approved()`,
];
