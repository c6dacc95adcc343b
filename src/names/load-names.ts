import type { DbContext } from '#db/context.ts';
import { indexNames, type NameIndex, textLookupTerms } from './name-index.ts';
import { selectNamesByTerms } from './queries.ts';

/**
 * The approved names that may occur in these texts, ready for `namesIn`; other texts need a call of
 * their own. One statement through the primary key of `name_term`, whatever the number of texts.
 * Rejected: the whole list in memory until a counter changes; it saves the statement and costs a cache
 * that every process has to keep right.
 */
export async function loadNames(
  ctx: Pick<DbContext, 'db'>,
  texts: readonly string[],
): Promise<NameIndex> {
  const terms = [...new Set(texts.flatMap(textLookupTerms))];
  return indexNames(terms.length === 0 ? [] : await selectNamesByTerms(ctx, terms));
}
