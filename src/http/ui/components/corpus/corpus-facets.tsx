import type { DocumentCounts, DocumentFilter } from '#corpus/index.ts';
import { corpusAddress } from '../../corpus-address.ts';
import { formatNumber } from '../../format.ts';
import type { View } from '../../view.ts';

const topicOrder = new Intl.Collator('vi');

interface FacetsProps {
  readonly view: View;
  readonly counts: DocumentCounts;
  readonly filter: DocumentFilter;
}

/** How many documents there are of each pillar and topic; each count is the address of that list. */
export function CorpusFacets({ view, counts, filter }: FacetsProps) {
  const { t } = view;
  const pillars = counts.pillars.flatMap(({ pillar, count }) =>
    pillar === null ? [] : [{ value: pillar, name: t.pillars[pillar], count }],
  );
  const topics = counts.topics
    .map(({ topic, count }) => ({ value: topic, name: topic, count }))
    .toSorted((a, b) => topicOrder.compare(a.name, b.name));
  return (
    <div class="facets">
      <Facet
        view={view}
        label={t.browse.pillars}
        entries={pillars}
        chosen={filter.pillar ?? null}
        href={(pillar) => corpusAddress({ ...filter, pillar: pillar as DocumentFilter['pillar'] })}
      />
      <Facet
        view={view}
        label={t.browse.topics}
        entries={topics}
        chosen={filter.topic ?? null}
        href={(topic) => corpusAddress({ ...filter, topic })}
      />
    </div>
  );
}

interface FacetProps {
  readonly view: View;
  readonly label: string;
  readonly entries: ReadonlyArray<{
    readonly value: string;
    readonly name: string;
    readonly count: number;
  }>;
  readonly chosen: string | null;
  readonly href: (value: string | null) => string;
}

function Facet({ view, label, entries, chosen, href }: FacetProps) {
  const { t, locale } = view;
  if (entries.length === 0) return null;
  return (
    <nav class="facet" aria-label={label}>
      <span class="facet-name" aria-hidden="true">
        {label}
      </span>
      <ul>
        {chosen === null ? null : (
          <li>
            <a href={href(null)}>{t.browse.all}</a>
          </li>
        )}
        {entries.map(({ value, name, count }) => (
          <li>
            <a
              href={href(value)}
              aria-current={value === chosen ? 'true' : undefined}
              aria-label={t.browse.narrow(name, formatNumber(count, locale))}
            >
              {name} <span class="muted">{formatNumber(count, locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
