import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import type { EvaluationSummary } from '#db/schema/index.ts';

/** A recorded run without its file. */
export interface RecordedRun {
  readonly id: string;
  readonly recorded_by: string;
  readonly recorded_at: Date;
  /** When the run was made. */
  readonly measured_at: Date;
  readonly name: string;
  readonly split: string;
  readonly language: string | null;
  readonly model: string;
  readonly retriever: string;
  readonly corpus_sha256: string;
  readonly queries_sha256: string;
  readonly file_sha256: string;
  readonly summary: EvaluationSummary;
}

/** What two runs must share to be compared. */
type Comparable = Pick<
  RecordedRun,
  'id' | 'split' | 'language' | 'corpus_sha256' | 'queries_sha256'
>;

/** Recorded runs, the newest record first; of one data set where `name` is given. */
export async function listRecordedRuns(
  ctx: Pick<DbContext, 'db'>,
  input: {
    readonly name?: string | null | undefined;
    /** Only runs over the same data as this one, itself left out. */
    readonly comparableTo?: Comparable | undefined;
    readonly cursor?: string | null | undefined;
    readonly limit: number;
  },
): Promise<Page<RecordedRun>> {
  let query = selectRuns(ctx)
    .orderBy('r.id', 'desc')
    .limit(input.limit + 1);
  if (input.name) query = query.where('r.name', '=', input.name);
  const { comparableTo: like } = input;
  if (like !== undefined) {
    query = query
      .where('r.id', '!=', like.id)
      .where('r.split', '=', like.split)
      .where('r.language', 'is not distinct from', like.language)
      .where('r.corpus_sha256', '=', like.corpus_sha256)
      .where('r.queries_sha256', '=', like.queries_sha256);
  }
  if (input.cursor) query = query.where('r.id', '<', decodeCursor(input.cursor));
  return toPage(await query.execute(), input.limit, (row) => row.id);
}

/** Columns of a recorded run; `file_text` is read only where one run is opened. */
export function selectRuns(ctx: Pick<DbContext, 'db'>) {
  return ctx.db
    .selectFrom('evaluation_run as r')
    .innerJoin('app_user as u', 'u.id', 'r.recorded_by')
    .select(['r.id', 'u.name as recorded_by', 'r.recorded_at', 'r.measured_at', 'r.name'])
    .select(['r.split', 'r.language', 'r.model', 'r.retriever', 'r.corpus_sha256'])
    .select(['r.queries_sha256', 'r.file_sha256', 'r.summary']);
}
