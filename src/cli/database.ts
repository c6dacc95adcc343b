import type { Command } from 'commander';
import { readConfig } from '#config/env.ts';
import { prepareAsOwner } from '#db/client.ts';
import { ValidationError } from '#platform/errors.ts';
import { consoleLog } from '#platform/console-log.ts';
import { jobTables } from '../context.ts';
import { print } from './session.ts';

export function registerDatabase(program: Command): void {
  program
    .command('database')
    .description('the server that DATABASE_URL names')
    .command('grant')
    .description('as the owner of its tables: migrate, and let a role run the application')
    .requiredOption('--role <name>', 'a role that exists, with no other rights')
    .action(async ({ role }: { role: string }) => {
      const { database } = readConfig();
      if (database.kind === 'pglite') {
        throw new ValidationError('the embedded database has one user', {
          field: 'DATABASE_URL',
          remedy:
            'Set DATABASE_URL, or DATABASE_OWNER_URL, to the owner of the tables on a server.',
        });
      }
      const ownerUrl = database.ownerUrl ?? database.url;
      await prepareAsOwner({ ownerUrl, role }, consoleLog, jobTables(consoleLog));
      print(JSON.stringify({ role, granted: true }));
    });
}
