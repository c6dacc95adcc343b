import { ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import type { Problem } from '../problem.ts';
import type { View } from '../view.ts';

export function NotFoundPage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Layout view={view} title={t.errors.notFoundTitle}>
      <h1>{t.errors.notFoundTitle}</h1>
      <p>{t.errors.notFound}</p>
      <Home view={view} />
    </Layout>
  );
}

/** A refusal that belongs to no form, e.g. a page that this person's roles do not open. */
export function RefusedPage({ view, problem }: { view: View; problem: Problem }) {
  const { t } = view;
  return (
    <Layout view={view} title={t.errors.refusedTitle} failed>
      <h1>{t.errors.refusedTitle}</h1>
      <ProblemAlert view={view} problem={problem} />
      <WayOn view={view} problem={problem} />
    </Layout>
  );
}

export function FailedPage({ view, requestId }: { view: View; requestId: string }) {
  const { t } = view;
  return (
    <Layout view={view} title={t.errors.unexpectedTitle} failed>
      <h1>{t.errors.unexpectedTitle}</h1>
      <p>{t.errors.unexpected}</p>
      <p>
        {t.errors.requestId}: <code>{requestId}</code>
      </p>
      <Home view={view} />
    </Layout>
  );
}

function WayOn({ view, problem }: { view: View; problem: Problem }) {
  const { t } = view;
  if (problem.code === 'unauthenticated') {
    return (
      <p>
        <a href="/login">{t.login.title}</a>
      </p>
    );
  }
  if (problem.code === 'confirmation_needed') {
    return (
      <p>
        <a href={`/confirm?back=${encodeURIComponent(view.path)}`}>{t.confirm.title}</a>
      </p>
    );
  }
  return <Home view={view} />;
}

function Home({ view }: { view: View }) {
  return (
    <p>
      <a href="/">{view.t.errors.home}</a>
    </p>
  );
}
