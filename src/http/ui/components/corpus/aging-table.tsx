import type { AgingVersion, Excerpt } from '#upkeep/index.ts';
import { formatDay, formatTime } from '../../format.ts';
import type { View } from '../../view.ts';

interface AgingProps {
  readonly view: View;
  readonly id: string;
  readonly title: string;
  readonly none: string;
  /** The column of what is pressing, beside when it was last verified. */
  readonly column: { readonly name: string; readonly day: 'recheckBy' | 'endsOn' } | null;
  readonly excerpt: Excerpt<AgingVersion>;
}

/** Versions that need a look for one reason, the most pressing first. */
export function AgingTable({ view, id, title, none, column, excerpt }: AgingProps) {
  const { t, locale } = view;
  return (
    <section aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      {excerpt.total === 0 ? (
        <p class="muted">{none}</p>
      ) : (
        <table class="queue">
          <caption>{t.health.listed(excerpt.items.length, excerpt.total)}</caption>
          <thead>
            <tr>
              <th scope="col">{t.corpus.document}</th>
              {column === null ? null : <th scope="col">{column.name}</th>}
              <th scope="col">{t.corpus.verified}</th>
            </tr>
          </thead>
          <tbody>
            {excerpt.items.map((item) => (
              <tr>
                <th scope="row">
                  <a href={`/corpus/versions/${item.versionId}`}>
                    <span lang={item.language}>{item.title}</span> ·{' '}
                    {t.version.name(item.versionNumber)}
                  </a>
                </th>
                {column === null ? null : (
                  <td data-label={column.name}>{dayOf(view, item[column.day])}</td>
                )}
                <td data-label={t.corpus.verified}>
                  {item.verifiedAt === null
                    ? t.corpus.neverVerified
                    : formatTime(item.verifiedAt, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function dayOf(view: View, day: string | null): string {
  return day === null ? view.t.corpus.none : formatDay(day, view.locale);
}
