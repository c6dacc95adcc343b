import { Layout } from '../components/layout.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { TextArea } from '../components/fields.tsx';
import { textOf } from '../forms.ts';
import type { Feedback, View } from '../view.ts';

export function SubmitPage({ view, feedback }: { view: View; feedback: Feedback }) {
  const { t } = view;
  const { typed } = feedback;
  return (
    <Layout view={view} title={t.submit.title} failed={feedback.problem !== undefined}>
      <h1>{t.submit.title}</h1>
      <ProblemAlert view={view} problem={feedback.problem} />
      <p class="lead">{t.submit.intro}</p>
      <form method="post" action="/submit" id="submit-post" class="narrow">
        <TextArea
          id="text"
          name="text"
          label={t.submit.text}
          value={textOf(typed, 'text')}
          rows={8}
          required
        />
        <Field
          name="platform"
          label={t.submit.platform}
          hint={t.submit.platformHint}
          typed={typed}
        />
        <Field name="url" type="url" label={t.submit.url} typed={typed} />
        <Field name="posted_at" type="datetime-local" label={t.submit.postedAt} typed={typed} />
        <button type="submit" class="primary">
          {t.submit.button}
        </button>
      </form>
    </Layout>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: string;
  readonly hint?: string;
  readonly typed: FormData | undefined;
}

function Field({ name, label, type = 'text', hint, typed }: FieldProps) {
  const hintId = hint === undefined ? undefined : `${name}-hint`;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        value={textOf(typed, name)}
        aria-describedby={hintId}
      />
      {hint === undefined ? null : (
        <p class="muted" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
