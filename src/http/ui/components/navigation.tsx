import type { Action } from '#identity/index.ts';
import type { Catalogue } from '../locales/vi.ts';
import { may, type View } from '../view.ts';

interface Destination {
  readonly href: string;
  readonly label: (t: Catalogue) => string;
  /** Shown to those who may do this. */
  readonly action: Action;
}

/** In the order of the work. */
const destinations: readonly Destination[] = [
  { href: '/', label: (t) => t.layout.queue, action: 'posts.read' },
  { href: '/triage', label: (t) => t.layout.triage, action: 'response.decide' },
  { href: '/submit', label: (t) => t.layout.submit, action: 'posts.submit' },
  { href: '/corpus', label: (t) => t.corpus.title, action: 'corpus.read' },
  { href: '/statistics', label: (t) => t.statisticsPage.title, action: 'statistics.read' },
  { href: '/evaluations', label: (t) => t.layout.evaluations, action: 'evaluation.read' },
  { href: '/audit', label: (t) => t.layout.audit, action: 'audit.read' },
  { href: '/admin', label: (t) => t.layout.admin, action: 'users.manage' },
];

/** Links to what the person may use, and to their notices. */
export function Navigation({ view }: { view: View }) {
  const { t } = view;
  return (
    <nav aria-label={t.layout.navigation}>
      {destinations
        .filter(({ action }) => may(view, action))
        .map(({ href, label }) => (
          <NavLink view={view} href={href} label={label(t)} />
        ))}
      <NavLink view={view} href="/notices" label={noticeLabel(view)} />
    </nav>
  );
}

function noticeLabel({ t, notices }: View): string {
  if (notices === 0) return t.noticePage.title;
  return t.noticePage.link(notices > 99 ? '99+' : String(notices));
}

function NavLink({ view, href, label }: { view: View; href: string; label: string }) {
  const path = view.path.split('?')[0] ?? '';
  const part = path.startsWith(`${href}/`) ? 'true' : undefined;
  return (
    <a href={href} aria-current={path === href ? 'page' : part}>
      {label}
    </a>
  );
}
