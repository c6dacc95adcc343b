import { writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import {
  type ApprovedAnswer,
  decisionsCsv,
  exportApproval,
  type ExportFormat,
  exportFormats,
  listApprovals,
  publisherAt,
  renderClaimReview,
  renderMarkdown,
} from '#review/index.ts';
import type { Context } from '../context.ts';
import { parseDay } from './parse-day.ts';
import { actingAs, openSession, parsePositive, print } from './session.ts';

export function registerApprovals(program: Command): void {
  const approvals = program
    .command('approvals')
    .description('answers that two people approved and that are in force');
  approvals
    .command('list')
    .description('the newest approvals in force')
    .option('--limit <n>', 'at most so many', '20')
    .action(list);
  approvals
    .command('export <approval>')
    .description('write an approved answer to a file; nothing is published')
    .addOption(new Option('--format <format>', 'its form').choices(exportFormats).default('json'))
    .requiredOption('--out <file>', 'where to write it')
    .option('--as <user>', 'who exports')
    .action(exportOne);
  program
    .command('decisions')
    .description('what reviewers decided')
    .command('export')
    .description('write the decisions as CSV, one row each')
    .requiredOption('--out <file>', 'where to write them')
    .option('--as <user>', 'who exports')
    .option('--from <day>', 'first Vietnamese day, YYYY-MM-DD')
    .option('--to <day>', 'last Vietnamese day, YYYY-MM-DD')
    .action(exportDecisions);
}

async function list({ limit }: { limit: string }): Promise<void> {
  const count = Math.min(parsePositive(limit, '--limit'), 200);
  await using ctx = await openSession();
  const { items } = await listApprovals(ctx, { limit: count });
  for (const { id, approvedAt, contentSha256 } of items) {
    print(`${id}  ${approvedAt.toISOString()}  ${contentSha256}`);
  }
  print(JSON.stringify({ approvals: items.length }));
}

interface ExportOptions {
  readonly format: ExportFormat;
  readonly out: string;
  /** Absent: the system, which whoever has the database may be. */
  readonly as?: string;
}

async function exportOne(approvalId: string, { format, out, as }: ExportOptions): Promise<void> {
  await using ctx = await openSession();
  const acting = as === undefined ? ctx : await actingAs(ctx, as, 'export.read');
  const answer = await exportApproval(acting, approvalId, format);
  const content = await write(ctx, answer, format);
  await writeFile(out, content);
  print(JSON.stringify({ file: out, format, bytes: Buffer.byteLength(content) }));
}

async function write(
  ctx: Context,
  answer: ApprovedAnswer,
  format: ExportFormat,
): Promise<string | Uint8Array> {
  if (format === 'markdown') return renderMarkdown(answer);
  if (format === 'json') return `${JSON.stringify(answer, null, 2)}\n`;
  if (format === 'claimreview') {
    const publisher = publisherAt(ctx.config.signIn.publicUrl);
    return `${JSON.stringify(renderClaimReview(answer, { publisher }), null, 2)}\n`;
  }
  // A large library that only this needs.
  const { renderDocx } = await import('#review/export/render-docx.ts');
  return renderDocx(answer);
}

interface DecisionOptions {
  readonly out: string;
  /** Absent: the system, which whoever has the database may be. */
  readonly as?: string;
  readonly from?: string;
  readonly to?: string;
}

async function exportDecisions({ out, as, from, to }: DecisionOptions): Promise<void> {
  const range = {
    from: from === undefined ? null : parseDay(from, '--from'),
    to: to === undefined ? null : parseDay(to, '--to'),
  };
  await using ctx = await openSession();
  const acting = as === undefined ? ctx : await actingAs(ctx, as, 'export.read');
  const file = createWriteStream(out);
  await pipeline(Readable.from(decisionsCsv(acting, range)), file);
  print(JSON.stringify({ file: out, bytes: file.bytesWritten }));
}
