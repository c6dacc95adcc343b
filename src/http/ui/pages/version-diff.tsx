import type { DocumentView, VersionDiff, VersionView } from '#corpus/index.ts';
import { CorpusNav } from '../components/corpus/corpus-nav.tsx';
import {
  type Change,
  PassageChange,
  UnchangedPassages,
} from '../components/corpus/passage-change.tsx';
import { standingName } from '../components/corpus/standing-chip.tsx';
import { SelectField } from '../components/fields.tsx';
import { Layout } from '../components/layout.tsx';
import type { View } from '../view.ts';

interface VersionDiffProps {
  readonly view: View;
  readonly version: VersionView;
  readonly document: DocumentView;
  /** The version it is held against, and what differs; null where there is none. */
  readonly compared: { readonly before: VersionView; readonly diff: VersionDiff } | null;
}

export function VersionDiffPage({ view, version, document, compared }: VersionDiffProps) {
  const { t } = view;
  const title = compared === null ? t.version.compare : titleOf(view, version, compared.before);
  return (
    <Layout view={view} title={`${title}: ${version.metadata.title}`}>
      <CorpusNav view={view} />
      <h1>{title}</h1>
      <p lang={version.metadata.language}>{version.metadata.title}</p>
      <nav class="contents" aria-label={t.version.contents}>
        <a href={`/corpus/versions/${version.id}`}>
          {t.versionDiff.toVersion(version.version_number)}
        </a>
        <a href={`/corpus/${version.document_id}`}>{t.version.toDocument}</a>
      </nav>
      <Against view={view} version={version} document={document} compared={compared} />
      {compared === null ? (
        <p class="callout">{t.versionDiff.first}</p>
      ) : (
        <Differences view={view} diff={compared.diff} language={version.metadata.language} />
      )}
    </Layout>
  );
}

function titleOf({ t }: View, version: VersionView, before: VersionView): string {
  return before.document_id === version.document_id
    ? t.versionDiff.title(before.version_number, version.version_number)
    : t.versionDiff.titleOther(before.metadata.title, version.version_number);
}

/** Any other version of the document can be chosen. */
function Against({ view, version, document, compared }: VersionDiffProps) {
  const { t } = view;
  const others = document.versions.filter(({ id }) => id !== version.id);
  if (others.length < 2) return null;
  return (
    <form method="get" action={`/corpus/versions/${version.id}/diff`} class="inline">
      <SelectField
        id="against"
        name="against"
        label={t.versionDiff.against}
        choices={others.map(({ id, version_number, standing }) => ({
          value: id,
          label: t.versionDiff.choice(version_number, standingName(view, standing)),
        }))}
        selected={compared?.before.id ?? ''}
      />
      <button type="submit">{t.versionDiff.button}</button>
    </form>
  );
}

function Differences(props: { view: View; diff: VersionDiff; language: string }) {
  const { view, diff, language } = props;
  const { t } = view;
  const { unchanged, ...changed } = diff.counts;
  const isSame = Object.values(changed).every((count) => count === 0);
  let number = 0;
  return (
    <>
      <section aria-labelledby="counts-title">
        <h2 id="counts-title">{t.versionDiff.counts}</h2>
        <dl class="counts">
          {(['reworded', 'added', 'removed', 'moved', 'unchanged'] as const).map((kind) => (
            <div>
              <dt>{t.versionDiff.kinds[kind]}</dt>
              <dd>{kind === 'unchanged' ? unchanged : changed[kind]}</dd>
            </div>
          ))}
        </dl>
        {isSame ? <p>{t.versionDiff.same}</p> : null}
      </section>
      <section id="changes" aria-labelledby="changes-title">
        <h2 id="changes-title">{t.versionDiff.changes}</h2>
        {isSame ? null : <p class="muted">{t.versionDiff.legend}</p>}
        {runsOf(diff.changes).map((run) => {
          const [first] = run;
          if (first === undefined || first.kind === 'unchanged') {
            return <UnchangedPassages view={view} changes={run} language={language} />;
          }
          number += 1;
          return (
            <PassageChange
              view={view}
              diff={diff}
              change={first}
              number={number}
              language={language}
            />
          );
        })}
      </section>
    </>
  );
}

/** Unchanged neighbours together, every other change alone. */
function runsOf(changes: readonly Change[]): Change[][] {
  const runs: Change[][] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (change.kind === 'unchanged' && last?.[0]?.kind === 'unchanged') last.push(change);
    else runs.push([change]);
  }
  return runs;
}
