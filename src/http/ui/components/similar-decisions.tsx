import type { SimilarDecision } from '#review/index.ts';
import { formatTime } from '../format.ts';
import type { View } from '../view.ts';
import { StateChip } from './chips.tsx';

/** What was decided about similar claims before; folded, and absent where there is nothing. */
export function SimilarDecisions({
  view,
  similar,
}: {
  view: View;
  similar: readonly SimilarDecision[];
}) {
  const { t } = view;
  if (similar.length === 0) return null;
  return (
    <details class="panel" id="similar">
      <summary>{t.similar.title(similar.length)}</summary>
      <p class="muted">{t.similar.why}</p>
      {similar.map((decision) => (
        <Decision view={view} decision={decision} />
      ))}
    </details>
  );
}

function Decision({ view, decision }: { view: View; decision: SimilarDecision }) {
  const { t, locale } = view;
  const { postId, state, claimText, language, similarity, reviews } = decision;
  return (
    <article>
      <p>
        <StateChip view={view} state={state} />{' '}
        <a href={`/posts/${postId}`} lang={language}>
          {claimText}
        </a>
      </p>
      <p class="muted">
        {t.similar.similarity(Math.floor(similarity * 100))} ·{' '}
        {formatTime(decision.decidedAt, locale)} ·{' '}
        {decision.sourcesInForce ? t.similar.inForce : <strong>{t.similar.ended}</strong>}
      </p>
      <ul>
        {reviews.map(({ reviewer, verdict, reason }) => (
          <li>
            <strong>{t.verdicts[verdict]}</strong> · {reviewer}: {reason}
          </li>
        ))}
      </ul>
    </article>
  );
}
