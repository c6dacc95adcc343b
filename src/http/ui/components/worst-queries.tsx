import {
  type Arm,
  bestRank,
  type EvalRun,
  type FoundQuery,
  perQuery,
  worstQueries,
} from '#evaluations/index.ts';
import { formatMeasure } from '../format.ts';
import type { View } from '../view.ts';

/** Documents shown of what a query returned. */
const returnedShown = 5;

/** The queries whose right documents stand lowest, with what came instead of them. */
export function WorstQueries({ view, run, csv }: { view: View; run: EvalRun; csv: string }) {
  const { t } = view;
  const arm = run.arms.includes('fused') ? 'fused' : run.arms[0];
  if (arm === undefined) return null;
  const worst = worstQueries(run.queries, { arm });
  return (
    <section id="worst" aria-labelledby="worst-title">
      <h2 id="worst-title">{t.evaluationRun.worst}</h2>
      {worst.length === 0 ? (
        <p>{t.evaluationRun.worstNone}</p>
      ) : (
        <>
          <p class="muted">{t.evaluationRun.worstNote}</p>
          <ol class="worst">
            {worst.map((query) => (
              <Query view={view} run={run} query={query} arm={arm} />
            ))}
          </ol>
        </>
      )}
      <p class="csv">
        <a href={csv}>{t.evaluationRun.allQueries}</a>
      </p>
    </section>
  );
}

interface QueryProps {
  readonly view: View;
  readonly run: EvalRun;
  readonly query: FoundQuery;
  readonly arm: Arm;
}

function Query({ view, run, query, arm }: QueryProps) {
  const { t, locale } = view;
  const rank = bestRank(query, arm);
  const measured = (metric: 'mrr' | 'ndcg@10'): string =>
    formatMeasure(perQuery([query], arm, metric)[0] ?? 0, locale);
  const returned = query.returned[arm].slice(0, returnedShown);
  const right = new Set(query.relevant.map(({ id }) => id));
  return (
    <li data-row>
      <p class="query" lang={query.language ?? undefined}>
        {query.text}
      </p>
      <p class="muted">
        <code>{query.id}</code> ·{' '}
        {rank === null ? t.evaluationRun.nowhere : t.evaluationRun.rank(rank)} ·{' '}
        {t.evaluationRun.found(measured('mrr'), measured('ndcg@10'))}
      </p>
      <p>
        {t.evaluationRun.relevant}:{' '}
        {query.relevant.slice(0, returnedShown).map(({ id }, index) => (
          <>
            {index === 0 ? '' : '; '}
            <Document run={run} id={id} />
          </>
        ))}
      </p>
      <details>
        <summary>
          {t.evaluationRun.returned}
          {returned.length === 0 ? `: ${t.evaluationRun.nothing}` : ''}
        </summary>
        <ol>
          {returned.map(({ id, probability }) => (
            <li class={right.has(id) ? 'right' : undefined}>
              <Document run={run} id={id} />{' '}
              <small class="muted">
                {t.evaluationRun.probability(formatMeasure(probability, locale))}
                {right.has(id) ? ` · ✓ ${t.evaluationRun.right}` : ''}
              </small>
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

function Document({ run, id }: { run: EvalRun; id: string }) {
  return (
    <>
      <code>{id}</code> {run.titles[id] ?? ''}
    </>
  );
}
