import { Readable } from 'node:stream';
import { Command } from 'commander';
import { expect, test, vi } from 'vitest';
import { authenticate, listUsers, readUser } from '#identity/index.ts';
import { describeError } from '#platform/errors.ts';
import { registerKeys } from '../../src/cli/keys.ts';
import { registerUsers } from '../../src/cli/users.ts';
import type { Context } from '../../src/context.ts';
import { createTestContext } from '../support/test-context.ts';

const shared = await createTestContext();
// Every command opens the database for itself; here they share one, which saves seconds for each.
vi.mock('../../src/cli/session.ts', async (original) => ({
  ...(await original<object>()),
  openSession: (): Context => ({ ...shared, [Symbol.asyncDispose]: async () => {} }),
}));

/** What a command prints, in this process, with this on its standard input. */
async function run(args: readonly string[], typed = ''): Promise<{ out: string; error: string }> {
  const output = { out: '', error: '' };
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output.out += String(text);
    return true;
  });
  const stdin = Object.assign(Readable.from([typed]), { isTTY: false });
  const input = vi.spyOn(process, 'stdin', 'get').mockReturnValue(stdin as never);
  try {
    const program = new Command().version('0').enablePositionalOptions();
    registerUsers(program);
    registerKeys(program);
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    output.error = describeError(error);
  } finally {
    write.mockRestore();
    input.mockRestore();
  }
  return output;
}

async function trail(): Promise<string[]> {
  const rows = await shared.db
    .selectFrom('audit_event')
    .select(['actor_name', 'action'])
    .orderBy('seq')
    .execute();
  return rows.map((row) => `${row.actor_name}: ${row.action}`);
}

const password = 'một câu chỉ mình tôi biết';

test('an installation gets its first admin, people and keys by commands, each in the trail', async () => {
  const first = ['users', 'create-admin', 'Lê', '--email', 'Le@Example.org'];
  expect((await run(first)).error).toContain('no terminal to ask');
  expect((await run([...first, '--password-stdin'], 'admin\n')).error).toContain('password');
  expect((await listUsers(shared, { limit: 5 })).items).toEqual([]);
  const made = await run([...first, '--password-stdin'], `${password}\n`);
  expect(made).toEqual({ out: 'Lê (admin) signs in with le@example.org\n', error: '' });
  const second = ['users', 'create-admin', 'An', '--email', 'an@example.org', '--password-stdin'];
  expect((await run(second, password)).error).toContain('there is an active admin already');
  const stored = await shared.db.selectFrom('auth_account').select('password').execute();
  expect(stored).toHaveLength(1);
  expect(JSON.stringify(stored)).not.toContain(password);

  await run(['users', 'create', 'Hà', '--roles', 'drafter', '--as', 'Lê']);
  await run(['users', 'create', 'Hà 2', '--roles', 'reviewer']);
  expect((await run(['users', 'create', 'x', '--roles', 'owner'])).error).toContain('not a role');
  await run(['users', 'set-roles', 'Hà', '--roles', 'triager,drafter', '--as', 'Lê']);
  const own = await run(['users', 'set-roles', 'Lê', '--roles', 'reviewer', '--as', 'Lê']);
  expect(own.error).toContain('nobody changes their own roles');
  const byOther = await run(['users', 'set-roles', 'Hà', '--roles', 'auditor', '--as', 'Hà 2']);
  expect(byOther.error).toContain('users.manage');

  const issued = await run(['keys', 'issue', 'Hà', '--scopes', 'posts.read,keys.own']);
  const [key = '', rest = ''] = issued.out.split('\n');
  const id = rest.slice(3, 39);
  expect(await authenticate(shared, key)).toMatchObject({
    name: 'Hà',
    credential: { scopes: ['posts.read', 'keys.own'] },
  });
  const rotated = await run(['keys', 'rotate', id, '--overlap', '0']);
  expect(await authenticate(shared, key)).toBeNull();
  expect(await authenticate(shared, rotated.out.split('\n')[0] ?? '')).not.toBeNull();
  const list = await run(['keys', 'list', 'Hà']);
  expect(list.out.trim().split('\n')).toHaveLength(2);
  expect(list.out).not.toContain('dct_');
  expect((await run(['keys', 'revoke', 'x'])).error).toContain('not the id of a key');

  const merge = ['users', 'merge', 'Hà', 'Hà 2', '--reason', 'một người', '--as', 'Lê'];
  const merged = JSON.parse((await run(merge)).out) as { userIds: string[] };
  expect(merged.userIds).toHaveLength(2);
  expect((await readUser(shared, { name: 'Hà' })).disabledAt).not.toBeNull();
  const back = await run(['users', 'enable', 'Hà', '--reason', 'nhầm']);
  expect(back.error).toContain('merged into another');
  const last = await run(['users', 'disable', 'Lê', '--reason', 'nghỉ']);
  expect(last.error).toContain('last active admin');
  await run(['users', 'disable', 'Hà 2', '--reason', 'nghỉ']);
  const users = await run(['users', 'list']);
  expect(users.out).toMatch(/^Hà\t.*\tmerged$/m);
  expect(users.out).toMatch(/^Hà 2\t.*\tdisabled$/m);
  expect(JSON.parse((await run(['users', 'show', 'Lê'])).out)).toMatchObject({ roles: ['admin'] });

  const events = await trail();
  for (const expected of [
    'system (command line): user.created',
    'Lê: user.created',
    'Lê: user.roles_set',
    'Lê: user.roles_refused',
    'system (command line): key.issued',
    'system (command line): key.rotated',
    'Lê: user.merged',
    'system (command line): user.disabled',
  ]) {
    expect(events).toContain(expected);
  }
});
