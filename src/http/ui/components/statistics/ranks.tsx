import { formatFigure } from '../../format-figure.ts';
import type { Figure } from '../../plots/figure.ts';
import type { View } from '../../view.ts';

/** Names of so many letters stand beside their bars. */
const shortName = 14;

/** Bars that lie beneath their names, each with its number: a list that is read as one. */
export function Ranks({ view, figure }: { view: View; figure: Figure }) {
  const values = figure.series[0]?.values ?? [];
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  return (
    <ol
      class={
        figure.categories.every(({ name }) => name.length <= shortName) ? 'ranks short' : 'ranks'
      }
    >
      {figure.categories.map(({ name }, index) => {
        const value = values[index] ?? 0;
        return (
          <li>
            <span class="rank-name">{name}</span>
            <svg
              class="rank series-1"
              viewBox="0 0 100 6"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect
                class="bar"
                x="0"
                y="0"
                height="6"
                width={Math.round((value / most) * 1000) / 10}
              />
            </svg>
            <strong>{formatFigure(value, figure.measure, view.locale)}</strong>
          </li>
        );
      })}
    </ol>
  );
}
