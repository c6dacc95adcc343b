import type { DemoPerson } from '#identity/index.ts';
import { Layout } from '../components/layout.tsx';
import { formatList } from '../format.ts';
import { may, type View } from '../view.ts';

interface WelcomeProps {
  readonly view: View;
  /** Who plays which part, where this is the demonstration; else empty. */
  readonly people: readonly DemoPerson[];
}

const walk = [
  ['/submit', 'submit'],
  ['/triage', 'triage'],
  ['/', 'draft'],
  ['/', 'review'],
  ['/corpus', 'corpus'],
  ['/audit', 'audit'],
] as const;

/** What the product is, what it refuses and, in the demonstration, who is who. */
export function WelcomePage({ view, people }: WelcomeProps) {
  const { welcome } = view.t;
  return (
    <Layout view={view} title={welcome.title}>
      <h1>{welcome.title}</h1>
      <p class="lead">{welcome.lead}</p>
      <div class="panes">
        <List id="does" title={welcome.doesTitle} entries={welcome.does} />
        <List id="refuses" title={welcome.refusesTitle} entries={welcome.refuses} />
      </div>
      {people.length === 0 ? null : <Demo view={view} people={people} />}
      <section aria-labelledby="keys-title">
        <h2 id="keys-title">{welcome.keysTitle}</h2>
        <p>
          {welcome.keysHint} <a href="/keys">{welcome.keysLink}</a>
        </p>
      </section>
      <p class="buttons">
        {view.actor === null ? (
          <a class="button primary" href="/login">
            {welcome.signIn}
          </a>
        ) : (
          <a class="button primary" href={may(view, 'posts.read') ? '/' : '/account'}>
            {welcome.start}
          </a>
        )}
      </p>
    </Layout>
  );
}

function List(props: { id: string; title: string; entries: readonly string[] }) {
  const titleId = `${props.id}-title`;
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{props.title}</h2>
      <ul>
        {props.entries.map((entry) => (
          <li>{entry}</li>
        ))}
      </ul>
    </section>
  );
}

function Demo({ view, people }: WelcomeProps) {
  const { welcome } = view.t;
  return (
    <section aria-labelledby="demo-title">
      <h2 id="demo-title">{welcome.demoTitle}</h2>
      <p class="narrow">{welcome.demoIntro}</p>
      <People view={view} people={people} />
      <p class="narrow">{welcome.demoPasswords}</p>
      <h3>{welcome.walkTitle}</h3>
      <ol class="steps">
        {walk.map(([href, name]) => (
          <li>
            <a href={href}>{welcome.walk[name].link}</a> {welcome.walk[name].text}
          </li>
        ))}
      </ol>
      <p class="muted">{welcome.walkHint}</p>
    </section>
  );
}

function People({ view, people }: WelcomeProps) {
  const { t, locale } = view;
  return (
    <table class="queue">
      <caption>{t.welcome.demoPeople}</caption>
      <thead>
        <tr>
          <th scope="col">{t.welcome.roles}</th>
          <th scope="col">{t.welcome.email}</th>
          <th scope="col">{t.welcome.person}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ name, email, roles }) => (
          <tr>
            <th scope="row">
              {formatList(
                roles.map((role) => t.roles[role]),
                locale,
              )}
            </th>
            <td data-label={t.welcome.email}>
              <code>{email}</code>
            </td>
            <td data-label={t.welcome.person}>{name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
