import { auditActions, type EventSearch } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { listAccounts, readUser } from '#identity/index.ts';
import { isoDay } from '#platform/clock.ts';
import { NotFoundError, ValidationError } from '#platform/errors.ts';
import type { TypedSearch } from './components/audit/search-form.tsx';
import { isId } from './forms.ts';

const dayMs = 86_400_000;
/** Names offered while one is typed. */
const offeredNames = 200;
const byName = new Intl.Collator('vi');

export function typedSearch(asked: (name: string) => string): TypedSearch {
  const text = (name: string): string => asked(name).trim().slice(0, 200);
  return {
    action: text('action'),
    person: text('person'),
    about: text('about'),
    from: text('from'),
    to: text('to'),
  };
}

/**
 * What was typed as a search; an action that is none is left out. @throws ValidationError (field `person`
 * or `day`).
 */
export async function readSearch(
  ctx: Pick<DbContext, 'db'>,
  typed: TypedSearch,
): Promise<EventSearch> {
  const from = dayOf(typed.from);
  const to = dayOf(typed.to);
  if (from !== undefined && to !== undefined && from > to) throw wrongDay();
  return {
    action: Object.values(auditActions)
      .flat()
      .find((one) => one === typed.action),
    actorId: typed.person === '' ? undefined : await accountOf(ctx, typed.person),
    entityIds: typed.about === '' ? undefined : [typed.about],
    from,
    to: to === undefined ? undefined : new Date(to.getTime() + dayMs),
  };
}

async function accountOf(ctx: Pick<DbContext, 'db'>, person: string): Promise<string> {
  if (isId(person)) return person;
  try {
    return (await readUser(ctx, { name: person.normalize('NFC') })).id;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    throw new ValidationError('there is no such user', { field: 'person', cause: error });
  }
}

/** Names of accounts for the field that asks for one. */
export async function someNames(ctx: Pick<DbContext, 'db'>): Promise<string[]> {
  const accounts = await listAccounts(ctx);
  return accounts
    .map(({ name }) => name)
    .toSorted(byName.compare)
    .slice(0, offeredNames);
}

/** Midnight in Vietnam (UTC+7, no daylight saving). */
function dayOf(day: string): Date | undefined {
  if (day === '') return undefined;
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00+07:00` : Number.NaN);
  if (Number.isNaN(at.getTime()) || isoDay(at) !== day) throw wrongDay();
  return at;
}

function wrongDay(): ValidationError {
  return new ValidationError('not a day, or the last is before the first', { field: 'day' });
}
