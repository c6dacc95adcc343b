import type { DocumentView, VersionView } from '#corpus/index.ts';
import { CorpusNav } from '../components/corpus/corpus-nav.tsx';
import { PassageList } from '../components/corpus/passage-list.tsx';
import { QuotePlace, ValidityLine } from '../components/corpus/quote-place.tsx';
import { ProposalTable } from '../components/corpus/proposal-table.tsx';
import { StaleChip, StandingChip, UseChip } from '../components/corpus/standing-chip.tsx';
import { VersionDecisions } from '../components/corpus/version-decisions.tsx';
import { VersionEditForm } from '../components/corpus/version-edit-form.tsx';
import { VersionFacts } from '../components/corpus/version-facts.tsx';
import { NoticeLine, ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import type { QuoteSpan } from '../version-place.ts';
import { type Feedback, may, type View } from '../view.ts';

interface VersionPageProps {
  readonly view: View;
  readonly version: VersionView;
  readonly document: DocumentView;
  /** The span the address names as quoted. */
  readonly quote: QuoteSpan | null;
  readonly feedback: Feedback;
}

const notices = [
  'imported',
  'versionEdited',
  'accepted',
  'approved',
  'discarded',
  'withdrawn',
  'verified',
];

export function VersionPage({ view, version, document, quote, feedback }: VersionPageProps) {
  const { t } = view;
  const { metadata } = version;
  const isFirst = document.versions.at(-1)?.id === version.id;
  return (
    <Layout
      view={view}
      title={t.version.title(version.version_number, metadata.title)}
      failed={feedback.problem !== undefined}
      styles={['corpus']}
    >
      <CorpusNav view={view} />
      <h1 lang={metadata.language}>{metadata.title}</h1>
      <ProblemAlert view={view} problem={feedback.problem} />
      <NoticeLine view={view} feedback={feedback} names={notices} />
      <p class="summary">
        <strong>{t.version.name(version.version_number)}</strong>
        <StandingChip view={view} standing={version.standing} />
        <UseChip view={view} citable={metadata.citable} />
        {version.standing.state === 'in_force' ? (
          <StaleChip view={view} recheckBy={version.recheck_by} />
        ) : null}
        {version.status === 'draft' ? <span>{t.version.revision(version.revision)}</span> : null}
      </p>
      <ValidityLine view={view} version={version} document={document} />
      <QuotePlace view={view} version={version} quote={quote} />
      <nav class="contents" aria-label={t.version.contents}>
        <a href={`/corpus/${version.document_id}`}>{t.version.toDocument}</a>
        {isFirst && version.supersedes.length === 0 ? null : (
          <a href={`/corpus/versions/${version.id}/diff`} data-key="d">
            {t.version.compare}
          </a>
        )}
        <a href={`/corpus/versions/${version.id}/original`}>{t.version.original}</a>
        <a href="#text">{t.version.text}</a>
        {may(view, 'audit.read') ? (
          <a href={`/audit/entity/document_version/${version.id}`}>{t.trail.history}</a>
        ) : null}
      </nav>
      <VersionFacts view={view} version={version} document={document} />
      <ProposalTable view={view} version={version} />
      <VersionEditForm view={view} version={version} feedback={feedback} />
      <VersionDecisions view={view} version={version} feedback={feedback} />
      <PassageList view={view} version={version} quote={quote} />
    </Layout>
  );
}
