import type { Command } from 'commander';
import { DraftChanges, editDraftVersion } from '#corpus/index.ts';
import { ValidationError } from '#platform/errors.ts';
import { chooseDrafts, chooseNumbered } from './choose-versions.ts';
import { actingAs, openSession, print } from './session.ts';

interface EditOptions {
  as: string;
  set?: string[];
  accept?: string[];
  version?: string;
  json?: boolean;
}

export function registerCorpusEdit(corpus: Command): void {
  corpus
    .command('edit')
    .description('change what a draft says of itself; whoever does cannot approve it')
    .argument('<key>')
    .requiredOption('--as <user>', 'a corpus editor')
    .option('--set <field=value...>', 'topics separated by commas; an empty value takes it away')
    .option('--accept <fields...>', 'take the value proposed for these')
    .option('--version <n>', 'default: the newest draft')
    .option('--json', 'print the result as one line of JSON')
    .action(async (key: string, options: EditOptions) => {
      const changes = readChanges(options.set ?? []);
      await using ctx = await openSession();
      const editor = await actingAs(ctx, options.as, 'corpus.edit');
      const choice = { number: options.version, otherwise: chooseDrafts };
      const [draft] = await chooseNumbered(ctx, [key], choice);
      if (draft === undefined) return;
      const accept = options.accept ?? [];
      const { id: versionId, version_number: version } = draft;
      const input = { versionId, revision: draft.revision, changes, accept };
      const revision = await editDraftVersion(editor, input);
      print(
        options.json === true
          ? JSON.stringify({ key, version, revision })
          : `${key} v${version} is at revision ${revision}`,
      );
    });
}

/** Changes of a draft from field=value pairs. @throws ValidationError naming the field. */
export function readChanges(pairs: readonly string[]): DraftChanges {
  const changes = Object.fromEntries(
    pairs.map((pair) => {
      const [, field = '', value = ''] = /^(\w+)=([^]*)$/.exec(pair) ?? [];
      if (field === '') {
        throw new ValidationError(`${pair} is not field=value`, {
          field: 'set',
          remedy: 'Write for example --set number="01/2026/QĐ-GĐ".',
        });
      }
      return [field, valueOf(field, value.trim())];
    }),
  );
  const parsed = DraftChanges.safeParse(changes);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    throw new ValidationError(`there is no field ${issue.keys[0]}`, {
      field: issue.keys[0] ?? 'set',
      remedy: `Use one of ${Object.keys(DraftChanges.shape).join(', ')}.`,
    });
  }
  const field = String(issue?.path[0] ?? 'set');
  throw new ValidationError(`${field} is not valid`, { field, remedy: issue?.message ?? '' });
}

function valueOf(field: string, value: string): unknown {
  if (field === 'topics') {
    return value
      .split(',')
      .map((topic) => topic.trim())
      .filter((topic) => topic !== '');
  }
  if (field === 'citable' && /^(true|false)$/.test(value)) return value === 'true';
  return value === '' ? null : value;
}
