import type { Action } from '#identity/index.ts';
import type { Catalogue } from '../locales/vi.ts';
import { may, type View } from '../view.ts';

interface Destination {
  readonly href: string;
  readonly label: (t: Catalogue) => string;
  /** Typed after `g`. */
  readonly key: string;
  /** Shown to those who may do this; null: to everybody signed in. */
  readonly action: Action | null;
  /** And to those who may do this: what is behind `href` begins elsewhere for them. */
  readonly or?: Action;
}

/** In the order of the work. */
const destinations: readonly Destination[] = [
  { href: '/', label: (t) => t.layout.queue, key: 'q', action: 'posts.read' },
  { href: '/triage', label: (t) => t.layout.triage, key: 't', action: 'response.decide' },
  { href: '/submit', label: (t) => t.layout.submit, key: 's', action: 'posts.submit' },
  { href: '/corpus', label: (t) => t.corpus.title, key: 'c', action: 'corpus.read' },
  {
    href: '/statistics',
    label: (t) => t.statisticsPage.title,
    key: 'd',
    action: 'statistics.read',
  },
  { href: '/evaluations', label: (t) => t.layout.evaluations, key: 'e', action: 'evaluation.read' },
  { href: '/audit', label: (t) => t.layout.audit, key: 'a', action: 'audit.read' },
  {
    href: '/admin',
    label: (t) => t.layout.admin,
    key: 'm',
    action: 'users.manage',
    or: 'golden.manage',
  },
];

/** Not in the bar of the main destinations, but reached by keys like them. */
const besides: readonly Destination[] = [
  { href: '/notices', label: (t) => t.noticePage.title, key: 'n', action: null },
  { href: '/account', label: (t) => t.account.title, key: 'p', action: null },
];

/** Where this person may go by `g` and a letter. */
export function destinationsOf(view: View): readonly Destination[] {
  if (view.actor === null) return [];
  return [...destinations, ...besides].filter((one) => mayGo(view, one));
}

function mayGo(view: View, { action, or }: Destination): boolean {
  return action === null || may(view, action) || (or !== undefined && may(view, or));
}

/** Links to what the person may use. */
export function Navigation({ view }: { view: View }) {
  const shown = destinations.filter((one) => mayGo(view, one));
  return (
    <nav aria-label={view.t.layout.navigation}>
      {shown.map(({ href, label, key }) => (
        <a href={href} data-key-go={key} aria-current={currentAt(view, href)}>
          {label(view.t)}
        </a>
      ))}
    </nav>
  );
}

/** To the notices, with how many there are; the number is kept up by live.js. */
export function NoticeLink({ view }: { view: View }) {
  const { t, notices } = view;
  return (
    <a href="/notices" data-key-go="n" aria-current={currentAt(view, '/notices')}>
      {t.noticePage.title}{' '}
      <span class="count" data-live-count="notices.count" data-zero="">
        {notices === 0 ? '' : countOf(notices)}
      </span>
    </a>
  );
}

/** A person's count as the header shows it. */
export function countOf(count: number): string {
  return count > 99 ? '99+' : String(count);
}

/** Marks the link to the page, or to the part of the service it belongs to. */
function currentAt(view: View, href: string): 'page' | 'true' | undefined {
  const path = view.path.split('?')[0] ?? '';
  if (path === href) return 'page';
  // A post is work of the queue.
  if (href === '/') return path.startsWith('/posts/') ? 'true' : undefined;
  // An import is one way of submitting.
  if (href === '/submit' && /^\/imports(\/|$)/.test(path)) return 'true';
  return path.startsWith(`${href}/`) ? 'true' : undefined;
}
