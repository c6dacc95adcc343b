import { print, say } from './session.ts';

/** Warnings and proposals listed; all are counted. */
const listed = 50;

export interface ImportSummary {
  readonly results: ReadonlyArray<{
    readonly change: 'created' | 'new_version' | 'unchanged';
    readonly key: string;
  }>;
  /** One line for each row or file that was refused. */
  readonly errors: readonly string[];
  /** What somebody ought to look at, one line each. */
  readonly warnings?: readonly string[];
  /** What was read in the texts and not applied, one line each. */
  readonly proposals?: readonly string[];
  /** What else is counted, by its name in the summary. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Says what an import did, or would do; the exit code is 1 when something was refused. */
export function reportImport(summary: ImportSummary): void {
  const { results, errors, warnings, proposals, counts = {}, dryRun, json } = summary;
  const count = (change: ImportSummary['results'][number]['change']): number =>
    results.filter((result) => result.change === change).length;
  const numbers = {
    created: count('created'),
    new_versions: count('new_version'),
    unchanged: count('unchanged'),
    ...counts,
    ...(warnings === undefined ? {} : { warnings: warnings.length }),
    ...(proposals === undefined ? {} : { proposals: proposals.length }),
    errors: errors.length,
  };
  for (const error of errors) say(`✗ ${error}`);
  sayFirst(warnings ?? [], (warning) => `! ${warning}`);
  sayFirst(proposals ?? [], (proposal) => `proposed, not applied\t${proposal}`);
  if (dryRun && !json) for (const { change, key } of results) print(`${change}\t${key}`);
  const words = Object.entries(numbers).map(
    ([name, value]) => `${value} ${name.replace('_', ' ')}`,
  );
  print(
    json
      ? JSON.stringify({ ...numbers, dry_run: dryRun })
      : `${words.join(', ')}${dryRun ? ' (dry run: nothing was written)' : ''}`,
  );
  if (errors.length > 0) process.exitCode = 1;
}

function sayFirst(lines: readonly string[], show: (line: string) => string): void {
  for (const line of lines.slice(0, listed)) say(show(line));
  if (lines.length > listed) say(`… and ${lines.length - listed} more`);
}
