import type { Child } from 'hono/jsx';
import { formatList } from '../format.ts';
import { pathInLanguage, type View } from '../view.ts';
import { Navigation } from './navigation.tsx';

interface LayoutProps {
  readonly view: View;
  readonly title: string;
  readonly failed?: boolean;
  /** Names of further stylesheets, e.g. `review` for /assets/review.css. */
  readonly styles?: readonly string[];
  /** Names of scripts that add comfort, e.g. `review` for /assets/review.js. */
  readonly scripts?: readonly string[];
  /** For pages beside which more than one column of text stands. */
  readonly wide?: boolean;
  readonly children?: Child;
}

export function Layout(props: LayoutProps) {
  const { view, title, failed = false, styles = [], scripts = [], wide = false, children } = props;
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
        {['style', ...styles].map((name) => (
          <link rel="stylesheet" href={`/assets/${name}.css`} />
        ))}
        {['keys', ...scripts].map((name) => (
          <script type="module" src={`/assets/${name}.js`} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {t.layout.skip}
        </a>
        <Header view={view} />
        <main id="main" tabindex={-1} class={wide ? 'wide' : undefined}>
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
      {view.actor === null ? null : <Navigation view={view} />}
      <div class="site-end">
        <Languages view={view} />
        {view.actor === null ? null : <SignedIn view={view} />}
      </div>
    </header>
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
