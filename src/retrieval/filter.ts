import { type RawBuilder, sql } from 'kysely';

/** What may be returned: only approved versions in force on `asOf` (YYYY-MM-DD), and only citable ones if asked. */
export interface SearchFilter {
  readonly asOf: string;
  readonly citableOnly: boolean;
}

/** Joins passage `p` to its version and document; repeated in each leg so that each limit counts what may be returned. */
export function inForce(filter: SearchFilter): RawBuilder<unknown> {
  const citable = filter.citableOnly ? sql`and d.citable` : sql``;
  return sql`
    join document_version v on v.id = p.version_id and v.status = 'approved'
      and v.valid_from <= ${filter.asOf}::date
      and (v.valid_to is null or v.valid_to > ${filter.asOf}::date)
    join document d on d.id = v.document_id ${citable}`;
}
