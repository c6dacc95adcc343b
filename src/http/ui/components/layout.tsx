import type { Child } from 'hono/jsx';
import { version } from '../../../version.ts';
import type { View } from '../view.ts';
import { KeySheet } from './key-sheet.tsx';
import { Navigation, NoticeLink } from './navigation.tsx';
import { Languages, PersonMenu, Themes } from './person-menu.tsx';

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

/** The frame of every page. */
export function Layout(props: LayoutProps) {
  const { view, title, failed = false, styles = [], scripts = [], wide = false, children } = props;
  const { t, preferences } = view;
  const own = view.actor === null ? ['keys'] : ['keys', 'live'];
  return (
    <html
      lang={view.locale}
      data-theme={preferences.theme === 'auto' ? undefined : preferences.theme}
      data-keys={preferences.keys === 'off' ? 'off' : undefined}
    >
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
        {[...own, ...scripts].map((name) => (
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
        <Footer view={view} />
        <KeySheet view={view} />
        {view.actor === null ? null : (
          <p class="spoken" role="status" data-live-status={t.shell.updated} />
        )}
      </body>
    </html>
  );
}

function Header({ view }: { view: View }) {
  return (
    <header class="site">
      <a class="brand" href="/" lang="vi">
        {view.t.product}
      </a>
      {view.actor === null ? null : <Navigation view={view} />}
      <div class="site-end">
        {view.actor === null ? null : <NoticeLink view={view} />}
        <Languages view={view} />
        {view.actor === null ? <Themes view={view} /> : <PersonMenu view={view} />}
      </div>
    </header>
  );
}

function Footer({ view }: { view: View }) {
  const { t } = view;
  return (
    <footer class="site-foot">
      <span>
        <span lang="vi">{t.product}</span> {version}
      </span>
      <a href="/welcome">{t.shell.welcome}</a>
      <a href="/keys">{t.shell.keys}</a>
      <a href="/docs">{t.shell.docs}</a>
    </footer>
  );
}
