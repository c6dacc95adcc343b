import { type Context, Hono } from 'hono';
import {
  compareRecordedRuns,
  evaluationTrend,
  listRecordedRuns,
  parseMetric,
  readRecordedRun,
  recordRun,
  type TrendPoint,
} from '#evaluations/index.ts';
import { requirePermission } from '#identity/index.ts';
import { AppError, NotFoundError, ValidationError } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { isId, readForm } from '../forms.ts';
import { EvaluationComparePage } from '../pages/evaluation-compare.tsx';
import { EvaluationPage } from '../pages/evaluation.tsx';
import { type DataSet, EvaluationsPage } from '../pages/evaluations.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { type Feedback, viewOf } from '../view.ts';

const pageSize = 25;
/** Runs offered to be compared with. */
const othersOffered = 50;
const moversShown = 20;
const names = new Intl.Collator('vi');

export function evaluationRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/evaluations', (c) => listPage(c, {}, 200));
  routes.post('/evaluations', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'evaluation.record');
    const form = await readForm(c);
    try {
      const file = form.get('file');
      if (!(file instanceof File) || file.size === 0) {
        throw new ValidationError('no file was chosen', { field: 'missing' });
      }
      const { id, known } = await recordRun(ctx, { text: await textIn(file), fileName: file.name });
      return c.redirect(`/evaluations/${id}?notice=${known ? 'known' : 'recorded'}`, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = describeProblem(error, 'evaluation', viewOf(c).t);
      return listPage(c, { problem }, toProblem(error, c.get('requestId')).status);
    }
  });
  routes.get('/evaluations/compare', (c) => comparePage(c));
  routes.get('/evaluations/:id', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'evaluation.read');
    const recorded = await readRecordedRun(ctx, checkedId(c.req.param('id')));
    const others = await comparable(c, recorded);
    const feedback = { notice: c.req.query('notice') };
    return renderPage(
      c,
      <EvaluationPage view={viewOf(c)} recorded={recorded} others={others} feedback={feedback} />,
    );
  });
  return routes;
}

async function listPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'evaluation.read');
  const name = c.req.query('data')?.trim() || null;
  const page = await listRecordedRuns(ctx, {
    name,
    cursor: c.req.query('cursor'),
    limit: pageSize,
  });
  const trend = await evaluationTrend(ctx);
  const view = viewOf(c, feedback.problem === undefined ? undefined : '/evaluations');
  return renderPage(
    c,
    <EvaluationsPage
      view={view}
      page={page}
      sets={setsOf(name === null ? trend : trend.filter((point) => point.name === name))}
      names={[...new Set(trend.map((point) => point.name))].toSorted(names.compare)}
      name={name}
      feedback={feedback}
    />,
    status,
  );
}

/** Runs that can be compared with one another, together; the data sets in the order of their names. */
function setsOf(points: readonly TrendPoint[]): DataSet[] {
  const groups = Map.groupBy(points, ({ name, split, language, dataSha256 }) =>
    [name, split, language ?? '', dataSha256].join('\n'),
  );
  return [...groups.values()]
    .flatMap(([first, ...rest]) =>
      first === undefined ? [] : [{ points: [first, ...rest] as const }],
    )
    .toSorted((a, b) => names.compare(a.points[0].name, b.points[0].name));
}

async function comparePage(c: Context<HttpEnv>): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'evaluation.read');
  const view = viewOf(c);
  if (!c.req.query('before') || !c.req.query('after')) {
    return renderPage(c, <EvaluationComparePage view={view} compared={null} feedback={{}} />);
  }
  try {
    const compared = await compareRecordedRuns(ctx, comparisonIn(c));
    const others = await comparable(c, compared.after);
    return await renderPage(
      c,
      <EvaluationComparePage view={view} compared={{ ...compared, others }} feedback={{}} />,
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'validation') throw error;
    const problem = describeProblem(error, 'page', view.t);
    const page = <EvaluationComparePage view={view} compared={null} feedback={{ problem }} />;
    return renderPage(c, page, toProblem(error, c.get('requestId')).status);
  }
}

/** What an address asks to compare. @throws ValidationError | NotFoundError */
export function comparisonIn(c: Context<HttpEnv>) {
  const margin = Number((c.req.query('margin')?.trim() || '0.01').replace(',', '.'));
  if (!(margin >= 0 && margin <= 1)) {
    throw new ValidationError('the margin is not a number from 0 to 1', { field: 'margin' });
  }
  return {
    beforeId: checkedId(c.req.query('before') ?? ''),
    afterId: checkedId(c.req.query('after') ?? ''),
    metric: parseMetric(c.req.query('metric') || 'success@10'),
    margin,
    movers: moversShown,
  };
}

async function comparable(c: Context<HttpEnv>, run: Parameters<typeof comparableInput>[0]) {
  const { items } = await listRecordedRuns(c.get('ctx'), comparableInput(run));
  return items;
}

function comparableInput(
  run: NonNullable<Parameters<typeof listRecordedRuns>[1]['comparableTo']>,
): Parameters<typeof listRecordedRuns>[1] {
  return { comparableTo: run, limit: othersOffered };
}

/** @throws ValidationError when the file is no text in UTF-8. */
async function textIn(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      await file.arrayBuffer(),
    );
  } catch (cause) {
    throw new ValidationError(`${file.name} is not UTF-8`, { field: 'run', cause });
  }
}

export function checkedId(id: string): string {
  if (!isId(id)) throw new NotFoundError('no such evaluation run', { field: 'evaluation_run' });
  return id;
}
