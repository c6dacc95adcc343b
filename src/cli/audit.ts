import type { Command } from 'commander';
import { verifyAudit } from '#audit/index.ts';
import { openSession, print } from './session.ts';

export function registerAudit(program: Command): void {
  program
    .command('audit')
    .description('the trail of everything that was decided')
    .command('verify')
    .description('check that no event was changed, removed or reordered')
    .action(async () => {
      await using ctx = await openSession();
      const verdict = await verifyAudit(ctx);
      print(JSON.stringify(verdict));
      if (!verdict.ok) process.exitCode = 1;
    });
}
