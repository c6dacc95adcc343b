import { type Context, Hono } from 'hono';
import { importEach } from '#corpus/index.ts';
import { requirePermission } from '#identity/index.ts';
import { AppError, UnavailableError, ValidationError } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { optionalText, readForm } from '../forms.ts';
import { UploadPage, type UploadResult } from '../pages/upload.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { type Feedback, viewOf } from '../view.ts';

export function uploadRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/corpus/upload', (c) => {
    requirePermission(c.get('ctx').actor, 'corpus.edit');
    return renderPage(c, <UploadPage view={viewOf(c)} result={null} feedback={{}} />);
  });
  routes.post('/corpus/upload', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'corpus.edit');
    const form = await readForm(c);
    const show = (result: UploadResult | null, feedback: Feedback, status: number) => {
      const view = viewOf(c, '/corpus/upload');
      return renderPage(c, <UploadPage view={view} result={result} feedback={feedback} />, status);
    };
    try {
      const file = form.get('file');
      if (!(file instanceof File) || file.size === 0) {
        throw new ValidationError('no file was chosen', { field: 'missing' });
      }
      const result = await importFile(c, file, optionalText(form, 'key'));
      const [only] = result.outcomes;
      const isPlain = result.outcomes.length === 1 && result.warnings.length === 0;
      if (isPlain && only?.error != null) throw only.error;
      if (isPlain && only?.result?.versionId != null && result.errors.length === 0) {
        return c.redirect(`/corpus/versions/${only.result.versionId}?notice=imported`, 303);
      }
      return await show(result, {}, 200);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = describeProblem(error, 'upload', viewOf(c).t);
      const { status } = toProblem(error, c.get('requestId'));
      return show(null, { problem, typed: form }, status);
    }
  });
  return routes;
}

/** Reads the file and stores its documents as drafts; one that is refused does not stop the others. */
async function importFile(
  c: Context<HttpEnv>,
  file: File,
  key: string | null,
): Promise<UploadResult> {
  const { ctx, readItems } = c.var;
  if (readItems === null) throw new UnavailableError('files cannot be read here');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const given = key === null ? {} : { key };
  const { items, warnings, errors } = await readItems(bytes, { fileName: file.name, given });
  return { fileName: file.name, outcomes: await importEach(ctx, { items }), warnings, errors };
}
