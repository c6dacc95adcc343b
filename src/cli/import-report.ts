import { print, say } from './session.ts';

export interface ImportSummary {
  readonly results: ReadonlyArray<{
    readonly change: 'created' | 'new_version' | 'unchanged';
    readonly key: string;
  }>;
  /** One line for each row or file that was refused. */
  readonly errors: readonly string[];
  /** What else is counted, by its name in the summary. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Says what an import did, or would do; the exit code is 1 when something was refused. */
export function reportImport({ results, errors, counts = {}, dryRun, json }: ImportSummary): void {
  const count = (change: ImportSummary['results'][number]['change']): number =>
    results.filter((result) => result.change === change).length;
  const summary = {
    created: count('created'),
    new_versions: count('new_version'),
    unchanged: count('unchanged'),
    ...counts,
    errors: errors.length,
    dry_run: dryRun,
  };
  for (const error of errors) say(`✗ ${error}`);
  if (dryRun && !json) for (const { change, key } of results) print(`${change}\t${key}`);
  const { dry_run: _, ...numbers } = summary;
  const words = Object.entries(numbers).map(
    ([name, value]) => `${value} ${name.replace('_', ' ')}`,
  );
  print(
    json
      ? JSON.stringify(summary)
      : `${words.join(', ')}${dryRun ? ' (dry run: nothing was written)' : ''}`,
  );
  if (errors.length > 0) process.exitCode = 1;
}
