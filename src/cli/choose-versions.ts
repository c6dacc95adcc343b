import { findVersions, type FoundVersion } from '#corpus/index.ts';
import { NotFoundError, ValidationError } from '#platform/errors.ts';
import type { Context } from '../context.ts';
import { parsePositive } from './session.ts';

/** The newest draft of each document, or of those with these keys. @throws NotFoundError naming a key that has none. */
export async function chooseDrafts(ctx: Context, keys: readonly string[]): Promise<FoundVersion[]> {
  const named = keys.length === 0 ? {} : { keys };
  const drafts = newestOfEach(await findVersions(ctx, { ...named, status: 'draft' }));
  requireEach(keys, drafts, 'has no draft');
  return drafts;
}

/** The version of each key that is in force, else the next to come. @throws NotFoundError naming a key that has none. */
export async function chooseApproved(
  ctx: Context,
  keys: readonly string[],
): Promise<FoundVersion[]> {
  const living = (await findVersions(ctx, { keys, status: 'approved' }))
    .filter(({ standing }) => standing.state === 'in_force' || standing.state === 'not_yet')
    // In force before not yet, and of those not yet in force the oldest.
    .toReversed()
    .toSorted(
      (a, b) => Number(b.standing.state === 'in_force') - Number(a.standing.state === 'in_force'),
    );
  const chosen = newestOfEach(living);
  requireEach(keys, chosen, 'has no version in force or to come');
  return chosen;
}

/** One version of a document by its number; the newest when none is given. @throws NotFoundError */
export async function chooseVersion(
  ctx: Context,
  key: string,
  number?: string,
): Promise<FoundVersion> {
  const versions = await findVersions(ctx, { keys: [key] });
  const wanted = number === undefined ? null : parsePositive(number, 'version');
  const found = versions.find((one) => wanted === null || one.version_number === wanted);
  if (found !== undefined) return found;
  throw new NotFoundError(`${key} has no version ${wanted}`, {
    field: 'version',
    remedy: `It has ${versions.map((one) => one.version_number).join(', ')}.`,
  });
}

/** Versions by keys, or the one that a number names. @throws ValidationError when a number comes with several keys. */
export async function chooseNumbered(
  ctx: Context,
  keys: readonly string[],
  {
    number,
    otherwise,
  }: {
    number: string | undefined;
    otherwise: (ctx: Context, keys: readonly string[]) => Promise<FoundVersion[]>;
  },
): Promise<FoundVersion[]> {
  if (number === undefined) return otherwise(ctx, keys);
  const [key] = keys;
  if (key === undefined || keys.length > 1) {
    throw new ValidationError('a version number needs exactly one key', { field: 'version' });
  }
  return [await chooseVersion(ctx, key, number)];
}

function newestOfEach(versions: readonly FoundVersion[]): FoundVersion[] {
  const seen = new Set<string>();
  return versions.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function requireEach(keys: readonly string[], found: readonly FoundVersion[], fault: string): void {
  const there = new Set(found.map(({ key }) => key));
  const missing = keys.find((key) => !there.has(key));
  if (missing === undefined) return;
  throw new NotFoundError(`${missing} ${fault}`, {
    field: 'keys',
    remedy: `doichung corpus show ${missing} lists its versions.`,
  });
}
