import type { DocumentCounts, DocumentEntry, DocumentFilter } from '#corpus/index.ts';
import type { Page } from '#db/pagination.ts';
import { corpusAddress } from '../corpus-address.ts';
import { CorpusFacets } from '../components/corpus/corpus-facets.tsx';
import { CorpusFilter } from '../components/corpus/corpus-filter.tsx';
import { CorpusNav } from '../components/corpus/corpus-nav.tsx';
import { StaleChip, StandingChip, UseChip } from '../components/corpus/standing-chip.tsx';
import { UploadForm } from '../components/corpus/upload-form.tsx';
import { Layout } from '../components/layout.tsx';
import { formatDay, formatNumber, formatTime } from '../format.ts';
import { may, type View } from '../view.ts';

interface CorpusProps {
  readonly view: View;
  readonly page: Page<DocumentEntry>;
  readonly counts: DocumentCounts;
  readonly filter: DocumentFilter;
  /** Whether the day asked for is in the calendar. */
  readonly isDay: boolean;
}

export function CorpusPage({ view, page, counts, filter, isDay }: CorpusProps) {
  const { t } = view;
  return (
    <Layout view={view} title={t.corpus.title} styles={['corpus']}>
      <h1>{t.corpus.title}</h1>
      <CorpusNav view={view} />
      <UploadForm view={view} />
      <CorpusFilter view={view} filter={filter} />
      {isDay ? null : (
        <p class="callout" role="status">
          {t.browse.notADay}
        </p>
      )}
      <CorpusFacets view={view} counts={counts} filter={filter} />
      {page.items.length === 0 ? (
        <Empty view={view} filter={filter} />
      ) : (
        <Documents view={view} items={page.items} counts={counts} on={filter.on ?? null} />
      )}
      <Pages view={view} page={page} filter={filter} />
    </Layout>
  );
}

function Empty({ view, filter }: { view: View; filter: DocumentFilter }) {
  const { t } = view;
  const filtered = Object.values(filter).some((value) => value != null);
  return (
    <div class="empty">
      <p>{filtered ? t.corpus.emptyFilter : t.corpus.empty}</p>
      {filtered ? (
        <p>
          <a href="/corpus">{t.corpus.showAll}</a>
        </p>
      ) : may(view, 'corpus.edit') ? (
        <p>
          <a href="/corpus/upload">{t.upload.title}</a>
        </p>
      ) : null}
    </div>
  );
}

interface DocumentsProps {
  readonly view: View;
  readonly items: readonly DocumentEntry[];
  readonly counts: DocumentCounts;
  /** The day whose state is shown; null: today. */
  readonly on: string | null;
}

function Documents({ view, items, counts, on }: DocumentsProps) {
  const { t, locale } = view;
  const standing = on === null ? t.corpus.standing : t.browse.onDay(formatDay(on, locale));
  const headings = [t.corpus.document, t.corpus.issuer, standing, t.corpus.use, t.corpus.verified];
  return (
    <table class="queue documents">
      <caption>{t.browse.caption(items.length, formatNumber(counts.all, locale))}</caption>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row view={view} item={item} standing={standing} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: { view: View; item: DocumentEntry; standing: string }) {
  const { view, item, standing } = props;
  const { t, locale } = view;
  const verifiedAt = item.inForce === null ? item.verifiedAt : item.inForce.verifiedAt;
  return (
    <tr data-row>
      <th scope="row">
        <a href={`/corpus/${item.id}`} lang={item.language}>
          {item.title}
        </a>
        <span class="block muted">{item.number ?? t.corpus.noNumber}</span>
      </th>
      <td data-label={t.corpus.issuer}>
        {item.issuer === null ? t.corpus.none : <span lang={item.language}>{item.issuer}</span>}
      </td>
      <td data-label={standing}>
        <span>
          <StandingChip view={view} standing={item.onDay} />
          {item.status === 'draft' && item.onDay.state !== 'draft' ? (
            <span class="block">{t.browse.draftWaits(item.versionNumber)}</span>
          ) : null}
        </span>
      </td>
      <td data-label={t.corpus.use}>
        <UseChip view={view} citable={item.citable} />
      </td>
      <td data-label={t.corpus.verified}>
        <span>
          {verifiedAt === null ? t.corpus.neverVerified : formatTime(verifiedAt, locale)}
          <Recheck view={view} recheckBy={item.inForce?.recheckBy ?? null} />
        </span>
      </td>
    </tr>
  );
}

/** Only of what is in force somebody has to look again. */
function Recheck({ view, recheckBy }: { view: View; recheckBy: string | null }) {
  if (recheckBy === null) return null;
  const stale = StaleChip({ view, recheckBy });
  return (
    <span class="block">
      {stale ?? (
        <span class="muted">{view.t.corpus.recheckBy(formatDay(recheckBy, view.locale))}</span>
      )}
    </span>
  );
}

function Pages({ view, page, filter }: Pick<CorpusProps, 'view' | 'page' | 'filter'>) {
  const { t } = view;
  const isFirst = !new URL(view.path, 'http://page').searchParams.has('cursor');
  if (isFirst && page.nextCursor === null) return null;
  return (
    <nav class="pages" aria-label={t.corpus.pages}>
      {isFirst ? null : <a href={corpusAddress(filter)}>{t.corpus.first}</a>}
      {page.nextCursor === null ? null : (
        <a href={corpusAddress(filter, page.nextCursor)} rel="next">
          {t.corpus.next}
        </a>
      )}
    </nav>
  );
}
