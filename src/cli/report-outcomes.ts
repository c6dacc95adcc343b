import type { FoundVersion } from '#corpus/index.ts';
import { describeError } from '#platform/errors.ts';
import type { VersionOutcome } from '#standing/index.ts';
import { print, say } from './session.ts';

/** Says what became of each version; the exit code is 1 when one was refused. */
export function reportOutcomes(input: {
  /** What was done, as in "3 versions approved". */
  done: string;
  versions: readonly FoundVersion[];
  outcomes: readonly VersionOutcome[];
  dryRun?: boolean | undefined;
  json?: boolean | undefined;
}): void {
  const { done, versions, outcomes, dryRun = false, json = false } = input;
  const byId = new Map(versions.map((version) => [version.id, version]));
  const refused = outcomes.filter(({ error }) => error !== null);
  for (const { versionId, error } of refused) {
    say(`✗ ${nameOf(byId.get(versionId))}: ${describeError(error)}`);
  }
  if (refused.length > 0) process.exitCode = 1;
  const count = outcomes.length - refused.length;
  if (!json) {
    return print(
      dryRun
        ? `${count} versions would be ${done} (dry run: nothing was written)`
        : `${count} versions ${done}`,
    );
  }
  const errors = refused.map(({ versionId, error }) => ({
    key: byId.get(versionId)?.key,
    version: byId.get(versionId)?.version_number,
    error: error?.message,
    field: error?.field,
    remedy: error?.remedy,
  }));
  print(JSON.stringify({ [done]: count, errors, dry_run: dryRun }));
}

function nameOf(version: FoundVersion | undefined): string {
  return version === undefined ? 'a version' : `${version.key} v${version.version_number}`;
}
