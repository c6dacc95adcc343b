import type { OriginalView, VersionView } from '#corpus/index.ts';
import { fileNameOf } from '../../file-name.ts';
import { CorpusNav } from '../components/corpus/corpus-nav.tsx';
import { QuotedText } from '../components/corpus/quoted-text.tsx';
import { placeWords } from '../components/corpus/source-place.tsx';
import { StandingChip } from '../components/corpus/standing-chip.tsx';
import { Layout } from '../components/layout.tsx';
import { formatBytes } from '../format.ts';
import { type QuoteSpan, quoteHref } from '../version-place.ts';
import type { View } from '../view.ts';

interface OriginalProps {
  readonly view: View;
  readonly version: VersionView;
  readonly original: OriginalView;
  /** The span the address names, in the canonical text. */
  readonly quote: QuoteSpan | null;
}

/** Where a quote stands in the file its version came from. */
export function OriginalPage({ view, version, original, quote }: OriginalProps) {
  const { t } = view;
  const { title, language } = version.metadata;
  const place =
    quote === null
      ? null
      : placeWords({ view, places: version.source_places, start: quote.from, end: quote.to });
  return (
    <Layout view={view} title={t.original.title(title)} styles={['corpus']}>
      <CorpusNav view={view} />
      <h1>
        {t.version.original}: <span lang={language}>{title}</span>
      </h1>
      <p class="summary">
        <strong>{t.version.name(version.version_number)}</strong>
        <StandingChip view={view} standing={version.standing} />
      </p>
      <p class="actions">
        <a href={quote === null ? `/corpus/versions/${version.id}` : quoteHref(version.id, quote)}>
          {t.original.toVersion}
        </a>
        {original.quote === null ? null : (
          <a href="#quote" data-key="q">
            {t.original.toQuote}
          </a>
        )}
        <Download view={view} version={version} page={original.page} />
      </p>
      {place === null ? null : <p>{t.version.inOriginal(place)}</p>}
      <p class={quote !== null && original.quote === null ? 'callout' : 'muted'}>
        {explanation(view, version, original, quote)}
      </p>
      <section aria-labelledby="original-title">
        <h2 id="original-title">{headingOf(view, version, original)}</h2>
        {original.cutBefore ? <p class="muted">{t.original.cutBefore}</p> : null}
        <div class="original-text" lang={language}>
          {original.quote === null ? (
            original.text
          ) : (
            <QuotedText text={original.text} start={0} quote={original.quote} />
          )}
        </div>
        {original.cutAfter ? <p class="muted">{t.original.cutAfter}</p> : null}
      </section>
    </Layout>
  );
}

/** A version without its file has no original to name. */
function headingOf({ t }: View, version: VersionView, { page }: OriginalView): string {
  if (page !== null) return t.original.page(page);
  return version.byte_length === null ? t.version.text : t.original.text;
}

function explanation(
  { t }: View,
  version: VersionView,
  original: OriginalView,
  quote: QuoteSpan | null,
): string {
  if (version.byte_length === null) return t.original.noFile;
  if (quote === null) return t.original.noQuote;
  if (original.quote === null) return t.original.lost;
  return original.shown === 'file' ? t.original.file : t.original.read;
}

/** The file itself; a reader of PDF opens it at the page. */
function Download(props: { view: View; version: VersionView; page: number | null }) {
  const { view, version, page } = props;
  const { t, locale } = view;
  if (version.byte_length === null) return null;
  const name = fileNameOf(version.source_name);
  const size = formatBytes(version.byte_length, locale);
  return (
    <a
      href={`/v1/corpus/versions/${version.id}/source${page === null ? '' : `#page=${page}`}`}
      class="break"
    >
      {page === null ? t.original.download(name, size) : t.original.downloadPage(name, size, page)}
    </a>
  );
}
