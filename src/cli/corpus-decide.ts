import type { Command } from 'commander';
import type { FoundVersion } from '#corpus/index.ts';
import type { Action } from '#identity/index.ts';
import {
  approveEach,
  attemptEach,
  discardDrafts,
  expireVersions,
  verifyVersions,
  withdrawVersions,
} from '#standing/index.ts';
import type { Context } from '../context.ts';
import { startProgress } from '../terminal/progress.ts';
import { chooseApproved, chooseDrafts, chooseNumbered } from './choose-versions.ts';
import { parseDay } from './parse-day.ts';
import { reportOutcomes } from './report-outcomes.ts';
import { actingAs, openSession, print } from './session.ts';

interface Decision {
  as: string;
  version?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** approve, withdraw, discard, verify and settle: what people decide about versions. */
export function registerCorpusDecisions(corpus: Command): void {
  decision(
    corpus.command('approve').argument('[keys...]', 'documents; all drafts when none is named'),
  )
    .description('bring drafts in force, the newest of each document')
    .requiredOption('--as <user>', 'a corpus approver who wrote and changed none of them')
    .action(approve);
  decision(corpus.command('withdraw').argument('<keys...>'))
    .description('take versions out of force; final')
    .requiredOption('--as <user>', 'a corpus approver')
    .requiredOption('--reason <text>', 'why; others will read it')
    .option('--from <day>', 'first day out of force, YYYY-MM-DD; default: today')
    .action(async (keys: string[], options: Decision & { reason: string; from?: string }) => {
      const from = options.from === undefined ? null : parseDay(options.from, 'from');
      const { reason } = options;
      await decide(keys, options, {
        may: 'corpus.approve',
        done: 'withdrawn',
        choose: chooseApproved,
        work: (ctx, versionIds) => withdrawVersions(ctx, { versionIds, reason, from }),
      });
    });
  decision(corpus.command('discard').argument('<keys...>'))
    .description('put the newest drafts aside for good')
    .requiredOption('--as <user>', 'a corpus editor')
    .requiredOption('--reason <text>', 'why; others will read it')
    .action(async (keys: string[], options: Decision & { reason: string }) => {
      await decide(keys, options, {
        may: 'corpus.edit',
        done: 'discarded',
        choose: chooseDrafts,
        work: (ctx, versionIds) => discardDrafts(ctx, { versionIds, reason: options.reason }),
      });
    });
  decision(corpus.command('verify').argument('<keys...>'))
    .description('note that versions were held against their source today and are right')
    .requiredOption('--as <user>', 'a corpus editor')
    .option('--recheck-by <day>', 'when to look again, YYYY-MM-DD')
    .action(async (keys: string[], options: Decision & { recheckBy?: string }) => {
      const raw = options.recheckBy;
      const recheckBy = raw === undefined ? null : parseDay(raw, 'recheck-by');
      await decide(keys, options, {
        may: 'corpus.edit',
        done: 'verified',
        choose: chooseApproved,
        work: (ctx, versionIds) => verifyVersions(ctx, { versionIds, recheckBy }),
      });
    });
  corpus
    .command('settle')
    .description('tell drafts and approvals now which cited versions have ended; for cron')
    .option('--json', 'print the result as one line of JSON')
    .action(async (options: { json?: boolean }) => {
      await using ctx = await openSession();
      const settled = await expireVersions(ctx);
      print(options.json === true ? JSON.stringify({ settled }) : `${settled} versions settled`);
    });
}

function decision(command: Command): Command {
  return command
    .option('--version <n>', 'this version, of one document')
    .option('--dry-run', 'try it and write nothing')
    .option('--json', 'print the result as one line of JSON');
}

async function approve(keys: string[], options: Decision): Promise<void> {
  await using ctx = await openSession();
  const approver = await actingAs(ctx, options.as, 'corpus.approve');
  const number = options.version;
  const versions = await chooseNumbered(ctx, keys, { number, otherwise: chooseDrafts });
  const outcomes = await approveFound(approver, versions, options.dryRun);
  reportOutcomes({ done: 'approved', versions, outcomes, ...options });
}

/** Approves drafts at the revision they were found with, one that is refused not stopping the others. */
export async function approveFound(
  ctx: Context,
  versions: readonly FoundVersion[],
  dryRun: boolean | undefined,
) {
  using progress = startProgress('approving', versions.length);
  return await approveEach(ctx, { versions, dryRun, onProgress: (done) => progress.update(done) });
}

async function decide(
  keys: string[],
  options: Decision,
  given: {
    may: Action;
    done: string;
    choose: (ctx: Context, keys: readonly string[]) => Promise<FoundVersion[]>;
    work: Parameters<typeof attemptEach>[2];
  },
): Promise<void> {
  await using ctx = await openSession();
  const actor = await actingAs(ctx, options.as, given.may);
  const number = options.version;
  const versions = await chooseNumbered(ctx, keys, { number, otherwise: given.choose });
  const units = versions.map(({ id }) => [id]);
  const outcomes = await attemptEach(actor, units, given.work, { dryRun: options.dryRun });
  reportOutcomes({ done: given.done, versions, outcomes, ...options });
}
