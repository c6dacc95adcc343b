import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import { type Finding, type FindingKind, selectFindings } from './health-queries.ts';
import { dayOrToday } from './health-day.ts';

/**
 * Findings nobody has dismissed whose two versions are both in force on `asOf` (YYYY-MM-DD, default
 * today in Vietnam), newest first. @throws ValidationError for a day or cursor that is none.
 */
export async function listFindings(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  input: {
    kind?: FindingKind | undefined;
    asOf?: string | undefined;
    cursor?: string | null | undefined;
    limit: number;
  },
): Promise<Page<Finding>> {
  const rows = await selectFindings(ctx, {
    day: dayOrToday(ctx, input.asOf),
    kind: input.kind ?? null,
    before: input.cursor ? decodeCursor(input.cursor) : null,
    limit: input.limit + 1,
  });
  return toPage(rows, input.limit, (row) => row.id);
}
