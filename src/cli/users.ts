import type { Command } from 'commander';
import { type Role, roles } from '#db/roles.ts';
import { createUser, issueKey, revokeKey } from '#identity/index.ts';
import { ValidationError } from '#platform/errors.ts';
import { openSession, parsePositive, print } from './session.ts';

/** Whoever can run commands beside the database administers its users; the API has no such door. */
export function registerUsers(program: Command): void {
  const users = program.command('users').description('people and their roles');
  users
    .command('create')
    .argument('<name>')
    .requiredOption('--roles <roles>', `comma-separated: ${roles.join(', ')}`)
    .action(async (name: string, options: { roles: string }) => {
      const wanted = parseRoles(options.roles);
      await using ctx = await openSession();
      const user = await createUser(ctx, { name, roles: wanted });
      print(`${user.name} (${user.roles.join(', ')})`);
    });
  users.command('list').action(async () => {
    await using ctx = await openSession();
    const rows = await ctx.db.selectFrom('app_user').selectAll().orderBy('name').execute();
    for (const row of rows) {
      print(`${row.name}\t${row.roles.join(',')}${row.disabled_at === null ? '' : '\tdisabled'}`);
    }
  });
  const keys = program.command('keys').description('API keys; shown once, stored as a hash');
  keys
    .command('issue')
    .argument('<user>')
    .option('--label <label>', 'what the key is for', 'command line')
    .option('--days <days>', 'how long it is valid', '90')
    .action(async (userName: string, options: { label: string; days: string }) => {
      const days = parsePositive(options.days, '--days');
      await using ctx = await openSession();
      const expiresAt = new Date(ctx.clock().getTime() + days * 86_400_000);
      const { id, key } = await issueKey(ctx, { userName, label: options.label, expiresAt });
      print(`${key}\nid ${id}, valid until ${expiresAt.toISOString().slice(0, 10)}`);
    });
  keys
    .command('revoke')
    .argument('<id>', 'the id shown when the key was issued')
    .action(async (id: string) => {
      await using ctx = await openSession();
      await revokeKey(ctx, { id });
      print('revoked');
    });
}

function parseRoles(raw: string): Role[] {
  return raw.split(',').map((part) => {
    const role = roles.find((known) => known === part.trim());
    if (role !== undefined) return role;
    throw new ValidationError(`${part.trim()} is not a role`, {
      field: '--roles',
      remedy: `Use some of: ${roles.join(', ')}.`,
    });
  });
}
