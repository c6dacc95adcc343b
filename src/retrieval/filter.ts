import { type RawBuilder, sql } from 'kysely';
import type { DocumentMetadata } from '#db/schema/corpus.ts';

/** Whether a document may be quoted, or is guidance for people inside, which never is. */
export type Classification = 'citable' | 'internal';

/**
 * What may be returned: only approved versions in force on `asOf` (YYYY-MM-DD). The rest narrow further;
 * one that is absent excludes nothing.
 */
export interface SearchFilter {
  readonly asOf: string;
  readonly classification?: Classification;
  /** Only passages in this language (ISO 639-1). */
  readonly language?: string;
  /** Only documents with at least one of these topics; none of them for an empty list. */
  readonly topics?: readonly string[];
  readonly pillar?: NonNullable<DocumentMetadata['pillar']>;
}

/**
 * Joins passage `p` to its version and document and keeps what the filter allows; repeated in each leg
 * so that each leg's limit counts what may be returned.
 */
export function inForce(filter: SearchFilter): RawBuilder<unknown> {
  const { classification, language, topics, pillar } = filter;
  const ofClass =
    classification === undefined
      ? sql``
      : classification === 'citable'
        ? sql`and d.citable`
        : sql`and not d.citable`;
  const ofLanguage = language === undefined ? sql`` : sql`and p.language = ${language}`;
  const ofTopics = topics === undefined ? sql`` : sql`and d.topics && ${[...topics]}::text[]`;
  const ofPillar = pillar === undefined ? sql`` : sql`and d.pillar = ${pillar}`;
  return sql`
    join document_version v on v.id = p.version_id and v.status = 'approved'
      and v.valid_from <= ${filter.asOf}::date
      and (v.ends_on is null or v.ends_on > ${filter.asOf}::date) ${ofLanguage}
    join document d on d.id = v.document_id ${ofClass} ${ofTopics} ${ofPillar}`;
}

/** Whether a filter asks for a part of the corpus, beside what is in force and citable: guidance is one. */
export function isNarrow({ classification, language, topics, pillar }: SearchFilter): boolean {
  return (
    classification === 'internal' ||
    language !== undefined ||
    topics !== undefined ||
    pillar !== undefined
  );
}
