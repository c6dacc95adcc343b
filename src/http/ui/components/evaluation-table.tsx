import type { Child } from 'hono/jsx';
import type { MeasuredValue } from '#db/schema/index.ts';
import { formatMeasure } from '../format.ts';
import { lookUp } from '../problem.ts';
import type { View } from '../view.ts';

interface EvaluationTableProps {
  readonly view: View;
  readonly caption: string;
  readonly headings: readonly string[];
  /** The first cell names the row. */
  readonly rows: ReadonlyArray<readonly Child[]>;
  /** How many cells after the first are text; the others are figures. */
  readonly texts?: number;
  /** Address of the same table as CSV. */
  readonly csv?: string;
}

/** A table of figures that reads row by row on a narrow screen, with its CSV below. */
export function EvaluationTable(props: EvaluationTableProps) {
  const { view, caption, headings, rows, texts = 0, csv } = props;
  const kind = (index: number) => (index <= texts ? undefined : 'number');
  return (
    <>
      <table class="queue evaluation">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {headings.map((heading, index) => (
              <th scope="col" class={kind(index)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr data-row>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th scope="row">{cell}</th>
                ) : (
                  <td data-label={headings[index]} class={kind(index)}>
                    <span>{cell}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {csv === undefined ? null : (
        <p class="csv">
          <a href={csv}>{view.t.evaluations.csv}</a>
        </p>
      )}
    </>
  );
}

/** A measure and, below it, its 95 % interval. */
export function MeasureCell({
  view,
  measured,
}: {
  view: View;
  measured: MeasuredValue | undefined;
}) {
  const { t, locale } = view;
  if (measured === undefined || measured.value === null) {
    return <span class="muted">{t.evaluations.notMeasured}</span>;
  }
  const { value, low, high } = measured;
  return (
    <>
      {formatMeasure(value, locale)}
      {low === null || high === null ? null : (
        <small class="block muted">
          {t.evaluations.interval(formatMeasure(low, locale), formatMeasure(high, locale))}
        </small>
      )}
    </>
  );
}

/** A measure's name; one that the catalogue does not know stays as it is. */
export function measureName({ t }: View, measure: string): string {
  return lookUp<{ readonly name: string }>(t.measures, measure)?.name ?? measure;
}

export function setName(
  { t }: View,
  data: { readonly name: string; readonly split: string; readonly language: string | null },
): string {
  return t.evaluations.setName(data.name, data.split, data.language);
}
