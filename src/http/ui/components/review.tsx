import { Approval, Decisions } from './decisions.tsx';
import { NoticeLine } from './feedback.tsx';
import { RevokeForm } from './revoke-form.tsx';
import { Turn, type TurnProps } from './review-turn.tsx';

export function ReviewSection({ view, item, feedback, lease }: TurnProps) {
  const { t } = view;
  return (
    <section id="review" aria-labelledby="review-title">
      <h2 id="review-title">{t.review.title}</h2>
      <NoticeLine
        view={view}
        feedback={feedback}
        names={['decided', 'released', 'lease_renewed', 'item_passed', 'revoked']}
      />
      <Approval view={view} item={item} feedback={feedback} />
      <RevokeForm view={view} item={item} feedback={feedback} />
      {item.post.state === 'IN_REVIEW' ? (
        <Turn view={view} item={item} feedback={feedback} lease={lease} />
      ) : null}
      <Decisions view={view} item={item} />
    </section>
  );
}
