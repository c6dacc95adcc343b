import type { DraftView, ItemView } from '#review/index.ts';
import { lookUp } from '../problem.ts';
import type { View } from '../view.ts';

/** Why the draft shown is the extractive one although a language model was asked, or still is. */
export function ModelAttemptLine({ view, item }: { view: View; item: ItemView }) {
  const { t } = view;
  const { draft, modelAttempt: attempt } = item;
  if (attempt === null || draft === null || draft.drafter !== 'extractive') return null;
  if (attempt.status === 'started') return <p class="callout">{t.model.waiting}</p>;
  if (attempt.reason === null) return null;
  const reason = lookUp(t.model.failures, attempt.reason) ?? attempt.reason;
  return <p class="callout">{t.model.failed(reason)}</p>;
}

/** Model and version of the prompt behind a machine's draft; nothing for any other draft. */
export function MadeWith({ view, draft }: { view: View; draft: DraftView }) {
  if (draft.model === null) return null;
  const { model, prompt } = draft.model;
  return <> ({view.t.model.madeWith(model, prompt)})</>;
}
