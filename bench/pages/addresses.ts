import type { Stage, Viewer } from './stage.ts';

export interface Address {
  readonly name: string;
  /** Asked for in turn. */
  readonly paths: readonly string[];
  readonly as: Viewer;
  /** What the 95th percentile may reach, in milliseconds; null: no list of posts, nothing is promised. */
  readonly goalMs: number | null;
}

const listMs = 60;
const reviewMs = 40;

/** The pages people open all day. */
export function addressesOf({ waiting, drafted, leased }: Stage): Address[] {
  const list = (name: string, path: string, as: Viewer): Address => ({
    name,
    paths: [path],
    as,
    goalMs: listMs,
  });
  const text = (words: string) => encodeURIComponent(words);
  return [
    list('queue', '/', 'reviewer'),
    list('queue, in review', '/?state=IN_REVIEW', 'reviewer'),
    list('queue, by priority', '/?order=priority', 'reviewer'),
    list('queue, a common word', `/?text=${text('ai di qua')}`, 'reviewer'),
    list('queue, a rare word', `/?text=${text('4711')}`, 'reviewer'),
    list('queue, sent often', '/?min=5', 'reviewer'),
    list('queue, by topic', `/?topic=${text('thư viện')}`, 'reviewer'),
    list('triage', '/triage', 'triager'),
    list('triage, a common word', `/triage?decision=any&text=${text('ai di qua')}`, 'triager'),
    list('triage, a rare word', `/triage?decision=any&text=${text('4711')}`, 'triager'),
    list('triage, no such word', `/triage?text=${text('khôngcótừnày')}`, 'triager'),
    list('triage, all, most sent', '/triage?decision=any&order=submissions', 'triager'),
    { name: 'review', paths: [`/posts/${leased}/review`], as: 'reviewer', goalMs: reviewMs },
    {
      name: 'post',
      paths: [...waiting, ...drafted].map((id) => `/posts/${id}`),
      as: 'drafter',
      goalMs: listMs,
    },
    list('corpus', '/corpus', 'drafter'),
    list('audit', '/audit', 'auditor'),
    list('audit, one action', '/audit?action=draft.submitted', 'auditor'),
    list('notices', '/notices', 'drafter'),
    list('imports', '/imports', 'triager'),
    list('bundles', '/audit/bundles', 'auditor'),
    ...['', '/intake', '/review', '/quality', '/corpus'].map((section) => ({
      ...list(`statistics${section}`, `/statistics${section}`, 'auditor'),
      goalMs: null,
    })),
  ];
}
