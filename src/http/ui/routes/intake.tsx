import { type Context, Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { AppError, TooLargeError, ValidationError } from '#platform/errors.ts';
import {
  checkImport,
  checkMapping,
  type ImportSettings,
  plainText,
  type PostFile,
  prepareRows,
  proposeMapping,
  readFileText,
  readTable,
  startImport,
} from '#posts/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import type { ChosenColumns } from '../components/intake-mapping.tsx';
import type { PreviewRow } from '../components/intake-preview.tsx';
import { choiceOf, optionalText, readForm, textOf } from '../forms.ts';
import { IntakePage, maxFileBytes, maxFileRows, type OpenFile } from '../pages/intake.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { type Feedback, viewOf } from '../view.ts';

const steps = ['read', 'preview', 'check', 'import'] as const;
const previewed = 5;

/**
 * Importing a file. Nothing unmasked may be stored, so between the steps the file travels in the form.
 * 10,000 rows are checked in 5 s on one core of an old laptop; others are served meanwhile.
 */
export function intakeRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/submit/file', (c) => {
    requirePermission(c.get('ctx').actor, 'posts.submit');
    return show(c, null, {}, 200);
  });
  routes.post('/submit/file', async (c) => {
    requirePermission(c.get('ctx').actor, 'posts.submit');
    const form = await readForm(c);
    let open: OpenFile | null = null;
    try {
      const step = choiceOf(form, 'step', steps);
      open = await openFile(form, step === 'read');
      if (step === 'read') {
        return await show(
          c,
          { ...open, preview: await previewOf(open, form) },
          { typed: form },
          200,
        );
      }
      const settings = settingsOf(open, form);
      open = { ...open, preview: await previewOf(open, form) };
      if (step === 'preview') return await show(c, open, { typed: form }, 200);
      return await finish(c, step, { open, settings, form });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = describeProblem(error, 'import', viewOf(c).t);
      const { status } = toProblem(error, c.get('requestId'));
      return show(c, open, { problem, typed: form }, status);
    }
  });
  return routes;
}

async function finish(
  c: Context<HttpEnv>,
  step: 'check' | 'import',
  given: { open: OpenFile; settings: ImportSettings; form: FormData },
): Promise<Response> {
  const { open, settings, form } = given;
  const { text } = open;
  const prepared = await prepareRows(open.file, settings);
  const { ctx } = c.var;
  if (step === 'import') {
    const input = { fileName: open.name, text, settings, prepared };
    const { importId, resumed } = await startImport(ctx, input);
    return c.redirect(`/imports/${importId}?notice=${resumed ? 'resumed' : 'started'}`, 303);
  }
  const counts = await checkImport(ctx, { text, settings, prepared });
  const forecast = { counts, refusals: prepared.refusals };
  return show(c, { ...open, forecast }, { typed: form }, 200);
}

function show(c: Context<HttpEnv>, open: OpenFile | null, feedback: Feedback, status: number) {
  const view = viewOf(c, '/submit/file');
  return renderPage(c, <IntakePage view={view} feedback={feedback} open={open} />, status);
}

/** The chosen file, or the one that came back with the page. @throws ValidationError | TooLargeError */
async function openFile(form: FormData, chosenNow: boolean): Promise<OpenFile> {
  const { name, text } = chosenNow
    ? await chosenFile(form)
    : { name: textOf(form, 'name'), text: plainText(textOf(form, 'content')) };
  refuseLarge(Buffer.byteLength(text));
  const file = readTable(text, maxFileRows);
  const chosen = chosenNow ? proposeMapping(file.columns) : chosenColumns(form);
  return { name, text, file, chosen, preview: [], forecast: null };
}

async function chosenFile(form: FormData): Promise<{ name: string; text: string }> {
  const file = form.get('file');
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) {
    throw new ValidationError('no file was chosen', { field: 'file.missing' });
  }
  refuseLarge(file.size);
  return { name: file.name, text: readFileText(new Uint8Array(await file.arrayBuffer())) };
}

function refuseLarge(bytes: number): void {
  if (bytes <= maxFileBytes) return;
  throw new TooLargeError(`the file is larger than ${maxFileBytes} bytes`, { field: 'file.size' });
}

function chosenColumns(form: FormData): ChosenColumns {
  const chosen = (name: string): number | null => {
    const value = textOf(form, name);
    return /^\d{1,3}$/.test(value) ? Number(value) : null;
  };
  return {
    text: chosen('map_text'),
    platform: chosen('map_platform'),
    url: chosen('map_url'),
    posted_at: chosen('map_posted_at'),
  };
}

/** @throws ValidationError for a mapping that cannot be; the platform's own. */
function settingsOf({ file, chosen }: OpenFile, form: FormData): ImportSettings {
  return { mapping: checkMapping(file.columns, chosen), platform: optionalText(form, 'platform') };
}

/** The first rows as they would be stored; none while it is not known where the text is. */
async function previewOf(open: OpenFile, form: FormData): Promise<PreviewRow[]> {
  if (open.chosen.text === null) return [];
  const first: Pick<PostFile, 'rows' | 'refusals'> = {
    rows: open.file.rows.slice(0, previewed),
    refusals: [],
  };
  const { rows, refusals } = await prepareRows(first, settingsOf(open, form));
  return [...rows, ...refusals].toSorted((a, b) => a.row - b.row);
}
