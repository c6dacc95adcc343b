import type { Command } from 'commander';
import { appendCheckpoint, readCheckpoints, signCheckpoint } from '#audit/checkpoint-file.ts';
import { verifyAudit } from '#audit/index.ts';
import { writeExport } from '#audit/write-export.ts';
import { ConflictError } from '#platform/errors.ts';
import { startProgress } from '../terminal/progress.ts';
import { keyIds, type VerifyExportOptions, verifyExportedTrail } from './audit-verify-export.ts';
import { openSession, print, say } from './session.ts';

export function registerAudit(program: Command): void {
  const audit = program.command('audit').description('the trail of everything that was decided');
  audit
    .command('verify')
    .description('check that no event was changed, removed, reordered or taken back')
    .option('--export <file>', 'verify an exported trail, without any database')
    .option('--checkpoint <file>', 'with --export: one or more checkpoints, one a line')
    .option('--key <key...>', 'id or public key (base64) of a key that may have signed')
    .action(async (options: VerifyExportOptions) => {
      const verdict =
        options.export === undefined && options.checkpoint === undefined
          ? await verifyDatabase(options.key ?? [])
          : await verifyExportedTrail(options);
      say(verdict.problem === null ? '✓ the trail is whole' : `✗ ${verdict.problem}`);
      print(JSON.stringify(verdict));
      if (!verdict.ok) process.exitCode = 1;
    });
  audit
    .command('export')
    .description('write every event, one a line of canonical JSON')
    .argument('<file>')
    .action(async (file: string) => {
      await using ctx = await openSession();
      const { seq } = await ctx.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow();
      using progress = startProgress('exporting events', seq);
      const events = await writeExport(ctx, file, (written) => progress.update(written));
      print(JSON.stringify({ file, events }));
    });
  audit
    .command('checkpoint')
    .description('sign what the trail is now; keep it where the database is not')
    .option('--out <file>', 'add it to this file, too')
    .action(async (options: { out?: string }) => {
      await using ctx = await openSession();
      const checkpoint = await signCheckpoint(ctx, ctx.checkpointFile);
      if (checkpoint === null) throw new ConflictError('nothing has been recorded yet');
      if (options.out !== undefined) await appendCheckpoint(options.out, checkpoint);
      print(JSON.stringify(checkpoint));
    });
}

/** Trusted are this installation's key and those given: earlier keys of it. */
async function verifyDatabase(keys: readonly string[]) {
  await using ctx = await openSession();
  const outside = ctx.checkpointFile === null ? [] : await readCheckpoints(ctx.checkpointFile);
  const trustedKeys = [ctx.installationKey.id, ...(await keyIds(keys))];
  return await verifyAudit(ctx, { outside, trustedKeys });
}
