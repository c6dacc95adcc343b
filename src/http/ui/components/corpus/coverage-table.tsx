import type { Coverage } from '#upkeep/index.ts';
import { formatLanguage, formatList, formatNumber, formatTime } from '../../format.ts';
import type { View } from '../../view.ts';

interface CoverageProps {
  readonly view: View;
  readonly title: string;
  /** Heading of the column of names. */
  readonly name: string;
  /** Rows with the name of their part as a reader sees it, and an address that lists its documents. */
  readonly rows: ReadonlyArray<Coverage & { readonly name: string; readonly href: string | null }>;
}

/** What the corpus has for each topic or pillar. */
export function CoverageTable({ view, title, name, rows }: CoverageProps) {
  const { t, locale } = view;
  const columns = [
    [t.health.documents, 'documents'],
    [t.health.inForce, 'versionsInForce'],
    [t.health.citable, 'citable'],
    [t.health.internal, 'internal'],
    [t.health.passages, 'passages'],
  ] as const;
  return (
    <>
      <h3>{title}</h3>
      <table class="queue">
        <caption>{t.health.coverageCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            {columns.map(([heading]) => (
              <th scope="col" class="number">
                {heading}
              </th>
            ))}
            <th scope="col">{t.health.languages}</th>
            <th scope="col">{t.health.lastVerified}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                {row.href === null ? row.name : <a href={row.href}>{row.name}</a>}
              </th>
              {columns.map(([heading, column]) => (
                <td data-label={heading} class="number">
                  {formatNumber(row[column], locale)}
                </td>
              ))}
              <td data-label={t.health.languages}>
                {row.languages.length === 0
                  ? t.health.nothing
                  : formatList(
                      row.languages.map((code) => formatLanguage(code, locale)),
                      locale,
                    )}
              </td>
              <td class="when" data-label={t.health.lastVerified}>
                {row.lastVerifiedAt === null
                  ? t.corpus.neverVerified
                  : formatTime(row.lastVerifiedAt, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
