import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { diffVersions, readSource, type VersionDiff, versionBefore } from '#corpus/index.ts';
import { ValidationError } from '#platform/errors.ts';
import { chooseVersion } from './choose-versions.ts';
import { openSession, print, say } from './session.ts';

/** diff and source: a version beside the one before it, and its original. */
export function registerCorpusVersions(corpus: Command): void {
  corpus
    .command('diff')
    .description('show what became of each passage from one version to another')
    .argument('<key>')
    .option('--from <n>', 'default: the approved version before')
    .option('--to <n>', 'default: the newest')
    .option('--json', 'print the result as one line of JSON')
    .action(diff);
  corpus
    .command('source')
    .description('write the original file of a version')
    .argument('<key>')
    .option('--version <n>', 'default: the newest')
    .requiredOption('--out <file>', 'where to write it')
    .option('--force', 'replace what is there')
    .action(source);
}

async function diff(
  key: string,
  options: { from?: string; to?: string; json?: boolean },
): Promise<void> {
  await using ctx = await openSession();
  const after = await chooseVersion(ctx, key, options.to);
  const beforeId =
    options.from === undefined
      ? await versionBefore(ctx, after.id)
      : (await chooseVersion(ctx, key, options.from)).id;
  const found = await diffVersions(ctx, { beforeId, afterId: after.id });
  if (options.json === true) return print(JSON.stringify(found));
  for (const change of found.changes) print(describeChange(change));
  const { unchanged, moved, reworded, removed, added } = found.counts;
  say(
    `${unchanged} unchanged, ${moved} moved, ${reworded} reworded, ${removed} removed, ${added} added`,
  );
}

function describeChange({ kind, before, after, words }: VersionDiff['changes'][number]): string {
  const passage = after ?? before;
  const text =
    words === null
      ? (passage?.text ?? '')
      : words
          .map((part) => {
            if (part.kind === 'same') return part.text;
            return part.kind === 'removed' ? `[-${part.text}-]` : `{+${part.text}+}`;
          })
          .join('');
  const place = passage?.headingPath.join(' › ') ?? '';
  return `${kind}${place === '' ? '' : `  ${place}`}\n      ${text.replaceAll(/\s+/gu, ' ')}`;
}

async function source(
  key: string,
  options: { version?: string; out: string; force?: boolean },
): Promise<void> {
  await using ctx = await openSession();
  const { id } = await chooseVersion(ctx, key, options.version);
  const { bytes, media_type, sha256 } = await readSource(ctx, id);
  try {
    await writeFile(options.out, bytes, { flag: options.force === true ? 'w' : 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ValidationError(
      code === 'EEXIST' ? `${options.out} is there already` : `cannot write it: ${message}`,
      { field: 'out', remedy: code === 'EEXIST' ? 'Give another name, or --force.' : 'Check it.' },
    );
  }
  print(`${bytes.length} bytes of ${media_type} in ${options.out}, SHA-256 ${sha256}`);
}
