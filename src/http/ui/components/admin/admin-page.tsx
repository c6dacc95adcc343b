import type { Child } from 'hono/jsx';
import type { Action } from '#identity/index.ts';
import type { Catalogue } from '../../locales/vi.ts';
import { lookUp } from '../../problem.ts';
import { type Feedback, may, type View } from '../../view.ts';
import { ProblemAlert } from '../feedback.tsx';
import { Layout } from '../layout.tsx';

type SectionName = keyof Pick<
  Catalogue['admin'],
  'users' | 'keys' | 'thresholds' | 'topics' | 'webhooks' | 'golden' | 'system'
>;

/** In the order of how often they are needed. */
const sections: ReadonlyArray<{ readonly name: SectionName; readonly action: Action }> = [
  { name: 'users', action: 'users.manage' },
  { name: 'keys', action: 'keys.own' },
  { name: 'thresholds', action: 'threshold.read' },
  { name: 'topics', action: 'topics.weigh' },
  { name: 'webhooks', action: 'webhooks.manage' },
  { name: 'golden', action: 'golden.manage' },
  { name: 'system', action: 'system.read' },
];

interface AdminPageProps {
  readonly view: View;
  readonly section: SectionName;
  /** Of the page, when it is not that of its section. */
  readonly title?: string;
  readonly feedback?: Feedback;
  readonly children?: Child;
}

/** A page of administration: the ways to the others this person may see, what was done, what was refused. */
export function AdminPage({ view, section, title, feedback = {}, children }: AdminPageProps) {
  const t = view.t.admin;
  const name = title ?? t[section];
  return (
    <Layout
      view={view}
      title={name}
      styles={['admin']}
      scripts={['admin']}
      failed={feedback.problem !== undefined}
    >
      <h1>{name}</h1>
      <nav class="tabs" aria-label={t.sections}>
        {sections
          .filter(({ action }) => may(view, action))
          .map((one) => (
            <a
              href={`/admin/${one.name}`}
              aria-current={
                one.name === section ? (title === undefined ? 'page' : 'true') : undefined
              }
            >
              {t[one.name]}
            </a>
          ))}
      </nav>
      <AdminNotice view={view} feedback={feedback} />
      <ProblemAlert view={view} problem={feedback.problem} />
      {children}
    </Layout>
  );
}

function AdminNotice({ view, feedback }: { view: View; feedback: Feedback }) {
  const text = lookUp<string>(view.t.adminNotices, feedback.notice ?? '');
  return text === undefined ? null : (
    <p class="notice" role="status">
      {text}
    </p>
  );
}

/** Where this person begins: the first section they may see. */
export function firstSection(view: View): string {
  const first = sections.find(({ action }) => may(view, action));
  return `/admin/${first?.name ?? 'keys'}`;
}

/** A secret that is shown this once, with a button to copy it when there is script. */
export function OneTimeSecret({
  view,
  label,
  secret,
}: {
  view: View;
  label: string;
  secret: string;
}) {
  const t = view.t.admin;
  return (
    <div class="callout secret">
      <p>
        <strong>{label}</strong>
      </p>
      <p>
        <code id="secret" data-secret>
          {secret}
        </code>
      </p>
      <p>{t.secretOnce}</p>
      <button type="button" data-copy="secret" data-copied={t.copied} hidden>
        {t.copy}
      </button>
    </div>
  );
}

/** Ways on and back in a list. */
export function AdminPages(props: {
  view: View;
  path: string;
  next: string | null;
  paged: boolean;
}) {
  const t = props.view.t.admin;
  if (props.next === null && !props.paged) return null;
  const on = new URL(props.path, 'http://page');
  if (props.next !== null) on.searchParams.set('cursor', props.next);
  return (
    <nav class="pages" aria-label={t.pages}>
      {props.paged ? <a href={props.path}>{t.first}</a> : null}
      {props.next === null ? null : (
        <a href={on.pathname + on.search} rel="next">
          {t.next}
        </a>
      )}
    </nav>
  );
}
