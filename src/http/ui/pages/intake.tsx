import type { ImportForecast, PostFile, Refusal } from '#posts/index.ts';
import { ProblemAlert } from '../components/feedback.tsx';
import { type ChosenColumns, columnName, MappingFields } from '../components/intake-mapping.tsx';
import { IntakeNav } from '../components/intake-nav.tsx';
import { type PreviewRow, PreviewTable } from '../components/intake-preview.tsx';
import { RefusalTable } from '../components/intake-refusals.tsx';
import { Layout } from '../components/layout.tsx';
import { TextField } from '../components/text-field.tsx';
import { formatBytes, formatNumber } from '../format.ts';
import { textOf } from '../forms.ts';
import type { Feedback, View } from '../view.ts';

/** What one file may hold to be imported through a page: measured, not guessed (see `routes/intake.tsx`). */
export const maxFileBytes = 5_000_000;
export const maxFileRows = 10_000;
const refusalsShown = 100;

/** A file that came with the form: it goes back and forth with the page, and nothing keeps it. */
export interface OpenFile {
  readonly name: string;
  readonly text: string;
  readonly file: PostFile;
  readonly chosen: ChosenColumns;
  readonly preview: readonly PreviewRow[];
  /** After a check. */
  readonly forecast: {
    readonly counts: ImportForecast;
    readonly refusals: readonly Refusal[];
  } | null;
}

interface IntakeProps {
  readonly view: View;
  readonly feedback: Feedback;
  readonly open: OpenFile | null;
}

export function IntakePage({ view, feedback, open }: IntakeProps) {
  const words = view.t.intake;
  const step = open === null ? 'choose' : open.forecast === null ? 'map' : 'check';
  return (
    <Layout
      view={view}
      title={`${words.fileTitle}: ${words.stepNames[step]}`}
      failed={feedback.problem !== undefined}
      styles={['intake']}
      scripts={['intake']}
    >
      <h1>{words.fileTitle}</h1>
      <IntakeNav view={view} />
      <ol class="steps" aria-label={words.steps}>
        {(['choose', 'map', 'check', 'store'] as const).map((name) => (
          <li aria-current={name === step ? 'step' : undefined}>{words.stepNames[name]}</li>
        ))}
      </ol>
      <ProblemAlert view={view} problem={feedback.problem} />
      {open === null ? (
        <ChooseFile view={view} typed={feedback.typed} />
      ) : (
        <MapFile view={view} open={open} typed={feedback.typed} />
      )}
    </Layout>
  );
}

function ChooseFile({ view, typed }: { view: View; typed: FormData | undefined }) {
  const { locale } = view;
  const words = view.t.intake;
  const size = formatBytes(maxFileBytes, locale);
  return (
    <>
      <p class="lead">{words.fileIntro}</p>
      <form
        method="post"
        action="/submit/file"
        enctype="multipart/form-data"
        id="import"
        class="panel"
        data-busy="import-busy"
      >
        <div class="field">
          <label for="file">{words.choose}</label>
          <input
            id="file"
            name="file"
            type="file"
            required
            accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json"
            aria-describedby="file-hint"
            data-key="i"
            data-max-bytes={maxFileBytes}
            data-too-large={words.tooLarge(size)}
          />
          <p class="muted" id="file-hint">
            {words.chooseHint(size, formatNumber(maxFileRows, locale))}
          </p>
        </div>
        <TextField
          id="platform"
          name="platform"
          label={words.platform}
          hint={view.t.submit.platformHint}
          value={textOf(typed, 'platform')}
        />
        <button type="submit" class="primary" name="step" value="read">
          {words.read}
        </button>
        <Busy view={view} />
      </form>
      <details>
        <summary>{words.example}</summary>
        <pre class="example">{words.exampleText}</pre>
        <p class="muted">{words.exampleHint}</p>
      </details>
    </>
  );
}

/** Shown by the script while the answer is awaited. */
function Busy({ view }: { view: View }) {
  return <p class="muted" id="import-busy" role="status" data-text={view.t.intake.busy} />;
}

