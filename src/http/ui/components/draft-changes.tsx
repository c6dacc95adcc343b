import { diffWords } from '#corpus/index.ts';
import type { DraftView, SentenceView } from '#review/index.ts';
import type { View } from '../view.ts';
import { WordDiff } from './corpus/word-diff.tsx';

/** What was reworded since the revision before, and since the one that reviewers have read. */
export function DraftChanges({ view, draft }: { view: View; draft: DraftView }) {
  const { t } = view;
  return (
    <>
      {draft.earlier.map(({ revision, reviewed, sentences }) => {
        const words = diffWords(inLines(view, sentences), inLines(view, draft.sentences));
        const title = reviewed ? t.draftChanges.sinceReviewed : t.draftChanges.since;
        return (
          <details class="change">
            <summary>{title(revision)}</summary>
            {words.every(({ kind }) => kind === 'same') ? (
              <p class="muted">{t.draftChanges.same}</p>
            ) : (
              <WordDiff view={view} words={words} language={draft.language} />
            )}
          </details>
        );
      })}
    </>
  );
}

/** One line for each sentence, with its role: a changed role is a change too. */
function inLines(
  { t }: View,
  sentences: ReadonlyArray<Pick<SentenceView, 'ordinal' | 'role' | 'text'>>,
): string {
  return sentences
    .map(({ ordinal, role, text }) => {
      const name = ordinal === 0 ? t.draft.headline : t.sentenceRoles[role];
      return `${name}: ${text}`;
    })
    .join('\n\n');
}
