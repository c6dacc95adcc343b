import type { DbContext } from '#db/context.ts';
import { canonicalText } from '#language/canonical-text.ts';
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { type QueueFilter, queueFilter } from './queue-filter.ts';

export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly filter: QueueFilter;
}

const maxNameLength = 60;
const maxFilters = 50;

/**
 * Keeps a filter of the queue under a name for the acting person; the same name replaces it. How somebody
 * looks at the queue changes nothing for anybody else, so the trail does not tell of it.
 * @throws ValidationError, ConflictError when they have 50 already.
 */
export async function saveFilter(
  ctx: DbContext,
  input: { name: string; filter: QueueFilter },
): Promise<SavedFilter> {
  const userId = person(ctx);
  const name = checkName(input.name);
  const filter = queueFilter.parse(input.filter);
  const saved = await listFilters(ctx);
  if (saved.length >= maxFilters && !saved.some((one) => one.name === name)) {
    throw new ConflictError(`you have ${maxFilters} filters`, {
      field: 'name',
      remedy: 'Delete one you do not use, or give one of their names.',
    });
  }
  const { id } = await ctx.db
    .insertInto('saved_filter')
    .values({
      id: newId(),
      user_id: userId,
      name,
      filter: JSON.stringify(filter),
      created_at: ctx.clock(),
    })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'name']).doUpdateSet({ filter: JSON.stringify(filter) }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, name, filter };
}

/** The acting person's own, by name. One that this version cannot read any more is left out. */
export async function listFilters(ctx: DbContext): Promise<SavedFilter[]> {
  const rows = await ctx.db
    .selectFrom('saved_filter')
    .select(['id', 'name', 'filter'])
    .where('user_id', '=', person(ctx))
    .orderBy('name')
    .execute();
  return rows.flatMap(({ id, name, filter }) => {
    const { data } = queueFilter.safeParse(filter);
    return data === undefined ? [] : [{ id, name, filter: data }];
  });
}

/** @throws NotFoundError when the acting person has no such filter. */
export async function deleteFilter(ctx: DbContext, input: { id: string }): Promise<void> {
  const gone = await ctx.db
    .deleteFrom('saved_filter')
    .where('id', '=', input.id)
    .where('user_id', '=', person(ctx))
    .returning('id')
    .executeTakeFirst();
  if (gone === undefined) throw new NotFoundError('no such filter', { field: 'id' });
}

function person(ctx: DbContext): string {
  if (ctx.actor.userId === null) throw new ForbiddenError('a filter belongs to a person');
  return ctx.actor.userId;
}

function checkName(raw: string): string {
  const name = canonicalText(raw).trim();
  if (
    name !== '' &&
    Array.from(name).length <= maxNameLength &&
    name.isWellFormed() &&
    !raw.includes('\0')
  )
    return name;
  throw new ValidationError('a name is needed', {
    field: 'name',
    remedy: `Give the filter a name of 1 to ${maxNameLength} characters.`,
  });
}
