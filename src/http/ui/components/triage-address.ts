import { type ClusterOrder, clusterOrders, type PostFilter, postFilter } from '#posts/index.ts';

/** What the list of triage shows. */
export interface TriageView {
  readonly filter: PostFilter;
  readonly order: ClusterOrder;
}

/** Fields as the address names them; `decision` apart, because undecided posts are what triage is for. */
const names = {
  text: 'text',
  state: 'state',
  outcome: 'outcome',
  platform: 'platform',
  language: 'language',
  receivedFrom: 'from',
  receivedTo: 'to',
  minSubmissions: 'min',
  instructed: 'instructed',
  clusterId: 'cluster',
} as const satisfies Partial<Record<keyof PostFilter, string>>;

export type TriageField = keyof typeof names;
export const triageFields = Object.keys(names) as TriageField[];

/** What an address asks for; what cannot be read is left out. */
export function triageOfAddress(search: URLSearchParams): TriageView {
  const fields: Record<string, unknown> = {};
  const keep = (field: keyof PostFilter, value: unknown): void => {
    if (postFilter.safeParse({ [field]: value }).success) fields[field] = value;
  };
  for (const field of triageFields) {
    const raw = search.get(names[field])?.trim() ?? '';
    if (raw !== '') keep(field, readAs(field, raw));
  }
  const decision = search.get('decision') ?? 'none';
  if (decision !== 'any') keep('decision', decision);
  const order = clusterOrders.find((one) => one === search.get('order')) ?? 'newest';
  return { filter: postFilter.parse(fields), order };
}

function readAs(field: TriageField, raw: string): unknown {
  if (field === 'minSubmissions') return Number(raw);
  if (field === 'instructed') return raw === 'true' || undefined;
  return field === 'platform' || field === 'language' ? raw.toLowerCase() : raw;
}

/** The address of a list, from its first page or a cursor. */
export function addressOfTriage(
  { filter, order }: TriageView,
  further: Readonly<Record<string, string | null>> = {},
): string {
  const query = new URLSearchParams();
  for (const field of triageFields) {
    const value = filter[field];
    if (value !== undefined) query.set(names[field], String(value));
  }
  if (filter.decision !== 'none') query.set('decision', filter.decision ?? 'any');
  if (order !== 'newest') query.set('order', order);
  for (const [name, value] of Object.entries(further)) if (value !== null) query.set(name, value);
  return query.size === 0 ? '/triage' : `/triage?${query.toString()}`;
}
