import type { DbContext } from '#db/context.ts';

export interface Imported {
  readonly files: number;
  /** Rows of all files that were stored or counted so far. */
  readonly rows: number;
  /** Posts that wait to be analysed. */
  readonly waiting: number;
}

/** How far imports are; equal figures mean that nothing moved. Says nothing of whose they are. */
export async function countImported({
  db,
  actor,
}: Pick<DbContext, 'db' | 'actor'>): Promise<Imported> {
  if (actor.userId === null) return { files: 0, rows: 0, waiting: 0 };
  const row = await db
    .selectFrom('post_import')
    .select((one) => [
      one.fn.countAll<number>().as('files'),
      one.fn.sum<number | null>('stored').as('stored'),
      one.fn.sum<number | null>('duplicates').as('duplicates'),
      one.fn.sum<number | null>('repeated').as('repeated'),
      one
        .selectFrom('post')
        .select((post) => post.fn.countAll<number>().as('waiting'))
        .where('state', '=', 'RECEIVED')
        .as('waiting'),
    ])
    .executeTakeFirstOrThrow();
  return {
    files: row.files,
    rows: Number(row.stored) + Number(row.duplicates) + Number(row.repeated),
    waiting: Number(row.waiting),
  };
}
