import type { Command } from 'commander';
import { withTransaction } from '#db/transaction.ts';
import { type Role, roles } from '#db/roles.ts';
import {
  createFirstAdmin,
  createUser,
  disableUser,
  enableUser,
  findUser,
  listUsers,
  mergeAccounts,
  readUser,
  resetTwoFactor,
  setPassword,
  setRoles,
  type User,
} from '#identity/index.ts';
import { requireReason } from '#language/require-reason.ts';
import { ValidationError } from '#platform/errors.ts';
import { revokeForMerge } from '#review/index.ts';
import { maxPageSize } from '#db/pagination.ts';
import { readPassword } from './read-password.ts';
import { administering, asOption, openSession, print } from './session.ts';

interface Given {
  readonly as?: string;
  readonly reason: string;
  readonly roles: string;
  readonly email?: string;
  readonly passwordStdin?: boolean;
}

const roleList = `comma-separated: ${roles.join(', ')}`;

/** Whoever can run commands beside the database administers its users; the trail says that it was a command. */
export function registerUsers(program: Command): void {
  const users = program.command('users').description('people, their accounts and roles');
  users
    .command('create-admin')
    .description('the first admin; only while there is no active one')
    .argument('<name>')
    .requiredOption('--email <address>', 'what they sign in with')
    .option('--password-stdin', 'read the password from standard input instead of asking for it')
    .action(async (name: string, options: { email: string; passwordStdin?: boolean }) => {
      await using opened = await openSession();
      const password = await readPassword(options);
      const admin = await withTransaction(await administering(opened, {}), async (ctx) => {
        const created = await createFirstAdmin(ctx, { name, email: options.email });
        await setPassword(ctx, { userId: created.userId, password });
        return created;
      });
      print(`${admin.name} (admin) signs in with ${options.email.toLowerCase()}`);
    });
  asOption(users.command('create'))
    .argument('<name>')
    .requiredOption('--roles <roles>', roleList)
    .option('--email <address>', 'what they sign in with; without it, keys only')
    .action(async (name: string, options: Given) => {
      const wanted = parseRoles(options.roles);
      await using opened = await openSession();
      const ctx = await administering(opened, options);
      const user = await createUser(ctx, { name, roles: wanted, email: options.email });
      print(`${user.name} (${user.roles.join(', ')})`);
    });
  users
    .command('list')
    .option('--json', 'one user a line, as JSON')
    .action(async (options: { json?: boolean }) => {
      await using ctx = await openSession();
      let cursor: string | null = null;
      do {
        const page = await listUsers(ctx, { cursor, limit: maxPageSize });
        for (const user of page.items) print(options.json ? JSON.stringify(user) : line(user));
        cursor = page.nextCursor;
      } while (cursor !== null);
    });
  users
    .command('show')
    .argument('<name>')
    .action(async (name: string) => {
      await using ctx = await openSession();
      print(JSON.stringify(await readUser(ctx, { name }), null, 2));
    });
  asOption(users.command('set-roles'))
    .description('replace the roles of a user; seen at their next request')
    .argument('<name>')
    .requiredOption('--roles <roles>', roleList)
    .action(async (name: string, options: Given) => {
      const wanted = parseRoles(options.roles);
      await using opened = await openSession();
      const ctx = await administering(opened, options);
      const { userId } = await findUser(ctx, name);
      await setRoles(ctx, { userId, roles: wanted });
      print(`${name} (${wanted.join(', ')})`);
    });
  asOption(users.command('set-password'))
    .argument('<name>')
    .option('--password-stdin', 'read the password from standard input instead of asking for it')
    .action(async (name: string, options: Given) => {
      await using opened = await openSession();
      const ctx = await administering(opened, options);
      const { userId } = await findUser(ctx, name);
      await setPassword(ctx, { userId, password: await readPassword(options) });
      print('set');
    });
  asOption(users.command('disable'))
    .description('take an account out of use; its keys and sessions end, what it held goes back')
    .argument('<name>')
    .requiredOption('--reason <text>', 'why; it stays in the audit trail')
    .action(async (name: string, options: Given) => {
      await using opened = await openSession();
      const ctx = await administering(opened, options);
      const { id } = await readUser(ctx, { name });
      await disableUser(ctx, { userId: id, reason: options.reason });
      print('disabled');
    });
  asOption(users.command('enable'))
    .description('take a disabled account back into use; its keys stay revoked')
    .argument('<name>')
    .requiredOption('--reason <text>', 'why; it stays in the audit trail')
    .action(async (name: string, options: Given) => {
      await using opened = await openSession();
      const ctx = await administering(opened, options);
      const { id } = await readUser(ctx, { name });
      await enableUser(ctx, { userId: id, reason: options.reason });
      print('enabled');
    });
  asOption(users.command('reset-authenticator'))
    .description('for who lost it: the password alone signs in until another is enrolled')
    .argument('<name>')
    .requiredOption('--reason <text>', 'how you know it is them; it stays in the audit trail')
    .action(async (name: string, options: Given) => {
      await using opened = await openSession();
      const ctx = await administering(opened, options);
      const { id: userId } = await readUser(ctx, { name });
      await resetTwoFactor(ctx, { userId, reason: requireReason(options.reason, '--reason') });
      print('reset');
    });
  users
    .command('merge')
    .description('two accounts are one person; cannot be undone')
    .argument('<from>', 'the account that is disabled')
    .argument('<into>', 'the account the person goes on with')
    .requiredOption('--reason <text>', 'how it was found; it stays in the audit trail')
    // What it takes out of force is revoked by a person.
    .requiredOption('--as <admin>', 'who does it')
    .action(async (from: string, into: string, options: Given) => {
      await using opened = await openSession();
      const ctx = await administering(opened, options);
      const ends = { from: (await readUser(ctx, { name: from })).id };
      const goesOn = (await readUser(ctx, { name: into })).id;
      const merged = await withTransaction(ctx, async (ctx) => {
        const found = await mergeAccounts(ctx, { ...ends, into: goesOn, reason: options.reason });
        await revokeForMerge(ctx, { userIds: found.userIds });
        return found;
      });
      print(JSON.stringify(merged));
    });
}

function line(user: User): string {
  const state = user.person !== user.id ? 'merged' : user.disabledAt === null ? '' : 'disabled';
  return [user.name, user.roles.join(','), user.email ?? '', state].join('\t').trimEnd();
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
