import { queueFilter, type QueueFilter } from '#review/index.ts';

/** A field of the filter as the address of the queue names it; what cannot be read is left out. */
const readers: { readonly [F in keyof QueueFilter]-?: (query: Query) => unknown } = {
  state: (query) => query('state'),
  holding: (query) => query('holding'),
  needsRecheck: (query) => query('recheck') === 'true' || undefined,
  again: (query) => query('again') === 'true' || undefined,
  language: (query) => query('language')?.toLowerCase(),
  topic: (query) => query('topic'),
  minSubmissions: (query) => {
    const text = query('min');
    return text === undefined ? undefined : Number(text);
  },
  text: (query) => query('text'),
  order: (query) => query('order'),
};

type Query = (name: string) => string | undefined;

/** What the address of the queue asks for. */
export function filterOfAddress(search: URLSearchParams): QueueFilter {
  const query: Query = (name) => search.get(name)?.trim() || undefined;
  const filter: Record<string, unknown> = {};
  for (const [field, read] of Object.entries(readers)) {
    const value = read(query);
    if (value === undefined) continue;
    if (queueFilter.safeParse({ [field]: value }).success) filter[field] = value;
  }
  return queueFilter.parse(filter);
}

/** The address of the queue that shows this, from its first page or from a cursor. */
export function addressOfFilter(filter: QueueFilter, cursor: string | null = null): string {
  const query = new URLSearchParams();
  const fields = {
    state: filter.state,
    holding: filter.holding,
    recheck: filter.needsRecheck === true ? 'true' : undefined,
    again: filter.again === true ? 'true' : undefined,
    language: filter.language,
    topic: filter.topic,
    min: filter.minSubmissions?.toString(),
    text: filter.text,
    order: filter.order,
    cursor: cursor ?? undefined,
  };
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) query.set(name, value);
  }
  return query.size === 0 ? '/' : `/?${query.toString()}`;
}
