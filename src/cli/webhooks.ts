import Table from 'cli-table3';
import type { Command } from 'commander';
import { ValidationError } from '#platform/errors.ts';
import {
  createEndpoint,
  listDeliveries,
  listEndpoints,
  type WebhookEvent,
  webhookEvents,
} from '#webhooks/index.ts';
import { actingAs, openSession, print } from './session.ts';

/** Rows shown; the API pages through all of them. */
const shown = 50;

export function registerWebhooks(program: Command): void {
  const webhooks = program
    .command('webhooks')
    .description('addresses that are told when approvals come in force or leave it');
  webhooks
    .command('create')
    .argument('<url>', 'http or https')
    .option('--events <events>', `comma-separated: ${webhookEvents.join(', ')}`)
    .requiredOption('--as <user>', 'an admin')
    .description('add an endpoint; its secret is shown once')
    .action(async (url: string, options: { events?: string; as: string }) => {
      const events = options.events === undefined ? webhookEvents : parseEvents(options.events);
      await using ctx = await openSession();
      const actor = await actingAs(ctx, options.as, 'webhooks.manage');
      const { endpointId, secret } = await createEndpoint(actor, { url, events });
      print(`${secret}\nid ${endpointId}`);
    });
  webhooks
    .command('list')
    .requiredOption('--as <user>', 'an admin')
    .option('--json', 'print the result as one line of JSON')
    .action(async (options: { as: string; json?: boolean }) => {
      await using ctx = await openSession();
      const actor = await actingAs(ctx, options.as, 'webhooks.manage');
      const { items } = await listEndpoints(actor, { limit: shown });
      const rows = items.map(({ id, url, events, disabledAt }) => [
        id,
        url,
        events.join(' '),
        disabledAt?.toISOString() ?? '',
      ]);
      show(options.json, items, ['id', 'address', 'events', 'disabled'], rows);
    });
  webhooks
    .command('deliveries')
    .argument('<id>', 'of an endpoint')
    .requiredOption('--as <user>', 'an admin')
    .option('--json', 'print the result as one line of JSON')
    .action(async (endpointId: string, options: { as: string; json?: boolean }) => {
      requireId(endpointId);
      await using ctx = await openSession();
      const actor = await actingAs(ctx, options.as, 'webhooks.manage');
      const { items } = await listDeliveries(actor, { endpointId, limit: shown });
      const rows = items.map(({ id, event, state, attempts, lastStatus, lastError }) => [
        id,
        event,
        state,
        attempts,
        lastStatus ?? lastError ?? '',
      ]);
      show(options.json, items, ['id', 'event', 'state', 'attempts', 'last'], rows);
    });
}

function show(
  asJson: boolean | undefined,
  items: readonly object[],
  head: string[],
  rows: ReadonlyArray<Array<string | number>>,
): void {
  if (asJson === true) return print(JSON.stringify(items));
  const table = new Table({ head, style: { head: [], border: [] } });
  table.push(...rows);
  print(table.toString());
}

function parseEvents(raw: string): WebhookEvent[] {
  return raw.split(',').map((part) => {
    const event = webhookEvents.find((known) => known === part.trim());
    if (event !== undefined) return event;
    throw new ValidationError(`${part.trim()} is no event`, {
      field: '--events',
      remedy: `Use some of: ${webhookEvents.join(', ')}.`,
    });
  });
}

function requireId(id: string): void {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return;
  throw new ValidationError(`${id} is not an identifier`, {
    field: 'id',
    remedy: 'Take one from: doichung webhooks list',
  });
}
