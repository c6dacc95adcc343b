import { formatList } from '../format.ts';
import { choices } from '../preferences.ts';
import { pathWith, type View } from '../view.ts';

const names = { vi: 'Tiếng Việt', en: 'English' } as const;

/** To the same page in the other language. */
export function Languages({ view }: { view: View }) {
  const other = view.locale === 'vi' ? 'en' : 'vi';
  return (
    <a href={pathWith(view, 'lang', other)} lang={other} hreflang={other}>
      {names[other]}
    </a>
  );
}

/** The same page light, dark or as the system has it. */
export function Themes({ view }: { view: View }) {
  const { t, preferences } = view;
  return (
    <details class="menu">
      <summary>{t.shell.theme}</summary>
      <div class="menu-panel">
        <ul>
          {choices.theme.map((theme) => (
            <li>
              <a
                href={pathWith(view, 'theme', theme)}
                aria-current={theme === preferences.theme ? 'true' : undefined}
              >
                {t.shell.themes[theme]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** Who is signed in and what is theirs alone. */
export function PersonMenu({ view }: { view: View }) {
  const { t, actor, preferences } = view;
  if (actor === null) return null;
  const roles = formatList(
    actor.roles.map((role) => t.roles[role]),
    view.locale,
  );
  return (
    <details class="menu">
      <summary>
        <span class="spoken">{t.layout.signedInAs} </span>
        <span class="menu-name">{actor.name}</span>
      </summary>
      <div class="menu-panel">
        <p>
          <strong class="break">{actor.name}</strong>
          <span class="muted block">{roles}</span>
        </p>
        <ul>
          <li>
            <a href="/account" data-key-go="p">
              {t.account.title}
            </a>
          </li>
        </ul>
        <p class="muted" id="theme-title">
          {t.shell.theme}
        </p>
        <ul class="choices-line" aria-labelledby="theme-title">
          {choices.theme.map((theme) => (
            <li>
              <a
                href={pathWith(view, 'theme', theme)}
                aria-current={theme === preferences.theme ? 'true' : undefined}
              >
                {t.shell.themes[theme]}
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action="/logout">
          <button type="submit" class="quiet">
            {t.layout.logout}
          </button>
        </form>
      </div>
    </details>
  );
}
