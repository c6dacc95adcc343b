import type { Command } from 'commander';
export function registerEval(_program: Command): void {}
