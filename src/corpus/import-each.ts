import type { DbContext } from '#db/context.ts';
import { AppError, ValidationError } from '#platform/errors.ts';
import { importDocuments } from './import-documents.ts';
import type { ImportItem, ImportResult } from './import-item.ts';

export interface ImportOutcome {
  readonly item: ImportItem;
  /** Null when it was refused. */
  readonly result: ImportResult | null;
  readonly error: AppError | null;
}

export interface ImportEachInput {
  readonly items: readonly ImportItem[];
  readonly dryRun?: boolean | undefined;
  /** Where each key was used, over the calls of one import. */
  readonly seen?: Map<string, string> | undefined;
}

/**
 * Imports documents in one transaction; where that is refused, each in its own, so that what is wrong
 * with one does not stop the others. A key that was used before in the same import is refused, and a
 * document that supersedes one further down waits for it. Outcomes are in the order of the input.
 */
export async function importEach(
  ctx: DbContext,
  { items, dryRun = false, seen = new Map() }: ImportEachInput,
): Promise<ImportOutcome[]> {
  const outcomes = new Map<ImportItem, ImportOutcome>();
  const tryThese = async (list: readonly ImportItem[]): Promise<boolean> => {
    const found = await attempt(ctx, list, dryRun);
    for (const outcome of found) outcomes.set(outcome.item, outcome);
    return found.every(({ error }) => error === null);
  };
  const fresh = items.filter((item) => {
    const error = usedBefore(item, seen);
    if (error !== null) outcomes.set(item, { item, result: null, error });
    return error === null;
  });
  const isDone = fresh.length === 0 || (await tryThese(fresh));
  if (!isDone && fresh.length > 1) {
    let left = fresh;
    for (let before = Infinity; left.length < before;) {
      before = left.length;
      const refused: ImportItem[] = [];
      for (const item of left) if (!(await tryThese([item]))) refused.push(item);
      left = refused;
    }
    if (left.length > 1) await tryTogether(left, tryThese, outcomes);
  }
  return items.flatMap((item) => outcomes.get(item) ?? []);
}

/** Documents that name one another come in only together; else each keeps the error it had alone. */
async function tryTogether(
  left: readonly ImportItem[],
  tryThese: (list: readonly ImportItem[]) => Promise<boolean>,
  outcomes: Map<ImportItem, ImportOutcome>,
): Promise<void> {
  const alone = left.flatMap((item) => outcomes.get(item) ?? []);
  if (await tryThese(left)) return;
  for (const outcome of alone) outcomes.set(outcome.item, outcome);
}

function usedBefore(item: ImportItem, seen: Map<string, string>): ValidationError | null {
  const { key } = item.document;
  const earlier = seen.get(key);
  if (earlier === undefined) {
    seen.set(key, item.sourceName);
    return null;
  }
  return new ValidationError(`the key ${key} was already used by ${earlier}`, {
    field: 'key',
    remedy: 'Give every document of one import its own key.',
  });
}

async function attempt(
  ctx: DbContext,
  items: readonly ImportItem[],
  dryRun: boolean,
): Promise<ImportOutcome[]> {
  try {
    const results = await importDocuments(ctx, { items, dryRun });
    return items.map((item, at) => ({ item, result: results[at] ?? null, error: null }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return items.map((item) => ({ item, result: null, error }));
  }
}
