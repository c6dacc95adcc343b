import type { Problem } from '../problem.ts';
import { lookUp } from '../problem.ts';
import type { Feedback, View } from '../view.ts';

/** The refused request, at the top of the page; the form it belongs to is below with what was typed. */
export function ProblemAlert({ view, problem }: { view: View; problem: Problem | undefined }) {
  if (problem === undefined) return null;
  const { t } = view;
  return (
    <div class="alert" role="alert" id="problem">
      <p>
        <strong>
          {t.layout.errorPrefix} {problem.message}
        </strong>{' '}
        {problem.remedy}
      </p>
      {problem.details.length === 0 ? null : (
        <ul>
          {problem.details.map((detail) => (
            <li>{detail}</li>
          ))}
        </ul>
      )}
      {problem.raw === null ? null : (
        <p class="muted">
          {t.layout.technicalDetail} <span lang="en">{problem.raw}</span>
        </p>
      )}
      {problem.form === 'page' ? null : (
        <p>
          <a href={`#${problem.form}`}>{t.layout.goToForm}</a>
        </p>
      )}
    </div>
  );
}

/** What was just done, where it was done: `name` is the key of the notice and what it is about. */
export function NoticeLine({
  view,
  feedback,
  names,
}: {
  view: View;
  feedback: Feedback;
  names: readonly string[];
}) {
  const notice = feedback.notice;
  if (notice === undefined || !names.includes(notice)) return null;
  const known = {
    ...view.t.notices,
    ...view.t.corpusNotices,
    ...view.t.reuseNotices,
    ...view.t.queueNotices,
    ...view.t.reviewNotices,
    ...view.t.evaluationNotices,
    ...view.t.workspaceNotices,
  };
  const text = lookUp<string>(known, notice.split(':')[0] ?? '');
  return text === undefined ? null : (
    <p class="notice" role="status">
      {text}
    </p>
  );
}
