import type { Page } from '#db/pagination.ts';
import type { ImportEntry, ImportView } from '#posts/index.ts';
import { IntakeNav } from '../components/intake-nav.tsx';
import { RefusalTable } from '../components/intake-refusals.tsx';
import { Layout } from '../components/layout.tsx';
import { formatNumber, formatTime } from '../format.ts';
import { type Feedback, may, type View } from '../view.ts';

const refusalsShown = 20;

interface ImportProps {
  readonly view: View;
  readonly found: ImportView;
  readonly feedback: Feedback;
}

/** How far an import is, and what became of it. */
export function ImportPage({ view, found, feedback }: ImportProps) {
  const { t } = view;
  const words = t.importPage;
  return (
    <Layout view={view} title={words.title} styles={['intake']} scripts={['intake']}>
      <h1>{words.title}</h1>
      <IntakeNav view={view} />
      <Notice view={view} feedback={feedback} />
      <Progress view={view} found={found} />
      <Result view={view} found={found} />
      <Facts view={view} found={found} />
      <p class="actions">
        {may(view, 'posts.submit') ? <a href="/submit/file">{words.another}</a> : null}
        {may(view, 'posts.read') ? <a href="/triage">{words.triage}</a> : null}
      </p>
    </Layout>
  );
}

function Notice({ view, feedback }: Pick<ImportProps, 'view' | 'feedback'>) {
  const { started, resumed } = view.t.importPage;
  const known: Readonly<Record<string, string>> = { started, resumed };
  const text = known[feedback.notice ?? ''];
  return text === undefined ? null : (
    <p class="notice" role="status">
      {text}
    </p>
  );
}

function Progress({ view, found }: Omit<ImportProps, 'feedback'>) {
  const { locale } = view;
  const words = view.t.importPage;
  const through = found.stored + found.duplicates + found.repeated;
  const stages = [
    ['stored', through, found.rows - found.refused],
    // More posts come while rows are being stored.
    ['analysed', found.analysed, Math.max(found.posts, found.analysed)],
    ['drafted', found.drafted, found.posts],
  ] as const;
  const done = found.state === 'STORED' && found.analysed === found.posts;
  return (
    <section
      id="import-progress"
      data-live="imports"
      data-working={done ? undefined : 'true'}
      aria-labelledby="progress-title"
    >
      <h2 id="progress-title">{words.progress}</h2>
      <dl class="stages">
        {stages.map(([name, count, total]) => (
          <div>
            <dt id={`stage-${name}`}>{words.stages[name]}</dt>
            <dd>
              <progress max={Math.max(total, 1)} value={count} aria-labelledby={`stage-${name}`} />{' '}
              <span>{words.of(formatNumber(count, locale), formatNumber(total, locale))}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="muted">{words.draftedHint}</p>
      {done ? (
        <p>
          <strong>{words.done}</strong>
        </p>
      ) : (
        <p>
          {words.working} <a href={`/imports/${found.id}`}>{words.reload}</a>
        </p>
      )}
    </section>
  );
}

function Result({ view, found }: Omit<ImportProps, 'feedback'>) {
  const { locale } = view;
  const words = view.t.importPage;
  const { counts } = view.t.intake;
  const numbers = [
    [counts.fresh, found.stored],
    [counts.duplicates, found.duplicates],
    [counts.repeated, found.repeated],
    [counts.refused, found.refused],
  ] as const;
  return (
    <section id="import-result" data-live="imports" aria-labelledby="result-title">
      <h2 id="result-title">{words.result}</h2>
      <dl class="counts">
        {numbers.map(([label, count]) => (
          <div>
            <dt>{label}</dt>
            <dd>{formatNumber(count, locale)}</dd>
          </div>
        ))}
      </dl>
      {found.refusals.length === 0 ? null : (
        <>
          <h3>{view.t.intake.refusals}</h3>
          <p>
            <a href={`/imports/${found.id}/errors.csv`}>{words.download}</a>{' '}
            <span class="muted">{words.downloadHint}</span>
          </p>
          <RefusalTable view={view} refusals={found.refusals} most={refusalsShown} />
        </>
      )}
    </section>
  );
}

function Facts({ view, found }: Omit<ImportProps, 'feedback'>) {
  const { locale } = view;
  const words = view.t.importPage;
  const facts = [
    [words.fileName, found.fileName],
    [words.by, found.by],
    [words.at, formatTime(found.createdAt, locale)],
    ...(found.finishedAt === null
      ? []
      : [[words.finishedAt, formatTime(found.finishedAt, locale)] as const]),
    [words.rows, formatNumber(found.rows, locale)],
    [words.sha256, found.fileSha256],
  ] as const;
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{words.facts}</h2>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd class="break">{value}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

interface ImportsProps {
  readonly view: View;
  readonly page: Page<ImportEntry>;
}

export function ImportsPage({ view, page }: ImportsProps) {
  const words = view.t.importPage;
  return (
    <Layout view={view} title={words.listTitle} styles={['intake']}>
      <h1>{words.listTitle}</h1>
      <IntakeNav view={view} />
      <p class="lead">{words.listIntro}</p>
      {page.items.length === 0 ? (
        <div class="empty">
          <p>{words.empty}</p>
          {may(view, 'posts.submit') ? (
            <p>
              <a href="/submit/file">{words.emptyHint}</a>
            </p>
          ) : null}
        </div>
      ) : (
        <ImportTable view={view} items={page.items} />
      )}
      <Pages view={view} next={page.nextCursor} />
    </Layout>
  );
}

function ImportTable({ view, items }: { view: View; items: readonly ImportEntry[] }) {
  const { t, locale } = view;
  const words = t.importPage;
  const { counts } = t.intake;
  const headings = [
    [words.fileName],
    [words.by],
    [words.at],
    [words.state],
    [words.rows, 'number'],
    [counts.fresh, 'number'],
    [counts.duplicates, 'number'],
    [counts.repeated, 'number'],
    [counts.refused, 'number'],
  ];
  return (
    <table class="queue imports" id="imports" data-live="imports">
      <caption>{words.listCaption(items.length)}</caption>
      <thead>
        <tr>
          {headings.map(([heading, kind]) => (
            <th scope="col" class={kind}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr data-row>
            <th scope="row" class="break">
              <a href={`/imports/${one.id}`}>{one.fileName}</a>
            </th>
            <td data-label={words.by}>{one.by}</td>
            <td class="when" data-label={words.at}>
              {formatTime(one.createdAt, locale)}
            </td>
            <td data-label={words.state}>
              <span class={`chip import-${one.state}`}>{words.states[one.state]}</span>
            </td>
            {(
              [
                [words.rows, one.rows],
                [counts.fresh, one.stored],
                [counts.duplicates, one.duplicates],
                [counts.repeated, one.repeated],
                [counts.refused, one.refused],
              ] as const
            ).map(([label, count]) => (
              <td data-label={label} class="number">
                {formatNumber(count, locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pages({ view, next }: { view: View; next: string | null }) {
  const words = view.t.importPage;
  const later = new URL(view.path, 'http://page').searchParams.has('cursor');
  if (!later && next === null) return null;
  return (
    <nav class="pages" aria-label={words.pages}>
      {later ? <a href="/imports">{words.first}</a> : null}
      {next === null ? null : (
        <a href={`/imports?cursor=${encodeURIComponent(next)}`} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  );
}
