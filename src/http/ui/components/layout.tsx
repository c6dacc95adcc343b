import type { Child } from 'hono/jsx';
import { formatList } from '../format.ts';
import { may, pathInLanguage, type View } from '../view.ts';

interface LayoutProps {
  readonly view: View;
  readonly title: string;
  readonly failed?: boolean;
  readonly children?: Child;
}

export function Layout({ view, title, failed = false, children }: LayoutProps) {
  const { t } = view;
  return (
    <html lang={view.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>
          {failed ? `${t.layout.errorPrefix} ` : ''}
          {title} · {t.product}
        </title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">
          {t.layout.skip}
        </a>
        <Header view={view} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}

function Header({ view }: { view: View }) {
  const { t } = view;
  return (
    <header class="site">
      <a class="brand" href="/" lang="vi">
        {t.product}
      </a>
      {view.actor === null ? null : (
        <nav aria-label={t.layout.navigation}>
          <NavLink view={view} href="/" label={t.layout.queue} />
          {may(view, 'posts.submit') ? (
            <NavLink view={view} href="/submit" label={t.layout.submit} />
          ) : null}
          {may(view, 'corpus.read') ? (
            <NavLink view={view} href="/corpus" label={t.corpus.title} />
          ) : null}
          {may(view, 'statistics.read') ? (
            <NavLink view={view} href="/statistics" label={t.statisticsPage.title} />
          ) : null}
          <NavLink view={view} href="/notices" label={noticeLabel(view)} />
        </nav>
      )}
      <div class="site-end">
        <Languages view={view} />
        {view.actor === null ? null : <SignedIn view={view} />}
      </div>
    </header>
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

function Languages({ view }: { view: View }) {
  const names = { vi: 'Tiếng Việt', en: 'English' } as const;
  return (
    <ul class="languages" aria-label={view.t.layout.language}>
      {(['vi', 'en'] as const).map((locale) => (
        <li>
          <a
            href={pathInLanguage(view, locale)}
            lang={locale}
            hreflang={locale}
            aria-current={locale === view.locale ? 'true' : undefined}
          >
            {names[locale]}
          </a>
        </li>
      ))}
    </ul>
  );
}

function SignedIn({ view }: { view: View }) {
  const { t, actor } = view;
  if (actor === null) return null;
  const roles = formatList(
    actor.roles.map((role) => t.roles[role]),
    view.locale,
  );
  return (
    <form method="post" action="/logout" class="signed-in">
      <span>
        {t.layout.signedInAs}{' '}
        <a href="/account">
          <strong>{actor.name}</strong>
        </a>{' '}
        ({roles})
      </span>
      <button type="submit" class="quiet">
        {t.layout.logout}
      </button>
    </form>
  );
}
