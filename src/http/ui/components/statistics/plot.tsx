import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { formatFigure } from '../../format-figure.ts';
import type { Figure } from '../../plots/figure.ts';
import { type Frame, frames } from '../../plots/frame.ts';
import { type CategoryTick, layOutBars } from '../../plots/lay-out-bars.ts';
import { layOutLines } from '../../plots/lay-out-lines.ts';
import type { Tick } from '../../plots/scale-y.ts';
import type { View } from '../../view.ts';

interface PlotProps {
  readonly view: View;
  readonly figure: Figure;
}

/** Told apart by their shape as by their colour; the same order as the classes `series-1` to `series-4`. */
const symbols = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];

/** The plot in two sizes, of which the style sheet shows the one there is room for. */
export function Plot({ view, figure }: PlotProps) {
  return (
    <>
      {(['wide', 'narrow'] as const).map((size) => {
        const frame = frames[size];
        const id = `plot-${figure.id}-${size}`;
        return (
          <svg
            class={`plot plot-${size}`}
            viewBox={`0 0 ${frame.width} ${frame.height}`}
            role="img"
            aria-labelledby={`${id}-title ${id}-says`}
          >
            <title id={`${id}-title`}>{figure.title}</title>
            <desc id={`${id}-says`}>{figure.finding}</desc>
            {figure.form === 'lines' ? (
              <Lines view={view} figure={figure} frame={frame} />
            ) : (
              <Bars view={view} figure={figure} frame={frame} id={id} />
            )}
          </svg>
        );
      })}
    </>
  );
}

function Bars({ view, figure, frame, id }: PlotProps & { frame: Frame; id: string }) {
  const { bars, yTicks, xTicks } = layOutBars(figure, frame);
  const partial = (category: number): boolean => figure.categories[category]?.partial === true;
  return (
    <>
      <Patterns id={id} />
      <Axes view={view} figure={figure} frame={frame} yTicks={yTicks} xTicks={xTicks} />
      {bars.map(({ series, category, x, y, width, height }) => (
        <g class={`series-${series + 1}${partial(category) ? ' partial' : ''}`}>
          <rect class="bar" {...rounded({ x, y, width, height })} />
          {series === 0 ? null : (
            <rect {...rounded({ x, y, width, height })} fill={`url(#${id}-hatch-${series})`} />
          )}
        </g>
      ))}
    </>
  );
}

/** Hatches laid over a colour, so that stacked bars differ in grey too. */
function Patterns({ id }: { id: string }) {
  const marks = ['M0 6 6 0', 'M0 3h6', 'M0 0 6 6M0 6 6 0', 'M3 0v6'];
  return (
    <defs>
      {marks.map((mark, index) => (
        <pattern id={`${id}-hatch-${index + 1}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path class="hatch" d={mark} />
        </pattern>
      ))}
    </defs>
  );
}

function Lines({ view, figure, frame }: PlotProps & { frame: Frame }) {
  const { lines, yTicks, xTicks } = layOutLines(figure, frame);
  return (
    <>
      <Axes view={view} figure={figure} frame={frame} yTicks={yTicks} xTicks={xTicks} />
      {lines.map(({ series, path, points }) => (
        <g class={`series-${series + 1}`}>
          {path === '' ? null : <path class="line" d={path} />}
          {points.map(({ category, x, y }) => (
            <path
              class={figure.categories[category]?.partial === true ? 'point partial' : 'point'}
              d={marker(series)}
              transform={`translate(${round(x)} ${round(y)})`}
            />
          ))}
        </g>
      ))}
    </>
  );
}

interface AxesProps extends PlotProps {
  readonly frame: Frame;
  readonly yTicks: readonly Tick[];
  readonly xTicks: readonly CategoryTick[];
}

function Axes({ view, figure, frame, yTicks, xTicks }: AxesProps) {
  return (
    <>
      {yTicks.map(({ value, at }) => (
        <>
          <line
            class={value === 0 ? 'zero' : 'grid'}
            x1={frame.left}
            x2={frame.right}
            y1={round(at)}
            y2={round(at)}
          />
          <text class="tick y" x={frame.left - 6} y={round(at + 4)}>
            {formatFigure(value, figure.measure, view.locale)}
          </text>
        </>
      ))}
      {xTicks.map(({ category, at }) => (
        <text class="tick x" x={round(at)} y={frame.bottom + 18}>
          {figure.categories[category]?.tick}
        </text>
      ))}
    </>
  );
}

/** What the shapes mean; beside one series nothing needs telling apart. */
export function Legend({ figure }: { figure: Figure }) {
  if (figure.series.length < 2) return null;
  const id = `legend-${figure.id}`;
  return (
    <ul class="legend">
      {figure.series.map(({ name }, index) => (
        <li>
          <svg class={`swatch series-${index + 1}`} viewBox="0 0 28 14" aria-hidden="true">
            {figure.form === 'lines' ? (
              <>
                <path class="line" d="M1 7h26" />
                <path class="point" d={marker(index)} transform="translate(14 7)" />
              </>
            ) : (
              <>
                <Patterns id={`${id}-${index}`} />
                <rect class="bar" x="1" y="1" width="26" height="12" />
                {index === 0 ? null : (
                  <rect
                    x="1"
                    y="1"
                    width="26"
                    height="12"
                    fill={`url(#${id}-${index}-hatch-${index})`}
                  />
                )}
              </>
            )}
          </svg>{' '}
          {name}
        </li>
      ))}
    </ul>
  );
}

function marker(series: number): string {
  return symbol(symbols[series % symbols.length], 46)() ?? '';
}

function rounded(place: { x: number; y: number; width: number; height: number }) {
  const { x, y, width, height } = place;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** A tenth of a unit is less than a pixel. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
