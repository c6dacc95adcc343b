import type { ModelSettings } from '#retrieval/index.ts';
import { formatDecimal } from '../../format.ts';
import type { View } from '../../view.ts';
import { FigureTable } from '../figure-table.tsx';

/** Sides of the plot without its labels, in its own units. */
const side = 300;
const left = 44;

const place = (score: number, probability: number): string =>
  `${left + score * side},${10 + (1 - probability) * side}`;

/** Score of a model against measured probability, with the threshold in force, and the same as a table. */
export function CalibrationCurve(props: {
  readonly view: View;
  readonly model: string;
  readonly curve: ModelSettings['calibration']['curve'];
  /** Probability, 0 to 1. */
  readonly threshold: number;
}) {
  const { view, model, curve, threshold } = props;
  const t = view.t.thresholdsPage;
  const number = (value: number): string => formatDecimal(value, view.locale);
  const level = 10 + (1 - threshold) * side;
  return (
    <figure>
      <figcaption>
        {t.curve(model)}. <span class="muted">{t.curveHint}</span>
      </figcaption>
      <svg
        class="curve"
        viewBox={`0 0 ${side + left + 16} ${side + 54}`}
        role="img"
        aria-label={`${t.curve(model)}; ${t.inForce}: ${number(threshold)}`}
      >
        <path class="axis" d={`M${left} 10v${side}h${side}`} />
        <line class="threshold" x1={left} x2={left + side} y1={level} y2={level} />
        <polyline class="line" points={curve.map(([from, to]) => place(from, to)).join(' ')} />
        {[0, 0.5, 1].map((tick) => (
          <>
            <text x={left - 8} y={15 + (1 - tick) * side} text-anchor="end">
              {number(tick)}
            </text>
            <text x={left + tick * side} y={side + 28} text-anchor="middle">
              {number(tick)}
            </text>
          </>
        ))}
        <text x={left + 8} y={20}>
          {t.probability}
        </text>
        <text x={left + side / 2} y={side + 48} text-anchor="middle">
          {t.score}
        </text>
      </svg>
      <details>
        <summary>{t.curveTable}</summary>
        <FigureTable
          caption={t.curve(model)}
          headings={[t.score, t.probability]}
          rows={curve.map(([from, to]) => [number(from), number(to)])}
        />
      </details>
    </figure>
  );
}
