import { may, type View } from '../../view.ts';

/** The pages of the audit that this person may open. */
export function AuditTabs({ view, current }: { view: View; current: string }) {
  const t = view.t.trail;
  const tabs = [
    { href: '/audit', label: t.searchTab, shown: may(view, 'audit.read') },
    { href: '/audit/verify', label: t.verifyTab, shown: may(view, 'audit.read') },
    { href: '/audit/bundles', label: t.bundlesTab, shown: may(view, 'bundle.read') },
  ];
  return (
    <nav class="tabs" aria-label={t.tabs}>
      {tabs
        .filter(({ shown }) => shown)
        .map(({ href, label }) => (
          <a href={href} aria-current={href === current ? 'page' : undefined}>
            {label}
          </a>
        ))}
    </nav>
  );
}
