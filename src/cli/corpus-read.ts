import { type Command, Option } from 'commander';
import {
  type DocumentEntry,
  type DocumentFilter,
  listDocuments,
  readDocument,
  readVersion,
} from '#corpus/index.ts';
import { maxPageSize } from '#db/pagination.ts';
import { chooseVersion } from './choose-versions.ts';
import { openSession, print, say } from './session.ts';
import { describeStanding } from './standing-text.ts';

/** list and show: what is in the corpus. */
export function registerCorpusReading(corpus: Command): void {
  corpus
    .command('list')
    .description('list documents with their newest version, newest first')
    .addOption(new Option('--state <state>', 'only these').choices(['draft', 'in_force', 'ended']))
    .option('--topic <topic>')
    .addOption(new Option('--pillar <pillar>').choices(['party', 'state', 'people']))
    .option('--language <code>', 'such as vi')
    .option('--text <text>', 'part of title, number or key')
    .option('--json', 'print one document per line as JSON')
    .action(list);
  corpus
    .command('show')
    .description('show a document with its versions, or one version with its text')
    .argument('<key>')
    .option('--version <n>', 'this version')
    .option('--json', 'print the result as one line of JSON')
    .action(show);
}

async function list(options: DocumentFilter & { json?: boolean }): Promise<void> {
  const { json, ...filter } = options;
  await using ctx = await openSession();
  let cursor: string | null = null;
  let count = 0;
  do {
    const page: Awaited<ReturnType<typeof listDocuments>> = await listDocuments(ctx, {
      ...filter,
      cursor,
      limit: maxPageSize,
    });
    for (const entry of page.items) {
      print(json === true ? JSON.stringify(entry) : oneLine(entry));
    }
    count += page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== null);
  if (json !== true) say(`${count} documents`);
}

function oneLine(entry: DocumentEntry): string {
  const { key, versionNumber, standing, language, number, title, citable } = entry;
  const marks = [number ?? title, ...(citable ? [] : ['internal'])].join(', ');
  return `${describeStanding(standing)}\t${key}\tv${versionNumber}\t${language}\t${marks}`;
}

async function show(key: string, options: { version?: string; json?: boolean }): Promise<void> {
  await using ctx = await openSession();
  if (options.version !== undefined) {
    const { id } = await chooseVersion(ctx, key, options.version);
    const version = await readVersion(ctx, id);
    if (options.json === true) return print(JSON.stringify(version));
    print(
      `${key} v${version.version_number}, revision ${version.revision}\t${version.metadata.title}`,
    );
    print(describeStanding(version.standing));
    print(`source\t${version.source_name}`);
    print(`written by\t${version.contributors.map(({ name }) => name).join(', ')}`);
    for (const { field, value } of version.proposals) {
      print(`proposed, not applied\t${field}\t${value}`);
    }
    return print(`\n${version.canonical_text}`);
  }
  const document = await readDocument(ctx, { key });
  if (options.json === true) return print(JSON.stringify(document));
  const { title, number, issuer, kind, language, topics, pillar, citable } = document;
  print(`${key}\t${[number, title].filter((part) => part !== null).join(' · ')}`);
  print([kind, language, issuer, pillar, ...topics].filter((part) => part !== null).join(' · '));
  if (!citable) print('internal guidance, never quoted');
  for (const version of document.versions) {
    const people = [
      `written by ${version.created_by}`,
      ...(version.approved_by === null ? [] : [`approved by ${version.approved_by}`]),
      ...(version.withdrawal_reason === null ? [] : [`withdrawn: ${version.withdrawal_reason}`]),
    ];
    print(
      `v${version.version_number}\t${describeStanding(version.standing)}\t${people.join(', ')}`,
    );
  }
}
