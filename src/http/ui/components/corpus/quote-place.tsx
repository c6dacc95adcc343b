import type { DocumentView, VersionView } from '#corpus/index.ts';
import { sliceCodePoints } from '#language/code-points.ts';
import { formatDay, formatTime } from '../../format.ts';
import type { QuoteSpan } from '../../version-place.ts';
import type { View } from '../../view.ts';
import { placeWords } from './source-place.tsx';

interface VersionProps {
  readonly view: View;
  readonly version: VersionView;
  readonly document: DocumentView;
}

/** From when to when it holds and who approved it: what a reader of a quote asks first. */
export function ValidityLine({ view, version, document }: VersionProps) {
  const { t, locale } = view;
  const entry = document.versions.find(({ id }) => id === version.id);
  const from = formatDay(version.valid_from, locale);
  return (
    <p class="muted validity">
      {version.ends_on === null
        ? t.document.from(from)
        : t.document.fromUntil(from, formatDay(version.ends_on, locale))}
      {' · '}
      {entry?.approved_by == null || entry.approved_at === null
        ? t.version.notApproved
        : t.version.approvedBy(entry.approved_by, formatTime(entry.approved_at, locale))}
    </p>
  );
}

interface QuotePlaceProps {
  readonly view: View;
  readonly version: VersionView;
  readonly quote: QuoteSpan | null;
}

/** What an address names as quoted: its words, its place, and the ways to the text and to the original. */
export function QuotePlace({ view, version, quote }: QuotePlaceProps) {
  const { t } = view;
  if (quote === null) return null;
  const words = sliceCodePoints(version.canonical_text, quote.from, quote.to);
  if (words.trim() === '') return <p class="callout">{t.version.noSuchQuote}</p>;
  const place = placeWords({
    view,
    places: version.source_places,
    start: quote.from,
    end: quote.to,
  });
  return (
    <section class="quote-place" aria-labelledby="quote-title">
      <h2 id="quote-title">{t.version.quoted}</h2>
      <blockquote lang={version.metadata.language}>{words}</blockquote>
      <p class="actions">
        <a href="#quote" data-key="q">
          {t.version.toQuote}
        </a>
        <a
          href={`/corpus/versions/${version.id}/original?from=${quote.from}&to=${quote.to}#quote`}
          data-key="o"
        >
          {t.version.toOriginal}
        </a>
        {place === null ? null : <span class="muted">{t.version.inOriginal(place)}</span>}
      </p>
    </section>
  );
}
