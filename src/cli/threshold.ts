import Table from 'cli-table3';
import type { Command } from 'commander';
import { NotFoundError, ValidationError } from '#platform/errors.ts';
import {
  approveThreshold,
  currentThresholds,
  listThresholds,
  type ModelThreshold,
  proposeThreshold,
  type ThresholdDecision,
} from '#retrieval/index.ts';
import { actingAs, openSession, print } from './session.ts';

/** Decisions shown; the API pages through all of them. */
const shown = 50;

export function registerThreshold(program: Command): void {
  const threshold = program
    .command('threshold')
    .description('the probability a match must reach, decided by two people');
  threshold
    .command('show')
    .description('what is in force for each embedding model, and every decision, newest first')
    .option('--json', 'print the result as one line of JSON')
    .action(show);
  threshold
    .command('propose')
    .description('propose another threshold; nothing changes until somebody else approves it')
    .requiredOption('--model <name>', 'an embedding model, as shown by: threshold show')
    .requiredOption('--value <probability>', 'from 0 to 1')
    .requiredOption('--reason <text>', 'why; others will read it')
    .requiredOption('--as <user>', 'an evaluator or admin')
    .action(async (options: { model: string; value: string; reason: string; as: string }) => {
      const value = parseProbability(options.value);
      await using ctx = await openSession();
      const actor = await actingAs(ctx, options.as, 'threshold.propose');
      const { model, reason } = options;
      const { id } = await proposeThreshold(actor, { model, threshold: value, reason });
      print(`${id}\nproposed; another person approves it: doichung threshold approve ${id} --as …`);
    });
  threshold
    .command('approve')
    .description('put a proposed threshold in force')
    .argument('<id>', 'the id shown when it was proposed')
    .requiredOption('--as <user>', 'an admin who did not propose it')
    .action(async (id: string, options: { as: string }) => {
      if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
        throw new NotFoundError(`${id} is no proposal`, {
          field: 'id',
          remedy: 'Take an id from: doichung threshold show',
        });
      }
      await using ctx = await openSession();
      await approveThreshold(await actingAs(ctx, options.as, 'threshold.approve'), { id });
      print('in force for searches from now on');
    });
}

async function show(options: { json?: boolean }): Promise<void> {
  await using ctx = await openSession();
  const models = await currentThresholds(ctx);
  const { items } = await listThresholds(ctx, { limit: shown });
  print(
    options.json === true
      ? JSON.stringify({ models, decisions: items })
      : `${modelTable(models)}\n${decisionTable(items)}`,
  );
}

/** `Number('')` is 0: an empty value must not become a threshold. */
function parseProbability(raw: string): number {
  if (/^(?:0|1|1\.0+|0?\.\d+)$/.test(raw.trim())) return Number(raw);
  throw new ValidationError(`${raw} is not a probability`, {
    field: '--value',
    remedy: 'Give a number from 0 to 1, such as 0.6.',
  });
}

function modelTable(models: readonly ModelThreshold[]): string {
  const table = new Table({
    head: ['model', 'state', 'in force', 'shipped'],
    style: { head: [], border: [] },
  });
  for (const { model, state, inForce, shipped } of models) {
    table.push([model, state, inForce ?? 'no match counts', shipped ?? 'never calibrated']);
  }
  return table.toString();
}

function decisionTable(decisions: readonly ThresholdDecision[]): string {
  if (decisions.length === 0) return 'nothing was ever proposed';
  const table = new Table({
    head: ['id', 'model', 'value', 'proposed', 'approved', 'reason'],
    style: { head: [], border: [] },
  });
  for (const { id, model, threshold, proposedBy, proposedAt, approvedBy, ...row } of decisions) {
    table.push([
      id,
      model,
      threshold,
      `${proposedBy} ${proposedAt.toISOString().slice(0, 10)}`,
      approvedBy === null ? '' : `${approvedBy} ${row.approvedAt?.toISOString().slice(0, 10)}`,
      row.reason,
    ]);
  }
  return table.toString();
}
