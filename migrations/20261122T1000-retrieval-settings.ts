/** What decides when the service stays silent is decided by two people, and never rewritten. */
export const statements = [
  // One row per proposal. `replaces` is the decision in force when it was made; null: the shipped value.
  `create table threshold_decision (
    id uuid primary key,
    model_name text not null check (model_name <> ''),
    threshold double precision not null check (threshold between 0 and 1),
    reason text not null check (length(btrim(reason)) > 0),
    replaces uuid,
    created_by uuid not null references app_user,
    created_at timestamptz not null,
    approved_by uuid references app_user,
    approved_at timestamptz,
    unique (model_name, id),
    foreign key (model_name, replaces) references threshold_decision (model_name, id),
    constraint approver_is_not_proposer check (approved_by <> created_by),
    constraint approved_when_approved check ((approved_by is null) = (approved_at is null))
  )`,
  // Approved decisions of a model are one chain: two approvals at once cannot both replace the same one.
  `create unique index threshold_decision_chain on threshold_decision (model_name, replaces)
    nulls not distinct where approved_by is not null`,
  `create function check_threshold_decision() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' and new.approved_by is not null then
      perform refuse_approval('a threshold starts as a proposal');
    end if;
    if tg_op = 'UPDATE' then
      if old.approved_by is not null
        or (new.id, new.model_name, new.threshold, new.reason, new.replaces, new.created_by, new.created_at)
          is distinct from
          (old.id, old.model_name, old.threshold, old.reason, old.replaces, old.created_by, old.created_at) then
        raise exception 'threshold decisions are immutable' using errcode = 'restrict_violation';
      end if;
      if new.replaces is not null and not exists (select from threshold_decision
          where id = new.replaces and approved_by is not null) then
        perform refuse_approval('the threshold it replaces was never in force');
      end if;
    end if;
    return new;
  end $$`,
  `create trigger threshold_decision_four_eyes before insert or update on threshold_decision
    for each row execute function check_threshold_decision()`,
  `create trigger threshold_decision_kept before delete on threshold_decision
    for each row execute function refuse_change()`,
  `create trigger threshold_decision_no_truncate before truncate on threshold_decision
    for each statement execute function refuse_change()`,
  // Null: a person decided, or the model was never calibrated and no match counted.
  `alter table assessment add column threshold double precision check (threshold between 0 and 1)`,
  // {model, prompt, prompt_sha256} when a language model reordered the candidates.
  `alter table match add column reranker jsonb`,
];
