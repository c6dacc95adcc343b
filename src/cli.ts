import { Command, CommanderError } from 'commander';
import { describeError } from '#platform/errors.ts';
import { registerAlignments } from './cli/alignments.ts';
import { registerApprovals } from './cli/approvals.ts';
import { registerAudit } from './cli/audit.ts';
import { registerBundle } from './cli/bundle.ts';
import { registerCorpus } from './cli/corpus.ts';
import { registerDatabase } from './cli/database.ts';
import { registerDemo } from './cli/demo.ts';
import { registerDrafts } from './cli/drafts.ts';
import { registerEval } from './cli/eval.ts';
import { registerKeys } from './cli/keys.ts';
import { registerInstallation } from './cli/installation.ts';
import { registerGolden } from './cli/golden.ts';
import { registerNames } from './cli/names.ts';
import { registerPosts } from './cli/posts.ts';
import { registerPrompts } from './cli/prompts.ts';
import { registerStatistics } from './cli/statistics.ts';
import { registerThreshold } from './cli/threshold.ts';
import { registerUsers } from './cli/users.ts';
import { registerWebhooks } from './cli/webhooks.ts';
import { version } from './version.ts';

const program = new Command('doichung')
  .description('Answer false claims with sources, after human review, and never otherwise.')
  .version(version)
  // A subcommand's --version is a version of a document.
  .enablePositionalOptions()
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });
for (const register of [
  registerDemo,
  registerCorpus,
  registerNames,
  registerAlignments,
  registerPosts,
  registerDrafts,
  registerUsers,
  registerKeys,
  registerApprovals,
  registerBundle,
  registerAudit,
  registerInstallation,
  registerDatabase,
  registerEval,
  registerGolden,
  registerThreshold,
  registerPrompts,
  registerWebhooks,
  registerStatistics,
]) {
  register(program);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
  } else {
    process.stderr.write(`✗ ${describeError(error)}\n`);
    process.exitCode = 1;
  }
}
