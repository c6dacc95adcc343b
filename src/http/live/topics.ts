/** What a page can be told about. */
export const topics = ['queue', 'notices', 'imports', 'system'] as const;

export type Topic = (typeof topics)[number];

/** The topics of `?topics=queue,notices`; unknown names are left out. */
export function topicsIn(text: string): ReadonlySet<Topic> {
  const asked = new Set(text.split(','));
  return new Set(topics.filter((topic) => asked.has(topic)));
}

/** Beginnings of audited actions that change what nobody sees in lists or notices. */
const silent = ['audit.', 'bundle.', 'decisions.', 'session.', 'key.', 'evaluation.', 'gold.'];

/** What an audited action may have changed. */
export function topicsOf(action: string): readonly Topic[] {
  if (action.startsWith('import.')) return ['imports'];
  return silent.some((start) => action.startsWith(start)) ? [] : ['queue', 'notices'];
}
