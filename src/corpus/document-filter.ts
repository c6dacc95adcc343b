import type { DbContext } from '#db/context.ts';
import type { DocumentMetadata } from '#db/schema/corpus.ts';
import { fold } from '#language/fold.ts';
import { markedLetters, plainLetters } from './fold-letters.ts';

export const documentStates = [
  'in_force',
  'not_yet',
  'superseded',
  'expired',
  'withdrawn',
  'draft',
  'ended',
] as const;

export interface DocumentFilter {
  /**
   * What a document is on the day: one of its approved versions is `in_force`, or else what its newest
   * approved version is. `ended`: none is in force. `draft`: the newest version waits for approval.
   */
  readonly state?: (typeof documentStates)[number] | null | undefined;
  /** The day, YYYY-MM-DD; today when left out. */
  readonly on?: string | null | undefined;
  readonly topic?: string | null | undefined;
  readonly pillar?: NonNullable<DocumentMetadata['pillar']> | null | undefined;
  readonly language?: string | null | undefined;
  readonly citable?: boolean | null | undefined;
  /** Part of title, number or key; capitals and diacritics make no difference. */
  readonly text?: string | null | undefined;
}

/**
 * Documents `d` that fit, each with its newest version `v`, the version in force on the day `f` and its
 * newest approved version `a`, where there are such.
 */
export function filterDocuments(ctx: Pick<DbContext, 'db'>, filter: DocumentFilter, on: string) {
  let query = ctx.db
    .selectFrom('document as d')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('document_version')
          .selectAll()
          .whereRef('document_id', '=', 'd.id')
          .orderBy('version_number', 'desc')
          .limit(1)
          .as('v'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('document_version')
          .select(['version_number', 'verified_at', 'recheck_by', 'valid_from', 'ends_on'])
          .whereRef('document_id', '=', 'd.id')
          .where('status', '=', 'approved')
          .where('valid_from', '<=', on)
          .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', on)]))
          .limit(1)
          .as('f'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('document_version')
          .select(['version_number', 'valid_from', 'valid_to', 'superseded_on', 'withdrawn_on'])
          .select('ends_on')
          .whereRef('document_id', '=', 'd.id')
          .where('status', '=', 'approved')
          .orderBy('version_number', 'desc')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    );
  const { topic, text, state } = filter;
  if (filter.language) query = query.where('d.language', '=', filter.language);
  if (filter.pillar) query = query.where('d.pillar', '=', filter.pillar);
  if (filter.citable != null) query = query.where('d.citable', '=', filter.citable);
  if (topic) query = query.where((eb) => eb(eb.val(topic), '=', eb.fn.any('d.topics')));
  if (text) {
    const pattern = `%${fold(text).replace(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where((eb) => {
      const holds = (column: 'd.title' | 'd.number' | 'd.key') =>
        eb(
          eb.fn<string>('translate', [
            eb.fn('lower', [column]),
            eb.val(markedLetters),
            eb.val(plainLetters),
          ]),
          'like',
          pattern,
        );
      return eb.or([holds('d.title'), holds('d.number'), holds('d.key')]);
    });
  }
  if (state === 'draft') return query.where('v.status', '=', 'draft');
  if (state === 'in_force') return query.where('f.version_number', 'is not', null);
  if (state == null) return query;
  query = query.where('f.version_number', 'is', null);
  if (state === 'ended') return query;
  if (state === 'not_yet') return query.where('a.valid_from', '>', on);
  query = query.where('a.ends_on', '<=', on);
  // Of two ends on one day a withdrawal says more than a successor, and that more than the own term.
  if (state === 'withdrawn') return query.whereRef('a.withdrawn_on', '=', 'a.ends_on');
  query = query.where((eb) =>
    eb.or([eb('a.withdrawn_on', 'is', null), eb('a.withdrawn_on', '>', eb.ref('a.ends_on'))]),
  );
  if (state === 'superseded') return query.whereRef('a.superseded_on', '=', 'a.ends_on');
  return query.where((eb) =>
    eb.or([eb('a.superseded_on', 'is', null), eb('a.superseded_on', '>', eb.ref('a.ends_on'))]),
  );
}
