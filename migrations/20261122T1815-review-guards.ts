/** What a statement that goes round the service could try, and may not. */
export const statements = [
  // Who wrote, decided to respond or set the outcome had a part, whether or not that was noted apart.
  `create or replace function has_part(account uuid, item_post uuid) returns boolean language sql stable as $$
    select exists (select from contribution c join app_user u on u.id = c.user_id
        where c.post_id = item_post and u.person = person_of(account))
      or exists (select from draft d join app_user u on u.id = d.created_by
        where d.post_id = item_post and u.person = person_of(account))
      or exists (select from response_decision r join app_user u on u.id = r.decided_by
        where r.post_id = item_post and r.current and u.person = person_of(account))
      or exists (select from claim c join assessment a on a.claim_id = c.id and a.current
          join app_user u on u.id = a.decided_by
        where c.post_id = item_post and u.person = person_of(account)) $$`,
  // A lease follows the one before it, and an item never goes back to an earlier fence or round.
  `create function check_item_change() returns trigger language plpgsql as $$
  begin
    if (new.id, new.post_id, new.created_at) is distinct from (old.id, old.post_id, old.created_at)
      or new.fence < old.fence or new.round < old.round
      or (new.leased_by is not null and new.fence = old.fence
        and (new.leased_by, new.lease_token_sha256) is distinct from (old.leased_by, old.lease_token_sha256)) then
      perform refuse_approval('a lease is taken, not rewritten');
    end if;
    if new.leased_by is not null and new.fence > old.fence and has_part(new.leased_by, new.post_id) then
      perform refuse_approval('whoever had a part in an answer does not lease it');
    end if;
    return new;
  end $$`,
  `create trigger review_item_only_goes_on before update on review_item
    for each row execute function check_item_change()`,
  `create trigger review_item_kept before delete on review_item
    for each row execute function refuse_change()`,
  // Two who decline end a post, as two who approve do; a reading with a known answer is one from the start.
  `create function check_post_reviewed() returns trigger language plpgsql as $$
  begin
    if new.golden is distinct from old.golden then
      perform refuse_approval('a post is golden from the start or never');
    end if;
    if new.state = 'DECLINED' and old.state <> 'DECLINED' and (select count(*) from review_decision r
        join draft d on d.id = r.draft_id where d.post_id = new.id and r.verdict = 'decline'
        and d.revision = (select max(l.revision) from draft l where l.post_id = new.id)) <> 2 then
      perform refuse_approval('a post is declined by two reviewers');
    end if;
    return new;
  end $$`,
  `create trigger post_reviewed before update of state, golden on post
    for each row execute function check_post_reviewed()`,
  // What a draft answers, and that it is answered, stands while it is judged and while it is relied on.
  `create function check_settled() returns trigger language plpgsql as $$
  declare about uuid := case tg_table_name when 'response_decision' then (to_jsonb(new)->>'post_id')::uuid
    else (select c.post_id from claim c where c.id = (to_jsonb(new)->>'claim_id')::uuid) end;
  begin
    if exists (select from post p where p.id = about and not p.golden
               and p.state in ('IN_REVIEW', 'APPROVED', 'DECLINED')) then
      perform refuse_approval('what reviewers judge does not change while they do');
    end if;
    return new;
  end $$`,
  ...['assessment', 'response_decision'].map(
    (table) => `create trigger ${table}_settled before insert or update on ${table}
      for each row execute function check_settled()`,
  ),
  ...['assessment', 'response_decision'].map(
    (table) => `create trigger ${table}_kept before delete on ${table}
      for each row execute function refuse_change()`,
  ),
  // A quote moves to the version that took its version's place, and reads there as it read before.
  `create function check_anchor() returns trigger language plpgsql as $$
  begin
    if not exists (select from citation_now c join document_version o on o.id = c.version_id
                   join document_version v on v.id = new.version_id and v.status = 'approved'
                   join passage p on p.id = new.passage_id and p.version_id = v.id
                   where c.draft_id = new.draft_id and c.sentence_ordinal = new.sentence_ordinal
                   and c.ordinal = new.ordinal
                   and v.id in (with recursive successor(id) as (
                       select o.superseded_by union
                       select n.superseded_by from document_version n join successor s on n.id = s.id)
                     select id from successor)
                   and substr(v.canonical_text, new.start_offset + 1, new.end_offset - new.start_offset)
                     = c.quote) then
      perform refuse_approval('a quote is anchored where its source goes on, word for word');
    end if;
    return new;
  end $$`,
  `create trigger citation_anchor_word_for_word before insert on citation_anchor
    for each row execute function check_anchor()`,
  // Roles, accounts and leases change with a trace in the same transaction, or not at all.
  `create function check_traced() returns trigger language plpgsql as $$
  declare subject text := to_jsonb(new)->>tg_argv[1];
  begin
    if exists (select from audit_event e where e.entity_type = tg_argv[0] and e.entity_id = subject
               and e.xmin::text = pg_current_xact_id()::xid::text
               and (tg_argv[2] = '' or e.action = tg_argv[2])) then
      return null;
    end if;
    -- One event tells of several accounts when they are found to be one person.
    if tg_table_name = 'app_user' and exists (select from audit_event e
        where e.seq > (select seq from audit_head) - 1000 and e.action = 'user.merged'
        and e.xmin::text = pg_current_xact_id()::xid::text and e.details->'accounts' ? subject) then
      return null;
    end if;
    perform refuse_approval('it is not in the audit trail');
    return null;
  end $$`,
  `create constraint trigger app_user_created_traced after insert on app_user
    deferrable initially deferred for each row execute function check_traced('app_user', 'id', '')`,
  `create constraint trigger app_user_changed_traced after update on app_user
    deferrable initially deferred for each row
    when ((new.roles, new.disabled_at, new.person) is distinct from (old.roles, old.disabled_at, old.person))
    execute function check_traced('app_user', 'id', '')`,
  `create constraint trigger api_key_traced after insert on api_key
    deferrable initially deferred for each row execute function check_traced('api_key', 'id', '')`,
  `create constraint trigger review_item_lease_traced after update on review_item
    deferrable initially deferred for each row when (new.fence > old.fence)
    execute function check_traced('review_item', 'id', 'review_item.leased')`,
  `create constraint trigger refusal_noted_traced after update on refusal_noted
    deferrable initially deferred for each row
    execute function check_traced('guard', 'guard', 'database.write_refused')`,
  ...[
    'app_user',
    'contribution',
    'draft',
    'draft_sentence',
    'citation',
    'citation_anchor',
    'assessment',
    'response_decision',
    'review_item',
    'review_pass',
    'review_decision',
    'approval',
    'revocation',
    'reuse',
    'comment',
    'refusal_noted',
    'audit_head',
  ].map(
    (table) => `create trigger ${table}_no_truncate before truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];
