import { stringify } from 'csv-stringify/sync';
import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import type { SentenceLabel } from '#db/schema/index.ts';

export interface DecisionsRange {
  /** Vietnamese days (YYYY-MM-DD), both included; null: no limit. */
  readonly from: string | null;
  readonly to: string | null;
}

const pageSize = 500;
/** Spreadsheets take a file for UTF-8 only with this before it. */
const byteOrderMark = '\uFEFF';
const labels = [
  'supported',
  'not_supported',
  'unclear',
  'tone',
] as const satisfies readonly SentenceLabel[];
const columns = [
  'decided_at',
  'round',
  'stage',
  'reviewer',
  'verdict',
  'reason',
  ...labels,
  'post_sha256',
  'draft_id',
  'revision',
  'language',
  'content_sha256',
  'approval_id',
  'approval_status',
] as const;

/**
 * Decisions as CSV, oldest first, one row each, in parts of at most 500 rows; the first part begins with
 * the names of the columns. A first decision whose second is still to come is left out: the second reading
 * is blind. Cells that a spreadsheet would run as a formula begin with an apostrophe. Leaves a trace.
 */
export async function* decisionsCsv(ctx: DbContext, range: DecisionsRange): AsyncGenerator<string> {
  await withTransaction(ctx, (ctx) =>
    appendAudit(ctx, [
      {
        action: 'decisions.exported',
        entityType: 'review_decision',
        entityId: 'all',
        details: { from: range.from, to: range.to },
      },
    ]),
  );
  yield byteOrderMark + write([[...columns]]);
  let after: string | null = null;
  for (;;) {
    const rows = await readPage(ctx, range, after);
    if (rows.length > 0) yield write(rows.map(toCells));
    after = rows.at(-1)?.id ?? null;
    if (rows.length < pageSize) return;
  }
}

function write(rows: unknown[][]): string {
  return stringify(rows, { escape_formulas: true, record_delimiter: 'windows' });
}

type DecisionRow = Awaited<ReturnType<typeof readPage>>[number];

function toCells(row: DecisionRow): unknown[] {
  const counts = labels.map((label) => row.labels.filter((one) => one.label === label).length);
  return [
    row.decided_at.toISOString(),
    row.round,
    row.stage,
    row.reviewer,
    row.verdict,
    row.reason,
    ...counts,
    row.post_sha256,
    row.draft_id,
    row.revision,
    row.language,
    row.content_sha256,
    row.approval_id,
    row.approval_status,
  ];
}

/** Ids rise with time, so they order the pages. */
function readPage(ctx: Pick<DbContext, 'db'>, range: DecisionsRange, after: string | null) {
  let query = ctx.db
    .selectFrom('review_decision as r')
    .innerJoin('app_user as u', 'u.id', 'r.reviewer')
    .innerJoin('draft as d', 'd.id', 'r.draft_id')
    .innerJoin('post as p', 'p.id', 'd.post_id')
    .leftJoin('approval as a', 'a.draft_id', 'd.id')
    .select([
      'r.id',
      'r.decided_at',
      'r.round',
      'r.stage',
      'u.name as reviewer',
      'r.verdict',
      'r.reason',
      'r.labels',
      'p.content_sha256 as post_sha256',
      'r.draft_id',
      'd.revision',
      'd.language',
      'r.content_sha256',
      'a.id as approval_id',
      'a.status as approval_status',
    ])
    .where('p.golden', '=', false)
    .where((eb) =>
      eb.or([
        eb('p.state', '<>', 'IN_REVIEW'),
        eb.exists(
          eb
            .selectFrom('review_decision as o')
            .select('o.id')
            .whereRef('o.draft_id', '=', 'r.draft_id')
            .where('o.stage', '=', 2),
        ),
      ]),
    )
    .orderBy('r.id')
    .limit(pageSize);
  if (after !== null) query = query.where('r.id', '>', after);
  if (range.from !== null) query = query.where('r.decided_at', '>=', startOf(range.from, 0));
  if (range.to !== null) query = query.where('r.decided_at', '<', startOf(range.to, 1));
  return query.execute();
}

/** Midnight in Vietnam of a day, or of one so many days later. */
function startOf(day: string, later: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + later * 86_400_000);
}
