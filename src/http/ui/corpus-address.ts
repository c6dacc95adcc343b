import type { DocumentFilter } from '#corpus/index.ts';

/** The address of the list of documents with a filter, from a cursor on; what is not filtered by is left out. */
export function corpusAddress(filter: DocumentFilter, cursor: string | null = null): string {
  const query = new URLSearchParams();
  const { citable, ...texts } = filter;
  for (const [name, value] of Object.entries(texts)) if (value) query.set(name, value);
  if (citable != null) query.set('use', citable ? 'citable' : 'internal');
  if (cursor !== null) query.set('cursor', cursor);
  return `/corpus${query.size > 0 ? `?${query.toString()}` : ''}`;
}
