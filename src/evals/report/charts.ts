import type { EvalRun } from '#evaluations/index.ts';
import { html, type Html } from './html.ts';
import { bothWords, type Phrase, say } from './words.ts';

const size = { width: 420, height: 300, left: 48, right: 12, top: 12, bottom: 44 };
const plot = {
  width: size.width - size.left - size.right,
  height: size.height - size.top - size.bottom,
};
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Share of wrong answers by share answered; both axes 0 to 1. */
export function riskCoverageChart({ abstention }: EvalRun): Html {
  const points = abstention.points.map(({ coverage, risk }) => `${x(coverage)},${y(risk)}`);
  return figure('riskCoverage', 'coverage', 'risk', [
    html`<line class="aid" x1="${x(0)}" y1="${y(0.05)}" x2="${x(1)}" y2="${y(0.05)}" />`,
    html`<polyline class="curve" points="${points.join(' ')}" />`,
  ]);
}

/** Share that is right by predicted probability; the diagonal is perfect, a dot's area its number of cases. */
export function reliabilityChart({ abstention }: EvalRun): Html {
  const most = Math.max(1, ...abstention.bins.map(({ count }) => count));
  const dots = abstention.bins.flatMap(({ predicted, observed, count }) =>
    predicted === null || observed === null
      ? []
      : [
          html`<circle
            class="dot"
            cx="${x(predicted)}"
            cy="${y(observed)}"
            r="${(3 + 9 * Math.sqrt(count / most)).toFixed(1)}"
            ><title>${predicted.toFixed(3)} → ${observed.toFixed(3)} (${count})</title></circle
          >`,
        ],
  );
  return figure('reliability', 'predicted', 'observed', [
    html`<line class="aid" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" />`,
    ...dots,
  ]);
}

function figure(title: Phrase, across: Phrase, up: Phrase, marks: readonly Html[]): Html {
  const label = `${bothWords(title)}: ${bothWords(across)} / ${bothWords(up)}`;
  return html`<figure>
    <figcaption>${say(title)}</figcaption>
    <svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${label}">
      ${ticks.map(
        (tick) =>
          html`<line class="grid" x1="${x(0)}" y1="${y(tick)}" x2="${x(1)}" y2="${y(tick)}" />
            <text x="${size.left - 8}" y="${y(tick)}" class="up">${tick}</text>
            <text x="${x(tick)}" y="${size.top + plot.height + 18}" class="across">${tick}</text>`,
      )}
      ${marks}
    </svg>
    <p class="axes">↔ ${say(across)} · ↕ ${say(up)}</p>
  </figure>`;
}

function x(share: number): string {
  return (size.left + share * plot.width).toFixed(1);
}

function y(share: number): string {
  return (size.top + (1 - share) * plot.height).toFixed(1);
}
