import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { requirePermission } from '#identity/index.ts';
import { ConflictError } from '#platform/errors.ts';
import { canonicalJson, sha256Hex } from '#platform/hash.ts';
import { citedPassages, goldPassages } from '../queries.ts';
import { buildGoldSet, type GoldPassage, type GoldSet } from './gold-set.ts';

export interface ExportedGold extends GoldSet {
  /** Every citable passage in force, and those cited from versions that no longer are. */
  readonly passages: readonly GoldPassage[];
}

/**
 * The gold set of everything reviewers have judged so far. Claims are spans of masked posts; nothing else
 * of a post, and no person, is in it. Each export leaves a trace.
 * @throws ForbiddenError unless the actor may, ConflictError when no passage was accepted yet.
 */
export async function exportGold(ctx: DbContext): Promise<ExportedGold> {
  requirePermission(ctx.actor, 'gold.export');
  return withTransaction(ctx, async (ctx) => {
    const set = buildGoldSet(await citedPassages(ctx));
    if (set.queries.length === 0) {
      throw new ConflictError('no reviewer has accepted a passage yet', {
        field: 'gold',
        remedy: 'Export once drafts have been approved, or their sentences labelled as supported.',
      });
    }
    const mentioned = new Set(set.qrels.map(({ passage }) => passage));
    const passages = await goldPassages(ctx, mentioned);
    await appendAudit(ctx, [
      {
        action: 'gold.exported',
        entityType: 'gold_set',
        entityId: await sha256Hex(canonicalJson(set)),
        details: { queries: set.queries.length, passages: passages.length },
      },
    ]);
    return { ...set, passages };
  });
}

/** Writes a BEIR folder and `groups.jsonl` beside it. */
export async function writeGold(directory: string, gold: ExportedGold): Promise<void> {
  await mkdir(directory, { recursive: true });
  const corpus = gold.passages.map(({ id, title, text, language }) => ({
    _id: id,
    title,
    text,
    lang: language,
  }));
  const queries = gold.queries.map(({ id, ...query }) => ({ _id: id, ...query }));
  const judged = gold.qrels.map(({ query, passage, grade }) => `${query}\t${passage}\t${grade}\n`);
  await writeFile(join(directory, 'corpus.jsonl'), jsonLines(corpus));
  await writeFile(join(directory, 'queries.jsonl'), jsonLines(queries));
  await writeFile(join(directory, 'qrels.tsv'), `query-id\tcorpus-id\tscore\n${judged.join('')}`);
  await writeFile(join(directory, 'groups.jsonl'), jsonLines(gold.groups));
}

function jsonLines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
