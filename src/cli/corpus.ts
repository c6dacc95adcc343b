import type { Command } from 'commander';
import { registerCorpusDecisions } from './corpus-decide.ts';
import { registerCorpusEdit } from './corpus-edit.ts';
import { registerCorpusHealth } from './corpus-health.ts';
import { registerCorpusImport } from './corpus-import.ts';
import { registerCorpusReading } from './corpus-read.ts';
import { registerCorpusSearch } from './corpus-search.ts';
import { registerCorpusVersions } from './corpus-versions.ts';
import { registerGaps } from './gaps.ts';

export function registerCorpus(program: Command): void {
  const corpus = program.command('corpus').description('the approved corpus of official positions');
  for (const register of [
    registerCorpusImport,
    registerCorpusReading,
    registerCorpusVersions,
    registerCorpusEdit,
    registerCorpusDecisions,
    registerCorpusSearch,
    registerCorpusHealth,
    registerGaps,
  ]) {
    register(corpus);
  }
}
