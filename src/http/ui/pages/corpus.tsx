import type { DocumentEntry, DocumentFilter } from '#corpus/index.ts';
import type { Page } from '#db/pagination.ts';
import { CorpusFilter } from '../components/corpus/corpus-filter.tsx';
import { CorpusNav } from '../components/corpus/corpus-nav.tsx';
import { StaleChip, StandingChip, UseChip } from '../components/corpus/standing-chip.tsx';
import { UploadForm } from '../components/corpus/upload-form.tsx';
import { Layout } from '../components/layout.tsx';
import { formatDay, formatTime } from '../format.ts';
import type { View } from '../view.ts';

interface CorpusProps {
  readonly view: View;
  readonly page: Page<DocumentEntry>;
  readonly filter: DocumentFilter;
}

export function CorpusPage({ view, page, filter }: CorpusProps) {
  const { t } = view;
  return (
    <Layout view={view} title={t.corpus.title}>
      <CorpusNav view={view} />
      <h1>{t.corpus.title}</h1>
      <UploadForm view={view} />
      <CorpusFilter view={view} filter={filter} />
      {page.items.length === 0 ? (
        <Empty view={view} filter={filter} />
      ) : (
        <Documents view={view} items={page.items} />
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
      ) : null}
    </div>
  );
}

function Documents({ view, items }: { view: View; items: readonly DocumentEntry[] }) {
  const { t } = view;
  const headings = [
    t.corpus.document,
    t.corpus.issuer,
    t.corpus.standing,
    t.corpus.use,
    t.corpus.verified,
  ];
  return (
    <table class="queue documents">
      <caption>{t.corpus.caption(items.length)}</caption>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row view={view} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ view, item }: { view: View; item: DocumentEntry }) {
  const { t, locale } = view;
  const older = item.inForce?.number === item.versionNumber ? undefined : item.inForce?.number;
  const verifiedAt = item.inForce === null ? item.verifiedAt : item.inForce.verifiedAt;
  return (
    <tr>
      <th scope="row">
        <a href={`/corpus/${item.id}`} lang={item.language}>
          {item.title}
        </a>
        <span class="block muted">{item.number ?? t.corpus.noNumber}</span>
      </th>
      <td data-label={t.corpus.issuer}>
        {item.issuer === null ? t.corpus.none : <span lang={item.language}>{item.issuer}</span>}
      </td>
      <td data-label={t.corpus.standing}>
        <span>
          <StandingChip view={view} standing={item.standing} />
          {older === undefined ? null : <span class="block">{t.corpus.olderInForce(older)}</span>}
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

function Pages({ view, page, filter }: CorpusProps) {
  const { t } = view;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value != null) query.set(name, value);
  const first = new URL(view.path, 'http://page').searchParams.has('cursor');
  if (!first && page.nextCursor === null) return null;
  const firstHref = `/corpus${query.size > 0 ? `?${query.toString()}` : ''}`;
  if (page.nextCursor !== null) query.set('cursor', page.nextCursor);
  return (
    <nav class="pages" aria-label={t.corpus.pages}>
      {first ? <a href={firstHref}>{t.corpus.first}</a> : null}
      {page.nextCursor === null ? null : (
        <a href={`/corpus?${query.toString()}`} rel="next">
          {t.corpus.next}
        </a>
      )}
    </nav>
  );
}
