import type { ClaimView, ItemView, ReusableAnswer } from '#review/index.ts';
import { formatDay, formatTime } from '../format.ts';
import { textOf } from '../forms.ts';
import { type Feedback, may, type View } from '../view.ts';
import { TextArea } from './fields.tsx';
import { MarkedText } from './marked-text.tsx';
import { passageHref } from '../version-place.ts';

interface SuggestionsProps {
  readonly view: View;
  readonly item: ItemView;
  readonly claim: ClaimView;
  readonly number: number;
  readonly feedback: Feedback;
}

/** Approved answers whose claim says the same as this one, each in full, with the two claims side by side. */
export function ReuseSuggestions({ view, item, claim, number, feedback }: SuggestionsProps) {
  const answers = item.reuse.suggestions.filter((answer) => answer.claimId === claim.id);
  if (answers.length === 0) return null;
  const { t } = view;
  return (
    <div class="panel reuse" aria-labelledby={`reuse-title-${number}`}>
      <h3 id={`reuse-title-${number}`}>{t.reuse.suggestion(number)}</h3>
      <p class="muted">{t.reuse.why}</p>
      {answers.map((answer, index) => (
        <article aria-label={t.reuse.answer}>
          <Claims view={view} answer={answer} language={item.post.language} />
          <Answer view={view} answer={answer} />
          <ConfirmForm
            view={view}
            item={item}
            answer={answer}
            id={`${number}-${index + 1}`}
            feedback={feedback}
          />
        </article>
      ))}
    </div>
  );
}

interface AnswerProps {
  readonly view: View;
  readonly answer: ReusableAnswer;
}

function Claims({ view, answer, language }: AnswerProps & { language: string }) {
  const { t } = view;
  const { claim, answered } = answer.differences;
  const marked = (spans: ReusableAnswer['differences']['claim']) =>
    spans.map(({ start, end }) => ({ start, end, name: 'conflict' }));
  return (
    <>
      <dl class="facts">
        <dt>{t.reuse.thisClaim}</dt>
        <dd lang={language}>
          <MarkedText text={answer.claimText} spans={marked(claim)} />
        </dd>
        <dt>{t.reuse.answeredClaim}</dt>
        <dd lang={language}>
          <MarkedText text={answer.answeredText} spans={marked(answered)} />
        </dd>
      </dl>
      <p class="muted">
        {claim.length + answered.length === 0 ? t.reuse.noDifference : t.reuse.differences}
      </p>
    </>
  );
}

function Answer({ view, answer }: AnswerProps) {
  const { t, locale } = view;
  const { draft, reviewers, reviewBy } = answer;
  const [headline, ...sentences] = draft.sentences;
  const sources = [
    ...new Map(
      draft.sentences
        .flatMap((sentence) => sentence.citations)
        .map((one) => [`${one.version_id}:${one.start_offset}:${one.end_offset}`, one]),
    ).values(),
  ];
  return (
    <>
      <h4>{t.reuse.answer}</h4>
      <p class="muted">
        {t.reuse.approvedBy(reviewers[0], reviewers[1], formatTime(answer.approvedAt, locale))} ·{' '}
        {reviewBy === null ? t.reuse.noReviewBy : t.reuse.reviewBy(formatDay(reviewBy, locale))} ·{' '}
        {t.audiences[draft.audience]} ·{' '}
        <a href={`/posts/${answer.answeredPostId}`}>{t.reuse.answeredPost}</a>
      </p>
      <blockquote lang={draft.language}>
        <p>
          <strong>{headline?.text}</strong>
        </p>
        {sentences.map(({ text }) => (
          <p>{text}</p>
        ))}
      </blockquote>
      <details>
        <summary>{t.draft.sources}</summary>
        <ul>
          {sources.map((citation) => (
            <li>
              <a href={passageHref(citation.version_id, citation.passage_id)}>
                {[citation.issuer, citation.title, citation.number, ...citation.heading_path]
                  .filter((part) => part !== null)
                  .join(' › ')}
              </a>{' '}
              <span class="muted">
                {t.matches.validity(
                  formatDay(citation.valid_from, locale),
                  citation.ends_on === null ? null : formatDay(citation.ends_on, locale),
                )}
              </span>
              <blockquote>{citation.quote}</blockquote>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface FormProps extends AnswerProps {
  readonly item: ItemView;
  readonly id: string;
  readonly feedback: Feedback;
}

function ConfirmForm({ view, item, answer, id, feedback }: FormProps) {
  const { t } = view;
  if (!may(view, 'answer.reuse')) return null;
  if (answer.contributed) return <p class="callout">{t.reuse.contributed}</p>;
  const { problem } = feedback;
  const typed =
    problem?.form === 'reuse' && textOf(feedback.typed, 'approval') === answer.approvalId
      ? feedback.typed
      : undefined;
  return (
    <details open={typed !== undefined} id={typed === undefined ? undefined : 'reuse'}>
      <summary>{t.reuse.open}</summary>
      <form method="post" action={`/posts/${item.post.id}/reuse`}>
        <p>{t.reuse.consequence}</p>
        <input type="hidden" name="claim" value={answer.claimId} />
        <input type="hidden" name="approval" value={answer.approvalId} />
        <TextArea
          id={`reuse-reason-${id}`}
          name="reason"
          label={t.reuse.reason}
          value={textOf(typed, 'reason')}
          required
        />
        <button type="submit">{t.reuse.button}</button>
      </form>
    </details>
  );
}
