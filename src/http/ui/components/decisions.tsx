import { z } from 'zod';
import type { ItemView } from '#review/index.ts';
import { formatTime } from '../format.ts';
import { lookUp } from '../problem.ts';
import { may, type View } from '../view.ts';

const Label = z.object({ ordinal: z.number(), label: z.string() });
type Decision = NonNullable<ItemView['decisions']>[number];

/** Blind: a reviewer who has not decided sees that there is something to see, and why not yet. */
export function Decisions({ view, item }: { view: View; item: ItemView }) {
  const { t } = view;
  if (item.draft === null) return <p class="muted">{t.review.notYet}</p>;
  const { decisions } = item;
  if (decisions === null) {
    return <p class="muted">{item.contributed ? t.review.hiddenContributor : t.review.hidden}</p>;
  }
  if (decisions.length === 0) {
    return (
      <p class="muted">
        {item.post.state === 'IN_REVIEW' ? t.review.noDecisions : t.review.notYet}
      </p>
    );
  }
  return (
    <>
      <h3>{t.review.decisions}</h3>
      {decisions.map((decision) => (
        <DecisionCard view={view} decision={decision} />
      ))}
    </>
  );
}

function DecisionCard({ view, decision }: { view: View; decision: Decision }) {
  const { t, locale } = view;
  const labels = decision.labels.flatMap((entry) => Label.safeParse(entry).data ?? []);
  return (
    <article class="panel" aria-label={t.review.stage(decision.stage)}>
      <p>
        <strong>{t.verdicts[decision.verdict]}</strong> · {t.review.stage(decision.stage)}:{' '}
        {decision.reviewer}, {formatTime(decision.decided_at, locale)}
      </p>
      <blockquote>{decision.reason}</blockquote>
      <details>
        <summary>{t.review.labels}</summary>
        <ul>
          {labels.map(({ ordinal, label }) => (
            <li>
              <a href={`#sentence-${ordinal}`}>
                {ordinal === 0 ? t.draft.headline : t.draft.sentence(ordinal)}
              </a>
              : {lookUp(t.labels, label) ?? label}
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}

export function Approval({ view, item }: { view: View; item: ItemView }) {
  const { t, locale } = view;
  const { approval } = item;
  if (approval === null) return null;
  const address = `/v1/approvals/${approval.id}/export?format=`;
  return (
    <div class="panel approval">
      <h3>{t.review.approval}</h3>
      <p>
        <strong>{t.approvalStates[approval.status]}.</strong>{' '}
        {t.review.approvedAt(formatTime(approval.approved_at, locale))}
      </p>
      {approval.status === 'in_force' && may(view, 'export.read') ? (
        <p class="actions">
          <span>{t.review.export}:</span>
          <a href={`${address}markdown`} download>
            {t.review.markdown}
          </a>
          <a href={`${address}json`} download>
            {t.review.json}
          </a>
        </p>
      ) : null}
    </div>
  );
}
