import type { Command } from 'commander';
import { createInstallationKey } from '#audit/installation-key.ts';
import { readConfig } from '#config/env.ts';
import { openInstallation } from '../context.ts';
import { print } from './session.ts';

export function registerInstallation(program: Command): void {
  const installation = program
    .command('installation')
    .description('the key that signs for this installation');
  installation
    .command('new-key')
    .description('print a new private key, for INSTALLATION_KEY')
    .action(async () => print((await createInstallationKey()).trimEnd()));
  installation
    .command('show')
    .description('the id and the public key, for those who verify what was signed')
    .action(async () => {
      const key = await openInstallation(readConfig());
      print(JSON.stringify({ key_id: key.id, public_key: key.publicKey }));
    });
}
