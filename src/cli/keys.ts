import type { Command } from 'commander';
import { maxPageSize } from '#db/pagination.ts';
import {
  defaultKeyDays,
  defaultOverlapHours,
  type IssuedKey,
  issueKey,
  type Key,
  listKeys,
  readUser,
  revokeKey,
  rotateKey,
} from '#identity/index.ts';
import { ValidationError } from '#platform/errors.ts';
import { administering, asOption, openSession, parsePositive, print } from './session.ts';

interface Given {
  readonly as?: string;
  readonly label: string;
  readonly days: string;
  readonly scopes?: string;
  readonly overlap: string;
}

export function registerKeys(program: Command): void {
  const keys = program.command('keys').description('API keys; shown once, stored as a hash');
  asOption(keys.command('issue'))
    .argument('<user>')
    .option('--label <label>', 'what the key is for', 'command line')
    .option('--days <days>', 'how long it is valid', String(defaultKeyDays))
    .option(
      '--scopes <actions>',
      'what it may be used for, comma-separated; else all its user may do',
    )
    .action(async (userName: string, options: Given) => {
      const days = parsePositive(options.days, '--days');
      const scopes = options.scopes?.split(',').map((scope) => scope.trim());
      await using opened = await openSession();
      const ctx = await administering(opened, options);
      printKey(await issueKey(ctx, { userName, label: options.label, scopes, days }));
    });
  asOption(keys.command('rotate'))
    .description('a new key with the label and scopes of an old one, which works on for a while')
    .argument('<id>', 'the id shown when the key was issued')
    .option('--overlap <hours>', 'how long both work', String(defaultOverlapHours))
    .option('--days <days>', 'how long the new one is valid', String(defaultKeyDays))
    .action(async (raw: string, options: Given) => {
      const id = parseId(raw);
      const overlapHours =
        options.overlap === '0' ? 0 : parsePositive(options.overlap, '--overlap');
      const days = parsePositive(options.days, '--days');
      await using opened = await openSession();
      const ctx = await administering(opened, options);
      printKey(await rotateKey(ctx, { id, overlapHours, days }));
    });
  asOption(keys.command('revoke'))
    .argument('<id>', 'the id shown when the key was issued')
    .action(async (raw: string, options: Given) => {
      const id = parseId(raw);
      await using opened = await openSession();
      await revokeKey(await administering(opened, options), { id });
      print('revoked');
    });
  keys
    .command('list')
    .argument('[user]', 'whose; else everybody’s')
    .action(async (name: string | undefined) => {
      await using ctx = await openSession();
      const userId = name === undefined ? null : (await readUser(ctx, { name })).id;
      let cursor: string | null = null;
      do {
        const page = await listKeys(ctx, { userId, cursor, limit: maxPageSize });
        for (const key of page.items) print(line(key));
        cursor = page.nextCursor;
      } while (cursor !== null);
    });
}

function printKey({ id, key, expiresAt }: IssuedKey): void {
  print(`${key}\nid ${id}, valid until ${expiresAt?.toISOString().slice(0, 10) ?? 'revoked'}`);
}

function line(key: Key): string {
  const end = key.revokedAt === null ? key.expiresAt : key.revokedAt;
  return [
    key.id,
    key.userName,
    key.label,
    key.scopes?.join(',') ?? 'all',
    key.revokedAt === null ? 'ends' : 'revoked',
    end?.toISOString().slice(0, 10) ?? 'never',
    key.lastUsedOn ?? 'not used',
  ].join('\t');
}

function parseId(raw: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(raw)) return raw;
  throw new ValidationError(`${raw} is not the id of a key`, {
    field: 'id',
    remedy: 'Take one from: doichung keys list',
  });
}
