/** The trail searched by who, what and when, newest first; and what checks of the whole trail found. */
export const statements = [
  // `at` alone does not order events: two of one transaction have the same.
  `create index audit_event_at on audit_event (at, seq)`,
  `drop index audit_event_action`,
  `create index audit_event_action on audit_event (action, at, seq)`,
  `create index audit_event_actor on audit_event (actor_id, at, seq)`,
  `create index audit_event_actor_action on audit_event (actor_id, action, at, seq)`,
  `create table audit_verification (
    id uuid primary key,
    asked_by uuid not null references app_user,
    asked_at timestamptz not null,
    -- Events there were when it was asked for, and those read so far.
    total bigint not null check (total >= 0),
    read bigint not null default 0 check (read >= 0),
    started_at timestamptz,
    ended_at timestamptz,
    verdict jsonb,
    failure text,
    constraint found_or_failed check ((ended_at is not null) = (num_nonnulls(verdict, failure) = 1))
  )`,
  // One at a time: whoever asks meanwhile waits for the same.
  `create unique index audit_verification_open on audit_verification ((true)) where ended_at is null`,
];
