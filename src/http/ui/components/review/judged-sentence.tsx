import type { CommentView } from '#comments/index.ts';
import type { ComparedSentence, DraftView, SentenceView } from '#review/index.ts';
import { sentenceLabels } from '#review/index.ts';
import { textOf } from '../../forms.ts';
import type { View } from '../../view.ts';
import { SentenceComments } from '../comments.tsx';
import { findingSpans, SentenceFindings } from '../findings.tsx';
import { MarkedText } from '../marked-text.tsx';
import { numbersOf, type Quoted } from './quoted.ts';

interface SentenceProps {
  readonly view: View;
  readonly draft: DraftView;
  readonly sentence: SentenceView;
  readonly quoted: readonly Quoted[];
  readonly comments: readonly CommentView[];
  /** Fields for a label are shown, with what was chosen in a refused form. */
  readonly judging: boolean;
  readonly typed: FormData | undefined;
  /** What both reviewers said of it, once both have. */
  readonly compared: ComparedSentence | null;
}

/** A sentence with what it quotes, what was found in it and the reviewer's label. */
export function JudgedSentence(props: SentenceProps) {
  const { view, draft, sentence, quoted, comments, judging, typed, compared } = props;
  const { t } = view;
  const { ordinal, role, text } = sentence;
  const name = ordinal === 0 ? t.draft.headline : t.draft.sentence(ordinal);
  const numbers = numbersOf(quoted, ordinal);
  return (
    <li
      class={ordinal === 0 ? 'headline' : undefined}
      id={`sentence-${ordinal}`}
      tabindex={-1}
      data-row
      data-quotes={numbers.join(' ')}
      data-sources-of={t.workspace.ofSentence(name)}
    >
      <p class="role">
        <span class="muted">{name}</span>{' '}
        <span class={`chip role-${role}`}>{t.sentenceRoles[role]}</span>
        {numbers.length === 0 ? <span class="muted"> {t.draft.noCitation}</span> : null}
      </p>
      <p class="wording" lang={draft.language}>
        <MarkedText text={text} spans={findingSpans(draft, ordinal)} />{' '}
        {numbers.map((number) => (
          <a class="ref" href={`#source-${number}`} aria-label={t.draft.citation(number)}>
            [{number}]
          </a>
        ))}
      </p>
      <SentenceFindings view={view} draft={draft} ordinal={ordinal} />
      <SentenceComments view={view} comments={comments} draftId={draft.id} ordinal={ordinal} />
      {compared === null ? null : <Compared view={view} compared={compared} />}
      {judging ? <Labels view={view} ordinal={ordinal} name={name} typed={typed} /> : null}
    </li>
  );
}

interface LabelsProps {
  readonly view: View;
  readonly ordinal: number;
  readonly name: string;
  readonly typed: FormData | undefined;
}

function Labels({ view, ordinal, name, typed }: LabelsProps) {
  const { t } = view;
  const field = `label.${ordinal}`;
  const chosen = textOf(typed, field);
  return (
    <fieldset class="labels">
      <legend class="spoken">{t.review.label(name)}</legend>
      {sentenceLabels.map((label, index) => (
        <label>
          <input
            type="radio"
            name={field}
            value={label}
            checked={label === chosen}
            required
            {...(ordinal === 0 ? keyOf(view, label, index + 1) : {})}
          />{' '}
          <span>{t.labels[label]}</span> <kbd aria-hidden="true">{index + 1}</kbd>
        </label>
      ))}
    </fieldset>
  );
}

/** The first sentence stands for all in the sheet of keys; review.js gives a key to the sentence that is read. */
function keyOf({ t }: View, label: (typeof sentenceLabels)[number], key: number) {
  return { 'data-key': String(key), 'data-key-label': t.workspace.labelKey(t.labels[label]) };
}

function Compared({ view, compared }: { view: View; compared: ComparedSentence }) {
  const { t } = view;
  const { first, second, differs } = compared;
  const word = (label: typeof first) => (label === null ? '–' : t.labels[label]);
  return (
    <p class={differs ? 'compared callout' : 'compared muted'}>
      {t.review.stage(1)}: {word(first)} · {t.review.stage(2)}: {word(second)}
      {differs ? <strong> {t.reviews.differs}</strong> : null}
    </p>
  );
}
