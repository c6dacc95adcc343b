import { KeptTexts, SendAgain } from '../components/kept-fields.tsx';
import { Layout } from '../components/layout.tsx';
import type { KeptForm } from '../kept-form.ts';
import type { View } from '../view.ts';
import { SignInForm } from './login.tsx';

interface SessionEndedProps {
  readonly view: View;
  readonly provider: string | null;
  /** Null: too long to be kept. */
  readonly kept: KeptForm | null;
}

/** In place of a page whose form came without a session: sign in, and nothing written is lost. */
export function SessionEndedPage({ view, provider, kept }: SessionEndedProps) {
  const { t } = view;
  return (
    <Layout view={view} title={t.kept.endedTitle} failed>
      <h1>{t.kept.endedTitle}</h1>
      <p class="alert" role="alert">
        {kept === null ? t.kept.tooLong : t.kept.ended}
      </p>
      <SignInForm view={view} kept={kept} />
      {provider === null ? null : (
        <p>
          {t.login.or}:{' '}
          <a href="/auth/start" target="_blank" rel="noopener">
            {t.login.withProvider(provider)}
          </a>
        </p>
      )}
      {kept === null ? null : (
        <>
          <div class="panel">
            <p>{t.kept.elsewhere}</p>
            <SendAgain view={view} kept={kept} />
          </div>
          <KeptTexts view={view} kept={kept} />
        </>
      )}
    </Layout>
  );
}

/** After signing in: what was kept, sent on only by the person. */
export function GoOnSendingPage({ view, kept }: { view: View; kept: KeptForm }) {
  const { t } = view;
  return (
    <Layout view={view} title={t.kept.goOnTitle}>
      <h1>{t.kept.goOnTitle}</h1>
      <p class="notice" role="status">
        {t.kept.goOnIntro}
      </p>
      <SendAgain view={view} kept={kept} />
      <KeptTexts view={view} kept={kept} />
      <p>
        <a href={kept.path}>{t.kept.backTo}</a>
      </p>
    </Layout>
  );
}
