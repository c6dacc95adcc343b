import type { DbContext } from '#db/context.ts';

/** Numbers of one statement. */
const atOnce = 5000;

/** Which of these rows of a file a person has submitted before, under the key of the file. */
export async function countedRows(
  ctx: Pick<DbContext, 'db'>,
  of: { readonly userId: string; readonly key: string },
  rows: readonly number[],
): Promise<Set<number>> {
  const counted = new Set<number>();
  for (let start = 0; start < rows.length; start += atOnce) {
    const found = await ctx.db
      .selectFrom('submission')
      .select('item_number')
      .where('submitted_by', '=', of.userId)
      .where('idempotency_key', '=', of.key)
      .where('item_number', 'in', rows.slice(start, start + atOnce))
      .execute();
    for (const { item_number: row } of found) counted.add(row);
  }
  return counted;
}
