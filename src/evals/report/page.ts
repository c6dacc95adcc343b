import type { EvalRun } from '#evaluations/index.ts';
import { reliabilityChart, riskCoverageChart } from './charts.ts';
import { html, type Html } from './html.ts';
import { style } from './style.ts';
import { abstentionTable, rankingTable, shown, sliceTable } from './tables.ts';
import { bothWords, say } from './words.ts';
import { worstList } from './worst-queries.ts';

/**
 * One page about any number of runs, complete in itself: no script, no request, both languages in it.
 * Texts of queries and titles come from the data and are escaped.
 */
export function reportPage(runs: readonly EvalRun[]): string {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${bothWords('title')}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <header>
          <fieldset class="switch">
            <legend hidden>Ngôn ngữ · Language</legend>
            <label><input type="radio" name="language" id="show-vi" checked /> Tiếng Việt</label>
            <label><input type="radio" name="language" id="show-en" /> English</label>
          </fieldset>
          <h1>${say('title')}</h1>
        </header>
        <main>${runs.length > 1 ? overview(runs) : null} ${runs.map(runSection)}</main>
      </body>
    </html> `.markup;
}

function overview(runs: readonly EvalRun[]): Html {
  return html`<h2 id="overview">${say('summary')}</h2>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${say('data')}</th>
            <th scope="col" class="number">${say('queries')}</th>
            <th scope="col">${say('arm')}</th>
            <th scope="col" class="number">map@5</th>
            <th scope="col" class="number">success@1</th>
            <th scope="col" class="number">success@10</th>
            <th scope="col" class="number">ECE</th>
          </tr>
        </thead>
        <tbody>
          ${runs.flatMap((run, index) =>
            run.arms.map(
              (arm) =>
                html`<tr>
                  <th scope="row"><a href="#run-${index}">${nameOf(run)}</a></th>
                  <td class="number">${answerable(run)}</td>
                  <td>${say(arm)}</td>
                  ${['map@5', 'success@1', 'success@10'].map((metric) => html`<td class="number">${shown(run.values[arm]?.[metric] ?? null)}</td>`)}
                  <td class="number">${shown(run.abstention.ece)}</td>
                </tr>`,
            ),
          )}
        </tbody>
      </table>
    </div>`;
}

function runSection(run: EvalRun, index: number): Html {
  return html`<section id="run-${index}" aria-labelledby="run-${index}-name">
    <h2 id="run-${index}-name">${nameOf(run)}</h2>
    ${facts(run)}
    <h3>${say('ranking')}</h3>
    ${rankingTable(run)}
    <p class="note">${say('rankingNote')}</p>
    ${
      run.slices.length === 0
        ? null
        : html`<h3>${say('slices')}</h3>
            ${sliceTable(run)}
            <p class="note">${say('slicesNote')}</p>`
    }
    <h3>${say('abstention')}</h3>
    <p class="note">${say('abstentionNote')}</p>
    ${abstentionTable(run)}
    <div class="charts">${riskCoverageChart(run)}${reliabilityChart(run)}</div>
    <h3>${say('worst')}</h3>
    <p class="note">${say('worstNote')}</p>
    ${worstList(run)}
  </section>`;
}

function facts(run: EvalRun): Html {
  const { version, revision } = run.code;
  return html`<dl>
    <dt>${say('queries')}</dt>
    <dd>
      ${answerable(run)}${run.queries.length === answerable(run) ? null : html` + ${run.queries.length - answerable(run)}`}
    </dd>
    <dt>${say('documents')} / ${say('passages')}</dt>
    <dd>${run.documents} / ${run.passages}</dd>
    ${
      run.refused.length === 0
        ? null
        : html`<dt>${say('refused')}</dt>
            <dd>${run.refused.length}</dd>`
    }
    <dt>${say('model')}</dt>
    <dd>${run.model.name} <code>${run.model.fingerprint.slice(0, 12)}</code></dd>
    <dt>${say('retriever')}</dt>
    <dd>${run.retriever} (${run.engine})</dd>
    <dt>${say('code')}</dt>
    <dd>${version}${revision === null ? null : html` <code>${revision}</code>`}</dd>
    <dt>${say('configuration')}</dt>
    <dd>
      <details>
        <summary>${run.retriever}</summary>
        <pre>${JSON.stringify(run.configuration, null, 1)}</pre>
      </details>
    </dd>
    <dt>${say('searchTime')}</dt>
    <dd>${run.timings.searchP50.toFixed(1)} / ${run.timings.searchP95.toFixed(1)} ms</dd>
    <dt>${say('measured')}</dt>
    <dd>
      <time datetime="${run.createdAt}">${run.createdAt.slice(0, 16).replace('T', ' ')} UTC</time>
    </dd>
  </dl>`;
}

function answerable(run: EvalRun): number {
  return run.queries.filter((query) => query.answerable).length;
}

function nameOf({ data }: EvalRun): string {
  return [data.name, data.split, data.language].filter((part) => part !== null).join(' · ');
}
