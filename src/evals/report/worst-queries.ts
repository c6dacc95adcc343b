import {
  type Arm,
  bestRank,
  type EvalRun,
  type FoundQuery,
  worstQueries,
} from '#evaluations/index.ts';
import { html, type Html } from './html.ts';
import { say } from './words.ts';

/** Documents shown of each arm. */
const returnedShown = 3;

export function worstList(run: EvalRun): Html {
  return html`<ol class="worst">
    ${worstQueries(run.queries).map(
      (query) =>
        html`<li>
          <p class="query" lang="${query.language ?? ''}">${query.text}</p>
          <p class="gold">
            ${say('relevant')}:
            ${query.relevant.map(({ id }) => html`<span class="right">${title(run, id)}</span> `)}
          </p>
          <div class="arms">${run.arms.map((arm) => armColumn(run, query, arm))}</div>
        </li>`,
    )}
  </ol>`;
}

function armColumn(run: EvalRun, query: FoundQuery, arm: Arm): Html {
  const rank = bestRank(query, arm);
  const right = new Set(query.relevant.map(({ id }) => id));
  const list = query.returned[arm].slice(0, returnedShown);
  return html`<section>
    <h4>
      ${say(arm)} <small>${rank === null ? say('nowhere') : html`${say('rank')} ${rank}`}</small>
    </h4>
    ${
      list.length === 0
        ? html`<p>${say('nothing')}</p>`
        : html`<ol>
            ${list.map(
              ({ id, score, probability }) =>
                html`<li${right.has(id) ? html` class="right"` : null}>${right.has(id) ? '✓ ' : ''}${title(run, id)} <small>${score.toFixed(3)} · p ${probability.toFixed(2)}</small></li>`,
            )}
          </ol>`
    }
  </section>`;
}

function title(run: EvalRun, id: string): Html {
  return html`<code>${id}</code> ${run.titles[id] ?? ''}`;
}
