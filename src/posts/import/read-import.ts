import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import type { ImportState } from '#db/schema/imports.ts';
import { NotFoundError } from '#platform/errors.ts';
import type { Refusal } from './refusals.ts';

/** One file in a list. */
export interface ImportEntry {
  readonly id: string;
  readonly by: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly rows: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly repeated: number;
  readonly refused: number;
  readonly state: ImportState;
}

export interface ImportView extends ImportEntry {
  readonly refusals: readonly Refusal[];
  /** Different posts of the file, as far as they are stored. */
  readonly posts: number;
  /** Of these: analysed. */
  readonly analysed: number;
  /** Of these: with a draft. */
  readonly drafted: number;
}

const entryColumns = [
  'i.id',
  'u.name as by',
  'i.created_at as createdAt',
  'i.finished_at as finishedAt',
  'i.file_name as fileName',
  'i.file_sha256 as fileSha256',
  'i.rows',
  'i.stored',
  'i.duplicates',
  'i.repeated',
  'i.refused',
  'i.state',
] as const;

/** An import with how far it is. @throws NotFoundError, also for one that is somebody else's to see. */
export async function readImport(ctx: DbContext, importId: string): Promise<ImportView> {
  const found = await visible(ctx)
    .select(entryColumns)
    .select('i.errors')
    .where('i.id', '=', importId)
    .executeTakeFirst();
  if (found === undefined) {
    throw new NotFoundError('no such import', {
      field: 'import',
      remedy: 'Look for it in the list of imports: you see your own.',
    });
  }
  const { errors, ...entry } = found;
  return { ...entry, refusals: errors as readonly Refusal[], ...(await progressOf(ctx, importId)) };
}

/** Imports, newest first: one's own, and all for triagers and admins. */
export async function listImports(
  ctx: DbContext,
  input: { readonly cursor?: string | null | undefined; readonly limit: number },
): Promise<Page<ImportEntry>> {
  let query = visible(ctx)
    .select(entryColumns)
    .orderBy('i.id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor) query = query.where('i.id', '<', decodeCursor(input.cursor));
  return toPage(await query.execute(), input.limit, (row) => row.id);
}

function visible({ db, actor }: DbContext) {
  const query = db
    .selectFrom('post_import as i')
    .innerJoin('app_user as u', 'u.id', 'i.created_by');
  const seesAll = actor.roles.some((role) => role === 'triager' || role === 'admin');
  return seesAll ? query : query.where('i.created_by', '=', actor.userId);
}

async function progressOf(
  { db }: Pick<DbContext, 'db'>,
  importId: string,
): Promise<Pick<ImportView, 'posts' | 'analysed' | 'drafted'>> {
  const posts = db
    .selectFrom('submission')
    .select('post_id')
    .distinct()
    .where('import_id', '=', importId);
  return db
    .selectFrom('post as p')
    .select((eb) => [
      eb.fn.countAll<number>().as('posts'),
      eb.fn.count<number>('p.analysed_at').as('analysed'),
      eb.fn
        .countAll<number>()
        .filterWhere((where) =>
          where.exists(
            where.selectFrom('draft as d').select('d.id').whereRef('d.post_id', '=', 'p.id'),
          ),
        )
        .as('drafted'),
    ])
    .where('p.id', 'in', posts)
    .executeTakeFirstOrThrow();
}
