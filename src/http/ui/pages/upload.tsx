import type { ImportOutcome, ImportResult } from '#corpus/index.ts';
import type { AppError } from '#platform/errors.ts';
import { CorpusNav } from '../components/corpus/corpus-nav.tsx';
import { UploadFields } from '../components/corpus/upload-form.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import { optionalText } from '../forms.ts';
import type { Feedback, View } from '../view.ts';

/** What became of a file; warnings and faults of rows are in the words of whoever read it. */
export interface UploadResult {
  readonly fileName: string;
  readonly outcomes: readonly ImportOutcome[];
  readonly warnings: readonly string[];
  readonly errors: ReadonlyArray<{ readonly source: string; readonly error: AppError }>;
}

interface UploadPageProps {
  readonly view: View;
  readonly result: UploadResult | null;
  readonly feedback: Feedback;
}

/** More faults than this are counted, not listed. */
const mostListed = 100;

export function UploadPage({ view, result, feedback }: UploadPageProps) {
  const { t } = view;
  const { typed } = feedback;
  const key = typed === undefined ? null : optionalText(typed, 'key');
  const asked = key === null ? t.upload.title : t.upload.titleNext;
  const title = result === null ? asked : t.upload.result;
  return (
    <Layout view={view} title={title} failed={feedback.problem !== undefined}>
      <h1>{title}</h1>
      <CorpusNav view={view} />
      <ProblemAlert view={view} problem={feedback.problem} />
      {result === null ? (
        <UploadFields view={view} {...(key === null ? {} : { documentKey: key })} />
      ) : (
        <Result view={view} result={result} />
      )}
    </Layout>
  );
}

function Result({ view, result }: { view: View; result: UploadResult }) {
  const { t } = view;
  const imported = result.outcomes.flatMap((one) => one.result ?? []);
  const stored = imported.filter(({ versionId }) => versionId !== null).length;
  const refused = result.outcomes.flatMap(({ item, error }) =>
    error === null ? [] : [{ source: item.sourceName, error }],
  );
  return (
    <>
      <p class="break">
        <strong>{result.fileName}</strong>
      </p>
      <p class="notice" role="status">
        {stored === 0 ? t.upload.nothingStored : t.upload.stored(stored)}
      </p>
      <Sentences title={t.upload.warnings} id="warnings" sentences={result.warnings} />
      <Sentences
        title={t.upload.errors}
        id="errors"
        sentences={[...result.errors, ...refused].map(({ source, error }) =>
          [`${source}: ${error.message}`, error.remedy].filter((part) => part !== null).join(' → '),
        )}
      />
      {imported.length === 0 ? null : <Imported view={view} imported={imported} />}
      <p>
        <a href="/corpus">{t.upload.back}</a>
      </p>
    </>
  );
}

function Sentences(props: { title: string; id: string; sentences: readonly string[] }) {
  const { title, id, sentences } = props;
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title} ({sentences.length})
      </h2>
      <ul lang="en">
        {sentences.slice(0, mostListed).map((sentence) => (
          <li class="break">{sentence}</li>
        ))}
        {sentences.length > mostListed ? <li>…</li> : null}
      </ul>
    </section>
  );
}

function Imported({ view, imported }: { view: View; imported: readonly ImportResult[] }) {
  const { t } = view;
  return (
    <table class="queue">
      <caption>{t.upload.resultCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.upload.key}</th>
          <th scope="col">{t.upload.change}</th>
          <th scope="col" class="number">
            {t.upload.passages}
          </th>
        </tr>
      </thead>
      <tbody>
        {imported.map(({ key, change, versionId, passages }) => (
          <tr>
            <th scope="row" class="break">
              {versionId === null ? (
                key
              ) : (
                <a href={`/corpus/versions/${versionId}?notice=imported`}>
                  {t.upload.openDraft(key)}
                </a>
              )}
            </th>
            <td data-label={t.upload.change}>{t.upload.changes[change]}</td>
            <td data-label={t.upload.passages} class="number">
              {passages}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
