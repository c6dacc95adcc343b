import { type Context, Hono } from 'hono';
import { editDraftVersion, readDocument, readVersion } from '#corpus/index.ts';
import { requirePermission } from '#identity/index.ts';
import { isCalendarDay } from '#platform/clock.ts';
import { AppError, NotFoundError, ValidationError } from '#platform/errors.ts';
import {
  approveVersions,
  discardDrafts,
  verifyVersions,
  withdrawVersions,
} from '#standing/index.ts';
import type { AppContext, HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { isId, optionalText, readForm, textOf } from '../forms.ts';
import { VersionPage } from '../pages/version.tsx';
import { describeProblem, type FormName } from '../problem.ts';
import { renderPage } from '../render.ts';
import { firstShown, passagesShown, quoteIn } from '../version-place.ts';
import { changeOfProposal, changesOf } from '../version-fields.ts';
import { type Feedback, viewOf } from '../view.ts';

type VersionContext = Context<HttpEnv, '/corpus/versions/:id'>;

export function versionRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/corpus/versions/:id', (c) => versionPage(c, { notice: c.req.query('notice') }, 200));
  // The address a refused form leaves in the browser, opened again.
  routes.get('/corpus/versions/:id/:form{edit|accept|approve|discard|withdraw|verify}', (c) =>
    c.redirect(`/corpus/versions/${idOf(c)}`),
  );
  routes.post('/corpus/versions/:id/edit', (c) =>
    onVersion(c, 'version-edit', async (ctx, form, versionId) => {
      requirePermission(ctx.actor, 'corpus.edit');
      const version = await readVersion(ctx, versionId);
      const changes = changesOf(form, version);
      await editDraftVersion(ctx, { versionId, revision: revisionOf(form), changes });
      return 'versionEdited';
    }),
  );
  routes.post('/corpus/versions/:id/accept', (c) =>
    onVersion(c, 'version-edit', async (ctx, form, versionId) => {
      requirePermission(ctx.actor, 'corpus.edit');
      const version = await readVersion(ctx, versionId);
      const changes = changeOfProposal(form, version);
      await editDraftVersion(ctx, { versionId, revision: revisionOf(form), changes });
      return 'accepted';
    }),
  );
  routes.post('/corpus/versions/:id/approve', (c) =>
    onVersion(c, 'version-approve', async (ctx, form, versionId) => {
      requirePermission(ctx.actor, 'corpus.approve');
      const revisions = new Map([[versionId, revisionOf(form)]]);
      await approveVersions(ctx, { versionIds: [versionId], revisions });
      return 'approved';
    }),
  );
  routes.post('/corpus/versions/:id/discard', (c) =>
    onVersion(c, 'version-discard', async (ctx, form, versionId) => {
      requirePermission(ctx.actor, 'corpus.edit');
      await discardDrafts(ctx, { versionIds: [versionId], reason: textOf(form, 'reason') });
      return 'discarded';
    }),
  );
  routes.post('/corpus/versions/:id/withdraw', (c) =>
    onVersion(c, 'version-withdraw', async (ctx, form, versionId) => {
      requirePermission(ctx.actor, 'corpus.approve');
      const reason = textOf(form, 'reason');
      const from = dayOf(form, 'from');
      await withdrawVersions(ctx, { versionIds: [versionId], reason, from });
      return 'withdrawn';
    }),
  );
  routes.post('/corpus/versions/:id/verify', (c) =>
    onVersion(c, 'version-verify', async (ctx, form, versionId) => {
      requirePermission(ctx.actor, 'corpus.edit');
      await verifyVersions(ctx, { versionIds: [versionId], recheckBy: dayOf(form, 'recheck_by') });
      return 'verified';
    }),
  );
  return routes;
}

/** Runs a form's verb and goes back to the version; a refusal shows it with what was typed. */
async function onVersion(
  c: VersionContext,
  form: FormName,
  act: (ctx: AppContext, form: FormData, versionId: string) => Promise<string>,
): Promise<Response> {
  const typed = await readForm(c);
  const versionId = idOf(c);
  try {
    const notice = await act(c.get('ctx'), typed, versionId);
    return c.redirect(`/corpus/versions/${versionId}?notice=${notice}`, 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problem = describeProblem(error, form, viewOf(c).t);
    return versionPage(c, { problem, typed }, toProblem(error, c.get('requestId')).status);
  }
}

async function versionPage(
  c: VersionContext,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'corpus.read');
  const versionId = idOf(c);
  const window = { from: await firstShown(c, versionId), limit: passagesShown };
  const version = await readVersion(ctx, versionId, window);
  const document = await readDocument(ctx, { id: version.document_id });
  const path = feedback.problem === undefined ? undefined : `/corpus/versions/${version.id}`;
  const page = (
    <VersionPage
      view={viewOf(c, path)}
      version={version}
      document={document}
      quote={quoteIn(c)}
      feedback={feedback}
    />
  );
  return renderPage(c, page, status);
}

function idOf(c: VersionContext): string {
  const id = c.req.param('id');
  if (!isId(id)) throw new NotFoundError('no such version', { field: 'version' });
  return id;
}

function revisionOf(form: FormData): number {
  const revision = Number(textOf(form, 'revision'));
  if (Number.isSafeInteger(revision) && revision > 0) return revision;
  throw new ValidationError('the revision is missing', { field: 'revision' });
}

/** A day, or null when none was given. @throws ValidationError when it is no day of the calendar. */
function dayOf(form: FormData, name: string): string | null {
  const day = optionalText(form, name);
  if (day === null || isCalendarDay(day)) return day;
  throw new ValidationError(`${name} is not a day`, { field: name });
}
