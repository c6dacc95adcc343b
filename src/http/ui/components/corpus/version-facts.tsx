import type { Child } from 'hono/jsx';
import type { DocumentView, VersionView } from '#corpus/index.ts';
import { fileNameOf } from '../../../file-name.ts';
import { formatBytes, formatDay, formatLanguage, formatList, formatTime } from '../../format.ts';
import { lookUp } from '../../problem.ts';
import type { View } from '../../view.ts';

interface FactsProps {
  readonly view: View;
  readonly version: VersionView;
  readonly document: DocumentView;
}

/** What a version says of itself, where it comes from, and who wrote and approved it. */
export function VersionFacts({ view, version, document }: FactsProps) {
  const { t, locale } = view;
  const { metadata } = version;
  const entry = document.versions.find(({ id }) => id === version.id);
  const day = (date: string | null): string =>
    date === null ? t.corpus.none : formatDay(date, locale);
  return (
    <section id="facts" aria-labelledby="facts-title">
      <h2 id="facts-title">{t.version.facts}</h2>
      <dl class="facts">
        <MetadataFacts view={view} metadata={metadata} />
        <Fact name={t.version.issuedOn}>{day(version.issued_on)}</Fact>
        <Fact name={t.version.validFrom}>{day(version.valid_from)}</Fact>
        <Fact name={t.version.validTo}>
          {version.valid_to === null ? t.version.openEnd : day(version.valid_to)}
        </Fact>
        {version.ends_on === null || version.ends_on === version.valid_to ? null : (
          <Fact name={t.version.endsOn}>{day(version.ends_on)}</Fact>
        )}
        {version.withdrawal_reason === null ? null : (
          <Fact name={t.version.withdrawn}>{version.withdrawal_reason}</Fact>
        )}
        {version.supersedes.length === 0 ? null : (
          <Fact name={t.version.supersedes}>{version.supersedes.join(', ')}</Fact>
        )}
        {entry?.successor_key == null ? null : (
          <Fact name={t.version.successor}>
            <a href={`/corpus/versions/${version.superseded_by}`}>
              {t.document.successor(entry.successor_number ?? 0, entry.successor_key)}
            </a>
          </Fact>
        )}
        <Fact name={t.version.verifiedAt}>
          {version.verified_at === null
            ? t.corpus.neverVerified
            : formatTime(version.verified_at, locale)}
        </Fact>
        {version.recheck_by === null ? null : (
          <Fact name={t.version.recheckBy}>{day(version.recheck_by)}</Fact>
        )}
        <Fact name={t.version.written}>
          {formatList(
            version.contributors.map(({ name }) => name),
            locale,
          )}
        </Fact>
        {entry?.approved_by == null || entry.approved_at === null ? null : (
          <Fact name={t.version.approved}>
            {t.document.by(entry.approved_by, formatTime(entry.approved_at, locale))}
          </Fact>
        )}
        <Origin view={view} version={version} />
      </dl>
    </section>
  );
}

/** Facts that a document and its versions share. */
export function MetadataFacts({
  view,
  metadata,
}: {
  view: View;
  metadata: VersionView['metadata'];
}) {
  const { t, locale } = view;
  return (
    <>
      <Fact name={t.document.number}>{metadata.number ?? t.corpus.noNumber}</Fact>
      <Fact name={t.document.issuer}>
        {metadata.issuer === null ? (
          t.corpus.none
        ) : (
          <span lang={metadata.language}>{metadata.issuer}</span>
        )}
      </Fact>
      <Fact name={t.document.kind}>
        {lookUp<string>(t.documentKinds, metadata.kind) ?? metadata.kind}
      </Fact>
      <Fact name={t.document.language}>{formatLanguage(metadata.language, locale)}</Fact>
      <Fact name={t.document.pillar}>
        {metadata.pillar === null ? t.corpus.none : t.pillars[metadata.pillar]}
      </Fact>
      <Fact name={t.document.topics}>
        {metadata.topics.length === 0 ? t.corpus.none : metadata.topics.join(', ')}
      </Fact>
    </>
  );
}

function Origin({ view, version }: { view: View; version: VersionView }) {
  const { t, locale } = view;
  return (
    <>
      {version.source_url === null ? null : (
        <Fact name={t.version.sourceUrl}>
          <a href={version.source_url} rel="noreferrer" class="break">
            {version.source_url}
          </a>
        </Fact>
      )}
      <Fact name={t.version.original}>
        {version.byte_length === null ? (
          t.version.noOriginal
        ) : (
          <a href={`/v1/corpus/versions/${version.id}/source`} class="break">
            {t.version.download(
              fileNameOf(version.source_name),
              formatBytes(version.byte_length, locale),
            )}
          </a>
        )}
      </Fact>
      <Fact name={t.version.hash}>
        <code>{version.content_sha256}</code>
      </Fact>
    </>
  );
}

export function Fact({ name, children }: { name: string; children?: Child }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
