/** A name group is also an entry of the glossary: what to call the thing in each language, and why. */
export const statements = [
  // preferred: [{language, text}], each among the variants, one a language.
  `alter table name_version
    add column preferred jsonb not null default '[]',
    add column note text check (length(note) between 1 and 1000)`,
  `create or replace function check_name_version_change() returns trigger language plpgsql as $$
  begin
    if (new.id, new.key, new.version_number, new.kind, new.variants, new.preferred, new.note,
        new.created_by, new.created_at)
      is distinct from
       (old.id, old.key, old.version_number, old.kind, old.variants, old.preferred, old.note,
        old.created_by, old.created_at)
      or (old.approved_at is not null and (new.approved_by, new.approved_at)
        is distinct from (old.approved_by, old.approved_at))
      or old.withdrawn_at is not null then
      perform refuse_approval('names in a version, their author and approver are immutable');
    end if;
    return new;
  end $$`,
];
