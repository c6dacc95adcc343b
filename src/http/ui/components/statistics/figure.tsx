import { formatFigure } from '../../format-figure.ts';
import { type Figure, isEmpty } from '../../plots/figure.ts';
import type { View } from '../../view.ts';
import { FigureTable } from '../figure-table.tsx';
import { Legend, Plot } from './plot.tsx';
import { Ranks } from './ranks.tsx';

interface FigureProps {
  readonly view: View;
  readonly figure: Figure;
  /** Address of the section, with the days asked for. */
  readonly address: string;
}

/** What it says first, then the plot, then the same numbers as a table and a file. */
export function FigurePanel({ view, figure, address }: FigureProps) {
  const words = view.t.plots;
  const heading = `figure-${figure.id}`;
  return (
    <section class="figure" aria-labelledby={heading}>
      <h2 id={heading}>{figure.title}</h2>
      {isEmpty(figure) ? (
        <p class="nothing">{words.nothing}</p>
      ) : (
        <>
          <p class="finding">{figure.finding}</p>
          {figure.form === 'ranks' ? (
            <Ranks view={view} figure={figure} />
          ) : (
            <>
              <Legend figure={figure} />
              <Plot view={view} figure={figure} />
              {figure.categories.some(({ partial }) => partial === true) ? (
                <p class="muted">{words.partialNote}</p>
              ) : null}
            </>
          )}
        </>
      )}
      <p class="muted">{figure.definition}</p>
      {isEmpty(figure) ? null : (
        <>
          <details>
            <summary>{words.table}</summary>
            <FigureTable
              caption={figure.title}
              headings={[
                figure.heading,
                ...[...figure.series, ...(figure.beside ?? [])].map(({ name }) => name),
              ]}
              rows={rowsOf(view, figure)}
            />
          </details>
          <p class="file">
            <a href={`${address}&format=csv&figure=${figure.id}`}>
              {words.csv} <span class="visually-hidden">{figure.title}</span>
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function rowsOf({ t, locale }: View, { categories, series, measure, beside = [] }: Figure) {
  const columns = [...series.map((one) => ({ ...one, measure })), ...beside];
  return categories.map(({ name, partial }, index) => [
    partial === true ? t.plots.partial(name) : name,
    ...columns.map(({ values, measure }) => {
      const value = values[index] ?? null;
      return value === null ? t.plots.gap : formatFigure(value, measure, locale);
    }),
  ]);
}
