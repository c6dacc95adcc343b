import { type EvalRun, metricNames } from '#evaluations/index.ts';
import { html, type Html } from './html.ts';
import { say } from './words.ts';

/** Every measure of every arm with its interval. */
export function rankingTable(run: EvalRun): Html {
  const highest = new Map(
    metricNames.map((metric) => [
      metric,
      Math.max(...run.arms.map((arm) => run.values[arm]?.[metric] ?? 0)),
    ]),
  );
  return table(
    html`<th scope="col">${say('arm')}</th>
      ${metricNames.map((metric) => html`<th scope="col" class="number">${metric}</th>`)}`,
    run.arms.map(
      (arm) =>
        html`<tr>
          <th scope="row">${say(arm)}</th>
          ${metricNames.map((metric) => {
            const value = run.values[arm]?.[metric] ?? null;
            const { low = null, high = null } = run.intervals[arm]?.[metric] ?? {};
            const best = value !== null && value === highest.get(metric);
            return html`<td class="number${best ? ' best' : ''}">
              ${shown(value)}<small>${shown(low)}–${shown(high)}</small>
            </td>`;
          })}
        </tr>`,
    ),
  );
}

export function sliceTable(run: EvalRun): Html | null {
  if (run.slices.length === 0) return null;
  return table(
    html`<th scope="col">${say('slice')}</th>
      <th scope="col" class="number">${say('queries')}</th>
      ${run.arms.map(
        (arm) =>
          html`<th scope="col" class="number">${say(arm)}</th>
            <th scope="col" class="number">${say('ratio')}</th>`,
      )}`,
    run.slices.map(
      ({ name, queries, values, ratio }) =>
        html`<tr>
          <th scope="row"><code>${name}</code></th>
          <td class="number">${queries}</td>
          ${run.arms.map((arm) => {
            const one = ratio?.[arm];
            return html`<td class="number">${shown(values[arm]?.['success@10'] ?? null)}</td>
              <td class="number">
                ${one === undefined ? '' : html`${shown(one.value)}<small>${shown(one.low)}–${shown(one.high)}</small>`}
              </td>`;
          })}
        </tr>`,
    ),
  );
}

export function abstentionTable({ abstention }: EvalRun): Html {
  const rows = [
    ['ECE', abstention.ece, abstention.intervals['ece']],
    ['Brier', abstention.brier, undefined],
    ['AURC', abstention.aurc, undefined],
    [say('coverageAt5'), abstention.coverageAt5, undefined],
    [say('heldOut'), abstention.aurocHeldOut, abstention.intervals['aurocHeldOut']],
    [say('unanswerable'), abstention.aurocUnanswerable, abstention.intervals['aurocUnanswerable']],
  ] as const;
  return html`<table class="narrow">
    <tbody>
      ${rows.map(
        ([name, value, interval]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td class="number">
              ${value === null ? say('notMeasured') : shown(value)}${interval?.low === undefined || interval.low === null ? null : html`<small>${shown(interval.low)}–${shown(interval.high)}</small>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function table(head: Html, rows: readonly Html[]): Html {
  return html`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

export function shown(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}
