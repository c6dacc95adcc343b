import type { ItemView } from '#review/index.ts';
import type { Feedback, View } from '../view.ts';
import { Approval, Decisions } from './decisions.tsx';
import { NoticeLine } from './feedback.tsx';
import { TurnSummary } from './review-turn.tsx';
import { RevokeForm } from './revoke-form.tsx';

/** On an item's page: whose turn it is, what was decided and what can be taken along. Judging has its own page. */
export function ReviewSection(props: { view: View; item: ItemView; feedback: Feedback }) {
  const { view, item, feedback } = props;
  return (
    <section id="review" aria-labelledby="review-title">
      <h2 id="review-title">{view.t.review.title}</h2>
      <NoticeLine view={view} feedback={feedback} names={['revoked']} />
      <Approval view={view} item={item} feedback={feedback} />
      <RevokeForm view={view} item={item} feedback={feedback} />
      <TurnSummary view={view} item={item} />
      <Decisions view={view} item={item} />
    </section>
  );
}
