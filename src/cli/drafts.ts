import type { Command } from 'commander';
import { Option } from 'commander';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#config/env.ts';
import { draftAudiences, draftLanguages, draftLengths, draftVariants } from '#drafting/index.ts';
import { type Context, createContext } from '../context.ts';
import { draftExamples } from '../demo/draft-examples.ts';
import { runDemo } from '../demo/run-demo.ts';
import { renderVariant } from './draft-text.ts';
import { openSession, print } from './session.ts';

interface PreviewOptions {
  claim: string;
  audience?: (typeof draftAudiences)[number];
  length?: (typeof draftLengths)[number];
  language?: (typeof draftLanguages)[number];
  json?: boolean;
}

export function registerDrafts(program: Command): void {
  const drafts = program
    .command('drafts')
    .description('answers to claims, before anybody takes one');
  drafts
    .command('preview')
    .description('the drafts that would answer a claim, without storing one')
    .requiredOption('--claim <id>', 'the claim to answer')
    .addOption(
      new Option('--audience <audience>', 'only for these readers').choices(draftAudiences),
    )
    .addOption(new Option('--length <length>', 'only this long').choices(draftLengths))
    .addOption(new Option('--language <code>', 'in this language').choices(draftLanguages))
    .option('--json', 'print the drafts as one line of JSON')
    .action(preview);
  drafts
    .command('examples')
    .description('example drafts from the demonstration, in full: vi and en, every audience')
    .option('--json', 'end with {drafts, offered, byLength} as one line of JSON')
    .action(examples);
}

async function preview({ claim, audience, length, language, json }: PreviewOptions): Promise<void> {
  await using ctx = await openSession();
  const variants = await draftVariants(ctx, {
    claimId: claim,
    audiences: audience === undefined ? undefined : [audience],
    lengths: length === undefined ? undefined : [length],
    languages: language === undefined ? undefined : [language],
  });
  if (json === true) print(JSON.stringify(variants));
  else for (const variant of variants) print(renderVariant(variant));
}

async function examples({ json }: { json?: boolean }): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'doichung-drafts-'));
  try {
    const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'warn' });
    await using ctx: Context = await createContext(config, { logToStderr: true });
    await runDemo(ctx, dataDir);
    const { groups, summary } = await draftExamples(ctx);
    for (const { title, examples } of groups) {
      print(`\n${title}`);
      for (const { claim, variant } of examples) print(`\n« ${claim} »\n${renderVariant(variant)}`);
    }
    if (json === true) print(JSON.stringify(summary));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
