import type { Child } from 'hono/jsx';
import type { CommentView } from '#comments/index.ts';
import type { ReviewView, SimilarDecision } from '#review/index.ts';
import { formatDay } from '../../format.ts';
import { lookUp } from '../../problem.ts';
import type { Feedback, View } from '../../view.ts';
import { DraftChanges } from '../draft-changes.tsx';
import { summaryOf } from '../findings.tsx';
import { GateNotes } from '../gate-notes.tsx';
import { MadeWith } from '../model-attempt.tsx';
import { SimilarDecisions } from '../similar-decisions.tsx';
import { EarlierRounds } from './after.tsx';
import { DraftFindings } from './draft-findings.tsx';
import { JudgedSentence } from './judged-sentence.tsx';
import type { Quoted } from './quoted.ts';
import { Remarks } from './remarks.tsx';

interface DraftPaneProps {
  readonly view: View;
  readonly review: ReviewView;
  readonly quoted: readonly Quoted[];
  readonly comments: readonly CommentView[];
  readonly similar: readonly SimilarDecision[];
  readonly feedback: Feedback;
  readonly judging: boolean;
  /** The end of the form; shown to who judges. */
  readonly verdict: Child;
}

/** The draft sentence by sentence, after what happened to it before and before the verdict. */
export function DraftPane(props: DraftPaneProps) {
  const { view, review, quoted, comments, similar, feedback, judging } = props;
  const { t } = view;
  const { draft } = review;
  if (draft === null) return <p class="empty">{t.draft.none}</p>;
  const current = review.reviews.find(({ draftId }) => draftId === draft.id);
  const compared = new Map(
    current?.comparison?.sentences.map((sentence) => [sentence.ordinal, sentence]),
  );
  return (
    <section class="pane" aria-labelledby="draft-title" id="draft">
      <h2 id="draft-title">{t.draft.title}</h2>
      <MadeBy view={view} review={review} />
      <DraftFindings view={view} draft={draft} summary={summaryOf(view, draft)} />
      <EarlierRounds view={view} review={review} />
      <DraftChanges view={view} draft={draft} />
      {judging ? (
        <p class="muted" data-with-script hidden>
          {t.workspace.keysHint}
        </p>
      ) : null}
      <ol class="judge-list" start={0}>
        {draft.sentences.map((sentence) => (
          <JudgedSentence
            view={view}
            draft={draft}
            sentence={sentence}
            quoted={quoted}
            comments={comments}
            judging={judging}
            typed={feedback.typed}
            compared={compared.get(sentence.ordinal) ?? null}
          />
        ))}
      </ol>
      <GateNotes view={view} draft={draft} />
      <Remarks view={view} review={review} comments={comments} />
      <SimilarDecisions view={view} similar={similar} />
      {judging ? props.verdict : null}
    </section>
  );
}

function MadeBy({ view, review }: { view: View; review: ReviewView }) {
  const { t, locale } = view;
  const { draft } = review;
  if (draft === null) return null;
  const facts = [
    t.draft.revision(draft.revision),
    t.audiences[draft.audience],
    draft.length === null ? null : t.editForm.lengths[draft.length],
    lookUp(t.editForm.languages, draft.language) ?? draft.language,
    draft.review_by === null
      ? null
      : `${t.editForm.reviewBy}: ${formatDay(draft.review_by, locale)}`,
  ];
  return (
    <p class="muted">
      <strong class={`drafter-${draft.drafter}`}>
        {[t.drafters[draft.drafter], draft.created_by].filter((part) => part !== null).join(', ')}
      </strong>
      <MadeWith view={view} draft={draft} /> · {facts.filter((part) => part !== null).join(' · ')}
    </p>
  );
}
