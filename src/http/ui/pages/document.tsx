import type { DocumentView, VersionEntry } from '#corpus/index.ts';
import { CorpusNav } from '../components/corpus/corpus-nav.tsx';
import { StaleChip, StandingChip, UseChip } from '../components/corpus/standing-chip.tsx';
import { UploadForm } from '../components/corpus/upload-form.tsx';
import { Fact, MetadataFacts } from '../components/corpus/version-facts.tsx';
import { Layout } from '../components/layout.tsx';
import { formatDay, formatTime } from '../format.ts';
import { may, type View } from '../view.ts';

interface DocumentProps {
  readonly view: View;
  readonly document: DocumentView;
}

/** A document: what is in force today, then what it is, then all its versions. */
export function DocumentPage({ view, document }: DocumentProps) {
  const { t } = view;
  return (
    <Layout view={view} title={document.title}>
      <CorpusNav view={view} />
      <h1 lang={document.language}>{document.title}</h1>
      <Today view={view} document={document} />
      <section id="facts" aria-labelledby="facts-title">
        <h2 id="facts-title">{t.document.facts}</h2>
        <dl class="facts">
          <MetadataFacts view={view} metadata={document} />
          <Fact name={t.document.use}>
            {document.citable ? t.corpus.citable : t.corpus.internal}
          </Fact>
          <Fact name={t.document.key}>
            <code>{document.key}</code>
          </Fact>
        </dl>
      </section>
      <section id="versions" aria-labelledby="versions-title">
        <h2 id="versions-title">{t.document.versions}</h2>
        <Versions view={view} document={document} />
      </section>
      <UploadForm view={view} documentKey={document.key} />
      {may(view, 'audit.read') ? (
        <p>
          <a href={`/audit/entity/document/${document.id}`}>{t.trail.history}</a>
        </p>
      ) : null}
    </Layout>
  );
}

function Today({ view, document }: DocumentProps) {
  const { t } = view;
  const inForce = document.versions.find(({ standing }) => standing.state === 'in_force');
  const draft = document.versions.find(({ status }) => status === 'draft');
  return (
    <section id="today" aria-labelledby="today-title">
      <h2 id="today-title">{t.document.today}</h2>
      {inForce === undefined ? (
        <p class="callout">{t.document.noneToday}</p>
      ) : (
        <p class="summary">
          <a href={`/corpus/versions/${inForce.id}`}>{t.document.read(inForce.version_number)}</a>
          <StandingChip view={view} standing={inForce.standing} />
          <UseChip view={view} citable={document.citable} />
          <StaleChip view={view} recheckBy={inForce.recheck_by} />
        </p>
      )}
      {draft === undefined ? null : (
        <p>
          <a href={`/corpus/versions/${draft.id}`}>{t.document.waiting(draft.version_number)}</a>
        </p>
      )}
    </section>
  );
}

function Versions({ view, document }: DocumentProps) {
  const { t } = view;
  const headings = [
    t.document.version,
    t.document.standing,
    t.document.period,
    t.document.written,
    t.document.approved,
    t.corpus.verified,
  ];
  return (
    <table class="queue versions">
      <caption>{t.document.caption(document.versions.length)}</caption>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {document.versions.map((version, index) => (
          <Version view={view} version={version} isFirst={index === document.versions.length - 1} />
        ))}
      </tbody>
    </table>
  );
}

interface VersionProps {
  readonly view: View;
  readonly version: VersionEntry;
  readonly isFirst: boolean;
}

function Version({ view, version, isFirst }: VersionProps) {
  const { t, locale } = view;
  const { version_number: number } = version;
  return (
    <tr>
      <th scope="row">
        <a href={`/corpus/versions/${version.id}`}>{t.version.name(number)}</a>
        {isFirst ? null : (
          <a class="block" href={`/corpus/versions/${version.id}/diff`}>
            {t.document.compare(number)}
          </a>
        )}
      </th>
      <td data-label={t.document.standing}>
        <span>
          <StandingChip view={view} standing={version.standing} />
          <Ending view={view} version={version} />
        </span>
      </td>
      <td data-label={t.document.period}>{periodOf(view, version)}</td>
      <td data-label={t.document.written}>
        {t.document.by(version.created_by, formatTime(version.created_at, locale))}
      </td>
      <td data-label={t.document.approved}>
        {version.approved_by === null || version.approved_at === null
          ? t.document.nobody
          : t.document.by(version.approved_by, formatTime(version.approved_at, locale))}
      </td>
      <td data-label={t.corpus.verified}>
        <span>
          {version.verified_at === null
            ? t.corpus.neverVerified
            : formatTime(version.verified_at, locale)}
          {version.standing.state === 'in_force' ? (
            <StaleChip view={view} recheckBy={version.recheck_by} />
          ) : null}
        </span>
      </td>
    </tr>
  );
}

/** What took its place, or why it was withdrawn. */
function Ending({ view, version }: { view: View; version: VersionEntry }) {
  const { t } = view;
  return (
    <>
      {version.successor_number === null || version.successor_key === null ? null : (
        <a class="block" href={`/corpus/versions/${version.superseded_by}`}>
          {t.document.successor(version.successor_number, version.successor_key)}
        </a>
      )}
      {version.withdrawal_reason === null ? null : (
        <span class="block">
          {t.document.withdrawal(version.withdrawn_by ?? '', version.withdrawal_reason)}
        </span>
      )}
    </>
  );
}

function periodOf({ t, locale }: View, { valid_from, ends_on }: VersionEntry): string {
  const from = formatDay(valid_from, locale);
  if (ends_on === null) return t.document.from(from);
  return t.document.fromUntil(from, formatDay(ends_on, locale));
}
