import type { DraftView, ReviewRound } from '#review/index.ts';
import { formatTime } from '../format.ts';
import type { View } from '../view.ts';

type Decision = NonNullable<ReviewRound['decisions']>[number];

/** Both reviews of every draft, newest first; what is not the newest is folded. */
export function ReviewRounds(props: {
  view: View;
  item: { readonly reviews: readonly ReviewRound[]; readonly draft: Pick<DraftView, 'id'> | null };
}) {
  const { view, item } = props;
  const { t } = view;
  const rounds = item.reviews.filter(({ decisions }) => decisions !== null);
  return (
    <>
      {rounds.map((round, index) => {
        const title = t.reviews.round(round.revision);
        const content = (
          <Round view={view} round={round} current={round.draftId === item.draft?.id} />
        );
        return index === 0 && round.draftId === item.draft?.id ? (
          <>
            <h3>{t.review.decisions}</h3>
            {content}
          </>
        ) : (
          <details>
            <summary>{title}</summary>
            {content}
          </details>
        );
      })}
    </>
  );
}

interface RoundProps {
  readonly view: View;
  readonly round: ReviewRound;
  /** Its sentences stand on this page. */
  readonly current: boolean;
}

function Round({ view, round, current }: RoundProps) {
  const { t } = view;
  const { outcome, obstacle, decisions } = round;
  return (
    <>
      {outcome === null ? null : (
        <p>
          <strong>{t.reviews.outcomes[outcome]}</strong>
          {obstacle === null ? null : ` ${t.reviews.obstacles[obstacle]}`}
        </p>
      )}
      {decisions?.map((decision) => (
        <DecisionCard view={view} decision={decision} />
      ))}
      <ComparisonTable view={view} round={round} current={current} />
    </>
  );
}

function DecisionCard({ view, decision }: { view: View; decision: Decision }) {
  const { t, locale } = view;
  return (
    <article class="panel" aria-label={t.review.stage(decision.stage)}>
      <p>
        <strong>{t.verdicts[decision.verdict]}</strong> · {t.review.stage(decision.stage)}:{' '}
        {decision.reviewer}, {formatTime(decision.decided_at, locale)}
      </p>
      <blockquote>{decision.reason}</blockquote>
    </article>
  );
}

/** Sentence by sentence; one review alone is shown in the same table. */
function ComparisonTable({ view, round, current }: RoundProps) {
  const { t } = view;
  const [only] = round.decisions ?? [];
  const sentences =
    round.comparison?.sentences ??
    only?.labels.map(({ ordinal, label }) => ({
      ordinal,
      first: label,
      second: null,
      differs: false,
    })) ??
    [];
  if (sentences.length === 0) return null;
  const both = round.comparison !== null;
  return (
    <details open={round.comparison?.sentences.some(({ differs }) => differs) ?? false}>
      <summary>
        {round.comparison === null
          ? t.review.labels
          : t.reviews.compared(round.comparison.sameLabels, sentences.length)}
      </summary>
      <table class="queue">
        <caption class="visually-hidden">{t.review.labels}</caption>
        <thead>
          <tr>
            <th scope="col">{t.reviews.sentence}</th>
            <th scope="col">{t.review.stage(1)}</th>
            {both ? <th scope="col">{t.review.stage(2)}</th> : null}
          </tr>
        </thead>
        <tbody>
          {sentences.map(({ ordinal, first, second, differs }) => {
            const name = ordinal === 0 ? t.draft.headline : t.draft.sentence(ordinal);
            return (
              <tr>
                <th scope="row">
                  {current ? <a href={`#sentence-${ordinal}`}>{name}</a> : name}
                  {differs ? <strong> {t.reviews.differs}</strong> : null}
                </th>
                <td data-label={t.review.stage(1)}>{first === null ? '–' : t.labels[first]}</td>
                {both ? (
                  <td data-label={t.review.stage(2)}>{second === null ? '–' : t.labels[second]}</td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
