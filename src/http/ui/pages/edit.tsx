import type { DraftView, ItemView } from '#review/index.ts';
import { StateChip } from '../components/chips.tsx';
import { EditorForm } from '../components/editor/editor-form.tsx';
import { LastRoundNotice, lastRoundOf } from '../components/editor/last-round.tsx';
import { PassageList, PassageSearch, pickOfMatch } from '../components/editor/passage-picker.tsx';
import type { RowsChecked } from '../components/editor/row-findings.tsx';
import { NoticeLine, ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import { isOpenForDrafting } from '../components/open-for-drafting.ts';
import type { EditRow } from '../edit-rows.ts';
import type { Feedback, View } from '../view.ts';

interface EditProps {
  readonly view: View;
  readonly item: ItemView;
  readonly draft: DraftView;
  readonly rows: readonly EditRow[];
  readonly checked: RowsChecked | null;
  readonly feedback: Feedback;
}

/** Where a drafter writes: the sentences, and beside them the sources. */
export function EditPage({ view, item, draft, rows, checked, feedback }: EditProps) {
  const { t } = view;
  const { post } = item;
  const claim = item.claims.find(({ id }) => id === draft.claim_id);
  const open = isOpenForDrafting(item);
  const lastRound = lastRoundOf(item, draft);
  return (
    <Layout
      view={view}
      title={t.editor.title}
      failed={feedback.problem !== undefined}
      styles={['editor']}
      scripts={['editor', 'editor-rows', 'editor-panel']}
      wide
    >
      <h1>{t.editor.title}</h1>
      <ProblemAlert view={view} problem={feedback.problem} />
      <NoticeLine view={view} feedback={feedback} names={['edit']} />
      {feedback.notice === 'edit' && draft.blocked ? (
        <p class="callout">{t.editor.savedBlocked}</p>
      ) : null}
      <p class="muted">
        <a href={`/posts/${post.id}#draft`}>{t.editor.back}</a> · {t.draft.revision(draft.revision)}{' '}
        · {t.editor.keys}
      </p>
      {open ? null : (
        <p class="callout">
          {t.editor.closed} <StateChip view={view} state={post.state} />
        </p>
      )}
      {claim === undefined ? null : (
        <>
          <h2>{t.editor.claim}</h2>
          <p class={`said outcome-${claim.outcome}`} lang={post.language}>
            {claim.text}
          </p>
        </>
      )}
      {lastRound === null ? null : (
        <LastRoundNotice view={view} round={lastRound} language={draft.language} />
      )}
      {open ? (
        <div class="editor">
          <section aria-labelledby="rows-title">
            <h2 id="rows-title">{t.editor.sentences}</h2>
            <EditorForm
              view={view}
              item={item}
              draft={draft}
              rows={rows}
              checked={checked}
              feedback={feedback}
            />
          </section>
          <aside class="sources-panel" id="panel" aria-labelledby="panel-title">
            <div data-picker>
              <div class="panel-head">
                <h2 id="panel-title">{t.editor.find}</h2>
                <button type="button" class="quiet" data-close-panel data-scripted hidden>
                  {t.editor.close}
                </button>
              </div>
              <p class="muted" data-scripted hidden>
                {t.editor.findHint}
              </p>
              <PassageSearch view={view} postId={post.id} asked="" />
              <div data-results aria-live="polite"></div>
              <h3>{t.editor.fromMatches}</h3>
              {claim === undefined || claim.matches.length === 0 ? (
                <p class="muted">{t.editor.noMatches}</p>
              ) : (
                <PassageList view={view} postId={post.id} picks={claim.matches.map(pickOfMatch)} />
              )}
            </div>
            <div data-viewer hidden></div>
          </aside>
        </div>
      ) : null}
    </Layout>
  );
}