function MapFile({
  view,
  open,
  typed,
}: {
  view: View;
  open: OpenFile;
  typed: FormData | undefined;
}) {
  const words = view.t.intake;
  const { forecast, file } = open;
  return (
    <form
      method="post"
      action="/submit/file"
      enctype="multipart/form-data"
      id="import"
      data-busy="import-busy"
    >
      <input type="hidden" name="name" value={open.name} />
      <input type="hidden" name="content" value={open.text} />
      {forecast === null ? null : <Forecast view={view} open={open} forecast={forecast} />}
      <section aria-labelledby="mapping-title">
        <h2 id="mapping-title">{words.mapping}</h2>
        <p class="break">
          <strong>{open.name}</strong>{' '}
          {words.summary(
            formatNumber(file.rows.length + file.refusals.length, view.locale),
            formatNumber(file.columns.length, view.locale),
          )}
        </p>
        <Unread view={view} open={open} />
        <p class="muted">
          {words.mappingHint} {words.fieldHint}
        </p>
        <MappingFields
          view={view}
          columns={file.columns}
          chosen={open.chosen}
          platform={textOf(typed, 'platform')}
        />
        <p class="buttons">
          {forecast === null ? (
            <>
              <button type="submit" class="primary" name="step" value="check" data-key="c">
                {words.check}
              </button>
              <button type="submit" name="step" value="preview">
                {words.showMapping}
              </button>
            </>
          ) : (
            <button type="submit" name="step" value="preview">
              {words.showMapping}
            </button>
          )}
          <a href="/submit/file">{words.otherFile}</a>
        </p>
        {forecast === null ? <Busy view={view} /> : null}
      </section>
      {open.preview.length === 0 ? (
        <p class="callout">{words.noFirstRows}</p>
      ) : (
        <PreviewTable view={view} rows={open.preview} />
      )}
    </form>
  );
}

/** Columns that are left out, by name alone. */
function Unread({ view, open }: { view: View; open: OpenFile }) {
  const words = view.t.intake;
  const { columns } = open.file;
  const chosen = Object.values(open.chosen);
  const indexes = columns.map((_, index) => index).filter((index) => !chosen.includes(index));
  const names = (author: boolean) => indexes.filter((index) => columns[index]?.author === author);
  return (
    <>
      {[
        [words.neverRead, names(true), 'chip never'],
        [words.notUsed, names(false), 'chip'],
      ].map(([label, found, kind]) =>
        (found as number[]).length === 0 ? null : (
          <p>
            {label as string}{' '}
            <span class="chips">
              {(found as number[]).map((index) => (
                <span class={kind as string}>{columnName(view, columns, index)}</span>
              ))}
            </span>
          </p>
        ),
      )}
    </>
  );
}

interface ForecastProps {
  readonly view: View;
  readonly open: OpenFile;
  readonly forecast: NonNullable<OpenFile['forecast']>;
}

function Forecast({ view, forecast: { counts, refusals } }: ForecastProps) {
  const words = view.t.intake;
  const importable = counts.fresh + counts.duplicates;
  return (
    <section aria-labelledby="checked-title">
      <h2 id="checked-title">{words.checked}</h2>
      <p class="notice" role="status">
        {words.checkedNothingStored}
      </p>
      <dl class="counts forecast">
        {(['fresh', 'duplicates', 'repeated', 'refused'] as const).map((name) => (
          <div>
            <dt>{words.counts[name]}</dt>
            <dd>{formatNumber(counts[name], view.locale)}</dd>
            {name === 'fresh' || counts[name] === 0 ? null : (
              <dd class="muted">{words.countsHint[name]}</dd>
            )}
          </div>
        ))}
      </dl>
      {importable === 0 ? (
        <p class="callout">{words.nothingToStore}</p>
      ) : (
        <>
          <p class="buttons">
            <button
              type="submit"
              class="primary"
              name="step"
              value="import"
              data-key="c"
              data-key-focus
            >
              {words.store(formatNumber(importable, view.locale))}
            </button>
          </p>
          {counts.refused === 0 ? null : <p class="muted">{words.storeHint}</p>}
        </>
      )}
      <Busy view={view} />
      {refusals.length === 0 ? null : (
        <details open={refusals.length <= 10}>
          <summary>
            {words.refusals} ({formatNumber(refusals.length, view.locale)})
          </summary>
          <RefusalTable view={view} refusals={refusals} most={refusalsShown} />
        </details>
      )}
    </section>
  );
}
