import type { Arm } from '../rank-query.ts';
import type { EvalRun, FoundQuery } from '../run-file.ts';
import { html, type Html } from './html.ts';
import { say } from './words.ts';

const queriesShown = 20;
/** Documents shown of each arm. */
const returnedShown = 3;

/** The answerable queries whose best right document stands lowest in the fused ranking, not found at all first. */
export function worstQueries(queries: readonly FoundQuery[], count = queriesShown): FoundQuery[] {
  return queries
    .filter((query) => query.answerable)
    .map((query) => ({ query, rank: bestRank(query, 'fused') ?? Number.POSITIVE_INFINITY }))
    .filter(({ rank }) => rank > 1)
    .toSorted((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank))
    .slice(0, count)
    .map(({ query }) => query);
}

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

function bestRank(query: FoundQuery, arm: Arm): number | null {
  const ranks = query.relevant.flatMap(({ ranks }) => ranks[arm] ?? []);
  return ranks.length === 0 ? null : Math.min(...ranks);
}

function title(run: EvalRun, id: string): Html {
  return html`<code>${id}</code> ${run.titles[id] ?? ''}`;
}
