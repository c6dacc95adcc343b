import { withTransaction } from '#db/transaction.ts';
import { isoDay } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { nearPassages, type RetrievalContext } from '#retrieval/index.ts';
import { type ComparedPassage, readPassage } from './compared-passage.ts';
import { findContradictions } from './find-contradictions.ts';
import { findDuplicate } from './find-duplicates.ts';
import {
  comparablePassages,
  type ComparableRow,
  type FindingKind,
  uncheckedPassages,
} from './health-queries.ts';

/** Passages of one transaction: what a kill loses. */
const batchSize = 64;
/**
 * Among 5,783 passages of statutes 61 of 61 copies with one changed value had their original within their
 * 20 nearest, and 58 of 61 single sentences; none was farther away than a cosine of 0.5.
 */
const neighbours = 20;
const leastCosine = 0.5;
/** Passages kept read: a neighbour is near many. About 40 MB. */
const mostRead = 4_000;

export interface CorpusCheck {
  readonly passages: number;
  readonly nearDuplicates: number;
  readonly contradictions: number;
}

/**
 * Compares passages that were never compared with the nearest of the rest, and stores what editors should
 * look at. Of approved versions that have not ended, begun or not: a finding shows when both are in force.
 * Each batch is one transaction that also marks its passages, so that a kill or a second run at the same
 * time stores nothing twice. Vectors have to be there (`awaitVectors`). Returns what this run stored.
 */
export async function checkCorpus(
  ctx: RetrievalContext,
  options: { signal?: AbortSignal } = {},
): Promise<CorpusCheck> {
  const found = { passages: 0, nearDuplicates: 0, contradictions: 0 };
  const today = isoDay(ctx.clock());
  const read = new Map<number, ComparedPassage>();
  for (;;) {
    options.signal?.throwIfAborted();
    const batch = await uncheckedPassages(ctx, today, batchSize);
    if (batch.length === 0) return found;
    const findings = await compareBatch(ctx, batch, today, read);
    const stored = await withTransaction(ctx, async (ctx) => store(ctx, batch, findings));
    found.passages += batch.length;
    for (const kind of stored) {
      if (kind === 'contradiction') found.contradictions += 1;
      else found.nearDuplicates += 1;
    }
  }
}

interface NewFinding {
  readonly kind: FindingKind;
  readonly left: number;
  readonly right: number;
  readonly score: number;
  readonly details: ReturnType<typeof findContradictions>;
}

async function compareBatch(
  ctx: RetrievalContext,
  batch: readonly number[],
  today: string,
  read: Map<number, ComparedPassage>,
): Promise<NewFinding[]> {
  const near = await nearPassages(ctx, batch, { endsAfter: today, limit: neighbours });
  const pairs = new Map<string, { left: number; right: number; cosine: number }>();
  for (const [id, hits] of near) {
    for (const { passageId, score } of hits) {
      if (score < leastCosine) continue;
      const [left, right] = [Math.min(id, passageId), Math.max(id, passageId)];
      pairs.set(`${left} ${right}`, { left, right, cosine: Math.min(1, score) });
    }
  }
  await readAll(
    ctx,
    [...pairs.values()].flatMap(({ left, right }) => [left, right]),
    read,
  );
  return [...pairs.values()].flatMap(({ left, right, cosine }): NewFinding[] => {
    const [one, other] = [read.get(left), read.get(right)];
    if (one === undefined || other === undefined) return [];
    const details = findContradictions(one, other);
    if (details.length > 0) return [{ kind: 'contradiction', left, right, score: cosine, details }];
    const score = findDuplicate(one, other);
    return score === null ? [] : [{ kind: 'near_duplicate', left, right, score, details: [] }];
  });
}

async function readAll(
  ctx: RetrievalContext,
  ids: readonly number[],
  read: Map<number, ComparedPassage>,
): Promise<void> {
  if (read.size > mostRead) read.clear();
  const missing = [...new Set(ids)].filter((id) => !read.has(id));
  for (const row of await comparablePassages(ctx, missing)) {
    read.set(
      row.id,
      readPassage({
        id: row.id,
        documentId: row.document_id,
        language: row.language,
        text: row.text,
        headings: [row.title, ...row.heading_path, ...articleHeading(row)],
      }),
    );
  }
}

/** "Điều 5. Giờ mở cửa" stands only in the first passage of its article. */
function articleHeading({ article, article_opening: opening }: ComparableRow): string[] {
  if (article === null || opening === null) return [];
  return opening
    .split('\n')
    .filter((line) => line.startsWith(article))
    .slice(0, 1);
}

async function store(
  ctx: RetrievalContext,
  batch: readonly number[],
  findings: readonly NewFinding[],
): Promise<FindingKind[]> {
  const at = ctx.clock();
  await ctx.db
    .insertInto('passage_checked')
    .values(batch.map((id) => ({ passage_id: id, checked_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (findings.length === 0) return [];
  const stored = await ctx.db
    .insertInto('corpus_finding')
    .values(
      findings.map(({ kind, left, right, score, details }) => ({
        id: newId(),
        kind,
        left_passage: left,
        right_passage: right,
        score,
        details: JSON.stringify(details),
        found_at: at,
        dismissed_by: null,
        dismissed_at: null,
        dismissal_reason: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .execute();
  return stored.map((row) => row.kind);
}
