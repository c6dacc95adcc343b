import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';
import { diffPassages, type DiffPassage, type PassageChange } from './diff-passages.ts';
import { readDiffPassages } from './read-passages.ts';
import { diffWords, type WordChange } from './diff-words.ts';

export interface VersionDiff {
  readonly beforeId: string;
  readonly afterId: string;
  readonly counts: Readonly<Record<PassageChange['kind'], number>>;
  /** In the order of the newer text; unchanged ones only when asked for. */
  readonly changes: ReadonlyArray<PassageChange & { readonly words: readonly WordChange[] | null }>;
}

/**
 * What became of each passage from one version to another, of the same document or of its successor; a
 * reworded one with its words compared. Reads only. @throws NotFoundError
 */
export async function diffVersions(
  ctx: Pick<DbContext, 'db'>,
  input: { beforeId: string; afterId: string; withUnchanged?: boolean },
): Promise<VersionDiff> {
  const before = await readPassages(ctx, input.beforeId);
  const after = await readPassages(ctx, input.afterId);
  const changes = diffPassages(before, after);
  const counts = { unchanged: 0, moved: 0, reworded: 0, removed: 0, added: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  const shown =
    input.withUnchanged === true ? changes : changes.filter(({ kind }) => kind !== 'unchanged');
  return {
    beforeId: input.beforeId,
    afterId: input.afterId,
    counts,
    changes: shown.map((change) => ({
      ...change,
      words:
        change.kind === 'reworded' && change.before !== null && change.after !== null
          ? diffWords(change.before.text, change.after.text)
          : null,
    })),
  };
}

async function readPassages(ctx: Pick<DbContext, 'db'>, versionId: string): Promise<DiffPassage[]> {
  const passages = await readDiffPassages(ctx, versionId);
  if (passages.length > 0) return passages;
  throw new NotFoundError('no such version, or one without text', { field: 'version' });
}
