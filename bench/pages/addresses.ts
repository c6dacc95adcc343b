import type { Stage, Viewer } from './stage.ts';

export interface Address {
  readonly name: string;
  /** Asked for in turn. */
  readonly paths: readonly string[];
  readonly as: Viewer;
  /** What the 95th percentile may reach, in milliseconds. */
  readonly goalMs: number;
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
    list('queue, a word', `/?text=${text('gia dinh')}`, 'reviewer'),
    list('triage', '/triage', 'triager'),
    list('triage, a common word', `/triage?text=${text('thu vien')}`, 'triager'),
    list('triage, no such word', `/triage?text=${text('khôngcótừnày')}`, 'triager'),
    list('triage, undecided', '/triage?decision=none', 'triager'),
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
    list('statistics', '/statistics', 'auditor'),
    list('notices', '/notices', 'drafter'),
  ];
}
