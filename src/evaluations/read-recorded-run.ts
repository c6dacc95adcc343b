import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';
import { type RecordedRun, selectRuns } from './list-recorded-runs.ts';
import { type EvalRun, parseRun } from './run-format.ts';

export interface RecordedRunView extends RecordedRun {
  readonly run: EvalRun;
  /** The file as it was recorded. */
  readonly file_text: string;
}

/** One recorded run with everything in its file. @throws NotFoundError */
export async function readRecordedRun(
  ctx: Pick<DbContext, 'db'>,
  runId: string,
): Promise<RecordedRunView> {
  const found = await selectRuns(ctx)
    .select('r.file_text')
    .where('r.id', '=', runId)
    .executeTakeFirst();
  if (found !== undefined) return { ...found, run: parseRun(found.file_text, found.name) };
  throw new NotFoundError('no such evaluation run', {
    field: 'evaluation_run',
    remedy: 'The list of evaluations shows the runs there are.',
  });
}
