import { diffWords } from '#corpus/index.ts';
import type { DraftView } from '#review/index.ts';
import { type EditRow, rowOrder } from '../../edit-rows.ts';
import { formatTime } from '../../format.ts';
import { lookUp } from '../../problem.ts';
import type { View } from '../../view.ts';
import { WordDiff } from '../corpus/word-diff.tsx';

interface ConflictProps {
  readonly view: View;
  readonly postId: string;
  /** The newest revision, saved by somebody meanwhile. */
  readonly draft: DraftView;
  /** What was typed. */
  readonly rows: readonly EditRow[];
}

/** Inside the form: the revision saved meanwhile held against what was typed, and a box to save over it. */
export function Conflict({ view, postId, draft, rows }: ConflictProps) {
  const { t, locale } = view;
  const { revision } = draft;
  const typed = rowOrder(rows).map((row) => rows[row]);
  const mine = typed.map((row, ordinal) => lineOf(view, ordinal, row?.role ?? '', row?.text ?? ''));
  const theirs = draft.sentences.map(({ ordinal, role, text }) =>
    lineOf(view, ordinal, role, text),
  );
  const who = draft.created_by ?? t.editor.machine;
  return (
    <div class="panel conflict" id="conflict">
      <h2>{t.editor.conflictTitle(revision)}</h2>
      <p>{t.editor.conflictIntro(who, formatTime(draft.created_at, locale))}</p>
      <p class="muted">{t.editor.conflictDiff(revision)}</p>
      <WordDiff
        view={view}
        words={diffWords(theirs.join('\n\n'), mine.join('\n\n'))}
        language={draft.language}
      />
      <p>
        <a href={`/posts/${postId}#draft`} target="_blank" rel="noopener">
          {t.editor.conflictOpen(revision)}
        </a>
      </p>
      <label>
        <input type="checkbox" name="over" value={String(revision)} />{' '}
        {t.editor.conflictOver(revision)}
      </label>
    </div>
  );
}

/** With its role: a changed role is a change too. */
function lineOf({ t }: View, ordinal: number, role: string, text: string): string {
  const name = ordinal === 0 ? t.draft.headline : (lookUp(t.sentenceRoles, role) ?? role);
  return `${name}: ${text.trim()}`;
}
