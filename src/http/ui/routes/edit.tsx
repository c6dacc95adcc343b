import { type Context, Hono } from 'hono';
import { checkEdit, editDraft } from '#drafting/index.ts';
import { requirePermission } from '#identity/index.ts';
import { AppError, NotFoundError } from '#platform/errors.ts';
import { type DraftView, readWholeItem } from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { ProblemAlert } from '../components/feedback.tsx';
import { CheckedFragment, type RowsChecked } from '../components/editor/row-findings.tsx';
import {
  type EditRow,
  optionsOf,
  rowOrder,
  rowsOfDraft,
  rowsOfForm,
  sentencesOf,
} from '../edit-rows.ts';
import { readForm, textOf } from '../forms.ts';
import { EditPage } from '../pages/edit.tsx';
import { describeProblem } from '../problem.ts';
import { renderFragment, renderPage } from '../render.ts';
import { type Feedback, viewOf } from '../view.ts';
import { idOf, type ItemContext } from './item.tsx';

/** The page where a drafter writes, what it is told while writing, and saving. */
export function editRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/posts/:id/edit', (c) => {
    requirePermission(c.get('ctx').actor, 'draft.write');
    return editPage(c, { notice: c.req.query('notice') }, 200);
  });
  routes.post('/posts/:id/edit', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'draft.write');
    const postId = idOf(c);
    const typed = await readForm(c);
    try {
      const wording = wordingOf(typed);
      const baseRevision = Number(textOf(typed, 'over') || textOf(typed, 'base_revision'));
      const { blocked } = await editDraft(ctx, { postId, baseRevision, ...wording });
      // What blocks is mended where it stands; what is sound goes on.
      const next = blocked ? '/edit?notice=edit' : '?notice=edit#draft';
      return c.redirect(`/posts/${postId}${next}`, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = describeProblem(error, 'edit', viewOf(c).t);
      return editPage(c, { problem, typed }, toProblem(error, c.get('requestId')).status);
    }
  });
  routes.post('/posts/:id/check', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'draft.write');
    const postId = idOf(c);
    const view = viewOf(c);
    const typed = await readForm(c);
    try {
      const rows = rowsOfForm(typed);
      const checked = await checkRows(c, postId, typed);
      const { language = 'vi', length = null } = optionsOf(typed);
      const texts = rows.map(({ text }) => text);
      const form = { language, length };
      return renderFragment(
        c,
        <CheckedFragment view={view} checked={checked} form={form} texts={texts} />,
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = describeProblem(error, 'page', view.t);
      return renderFragment(
        c,
        <div data-checked>
          <div data-slot="summary">
            <ProblemAlert view={view} problem={problem} />
          </div>
        </div>,
        toProblem(error, c.get('requestId')).status,
      );
    }
  });
  return routes;
}

const wordingOf = (form: FormData) => ({ ...sentencesOf(rowsOfForm(form)), ...optionsOf(form) });

async function checkRows(
  c: Context<HttpEnv>,
  postId: string,
  typed: FormData,
): Promise<RowsChecked> {
  const { sentences, findings } = await checkEdit(c.get('ctx'), {
    postId,
    ...wordingOf(typed),
  });
  const rowOf = rowOrder(rowsOfForm(typed));
  return { rowOf, findings: [...findings, ...sentences.flatMap((one) => one.findings)] };
}

async function editPage(c: ItemContext, feedback: Feedback, status: number): Promise<Response> {
  const postId = idOf(c);
  const item = await readWholeItem(c.get('ctx'), postId);
  const { draft } = item;
  if (draft === null) throw new NotFoundError('this post has no draft', { field: 'post' });
  const { typed } = feedback;
  const rows = typed === undefined ? rowsOfDraft(draft) : rowsOfForm(typed);
  const checked =
    typed === undefined ? storedCheck(draft, rows) : await typedCheck(c, postId, typed);
  const view = viewOf(c, `/posts/${postId}/edit`);
  return renderPage(
    c,
    <EditPage
      view={view}
      item={item}
      draft={draft}
      rows={rows}
      checked={checked}
      feedback={feedback}
    />,
    status,
  );
}

/** What was found of a stored draft still holds of its rows. */
function storedCheck(draft: DraftView, rows: readonly EditRow[]): RowsChecked | null {
  if (draft.lint === null) return null;
  return { findings: draft.findings, rowOf: rowOrder(rows) };
}

/** Null where the wording cannot be held against anything, such as a day that is none. */
async function typedCheck(
  c: ItemContext,
  postId: string,
  typed: FormData,
): Promise<RowsChecked | null> {
  try {
    return await checkRows(c, postId, typed);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
