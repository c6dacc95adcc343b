import type { BundleVerdict } from '#review/index.ts';
import { AuditTabs } from '../../components/audit/audit-tabs.tsx';
import { Layout } from '../../components/layout.tsx';
import { formatList, formatTime } from '../../format.ts';
import type { View } from '../../view.ts';

interface BundleVerdictPageProps {
  readonly view: View;
  readonly fileName: string;
  readonly verdict: BundleVerdict;
  /** Id of this installation's key. */
  readonly ownKey: string;
}

/** What the checks of a bundle found, check by check. */
export function BundleVerdictPage({ view, fileName, verdict, ownKey }: BundleVerdictPageProps) {
  const t = view.t.bundlePages;
  const { bundle } = verdict;
  const claim = bundle?.post.claims.find(({ id }) => id === bundle.draft.claim_id);
  return (
    <Layout view={view} title={t.result} styles={['audit']}>
      <h1>{t.result}</h1>
      <AuditTabs view={view} current="" />
      <p class={verdict.ok ? 'notice' : 'alert'} role="status">
        <strong>{verdict.ok ? t.good : t.bad}</strong>
      </p>
      <dl class="facts">
        <dt>{t.fileName}</dt>
        <dd class="break">{fileName}</dd>
        {bundle === null ? null : (
          <>
            <dt>{t.keyOf}</dt>
            <dd class="break">
              <code>{bundle.key.id}</code>: {bundle.key.id === ownKey ? t.ownKey : t.otherKey}
              {verdict.keyKnown === true ? `, ${t.namedKey}` : ''}
            </dd>
            <dt>{t.madeAt}</dt>
            <dd>{formatTime(new Date(bundle.made_at), view.locale)}</dd>
            <dt>{t.post}</dt>
            <dd lang={bundle.draft.language}>{claim?.text ?? ''}</dd>
            <dt>{t.reviewers}</dt>
            <dd>
              {formatList(
                bundle.reviews.map(({ reviewer }) => reviewer.name),
                view.locale,
              )}
            </dd>
          </>
        )}
      </dl>
      <section aria-labelledby="checks">
        <h2 id="checks">{t.check}</h2>
        <ul class="checks">
          {verdict.checks.map(({ name, problems }) => (
            <li>
              <span class={problems.length === 0 ? 'chip good' : 'chip bad'}>
                {problems.length === 0 ? `✓ ${t.passed}` : `✗ ${t.notPassed}`}
              </span>{' '}
              {t.checks[name]}
              {problems.length === 0 ? null : (
                <ul lang="en">
                  {problems.slice(0, 20).map((problem) => (
                    <li class="break">{problem.slice(0, 500)}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
        <p>
          <a href="/audit/bundles">{t.again}</a>
        </p>
      </section>
    </Layout>
  );
}
