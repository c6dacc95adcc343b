import { verifyAudit } from '#audit/index.ts';
import { readConfig } from '#config/env.ts';
import { createContext, type Context } from '../../src/context.ts';
import type { GivenDecision } from './reviewer.ts';

export interface DecisionFaults {
  /** Acknowledged decisions that are not in the database. */
  readonly lost: number;
  /** Items decided on by one person twice, by three, or approved twice. */
  readonly decidedTwice: number;
  /** Times an item was leased while an earlier lease of somebody else still ran. */
  readonly leasedByTwo: number;
  /** Decisions without their audit row, approvals that do not follow from two, and the like. */
  readonly other: number;
  readonly list: readonly string[];
  readonly stored: number;
  readonly approvals: number;
}

/** Holds the database against what clients were told, and the audit trail against both. */
export async function checkDecisions(
  env: Readonly<Record<string, string>>,
  given: readonly GivenDecision[],
): Promise<DecisionFaults> {
  await using ctx = await createContext(readConfig(env), { logToStderr: true });
  const list: string[] = [];
  const counts = { lost: 0, decidedTwice: 0, leasedByTwo: 0, other: 0 };
  const fault = (kind: keyof typeof counts, what: string): void => {
    counts[kind] += 1;
    list.push(`${kind}: ${what}`);
  };
  const rows = await ctx.db
    .selectFrom('review_decision')
    .select(['draft_id', 'review_item_id', 'reviewer', 'stage', 'fence', 'verdict'])
    .execute();
  const byLease = new Set(rows.map((row) => `${row.review_item_id} ${row.fence}`));
  for (const { itemId, fence, acknowledged } of given) {
    if (acknowledged && !byLease.has(`${itemId} ${fence}`)) fault('lost', `${itemId} at ${fence}`);
  }
  if (byLease.size !== rows.length) fault('decidedTwice', 'two decisions under one lease');
  for (const [draftId, decisions] of Map.groupBy(rows, (row) => row.draft_id)) {
    const people = new Set(decisions.map((row) => row.reviewer));
    const stages = decisions.map((row) => row.stage).toSorted((a, b) => a - b);
    if (people.size !== decisions.length || stages.join() !== [1, 2].slice(0, stages.length).join())
      fault('decidedTwice', `draft ${draftId} at stages ${stages.join(', ')}`);
  }
  const approvals = await checkApprovals(ctx, rows, fault);
  await checkLeases(ctx, fault);
  const verdict = await verifyAudit(ctx);
  if (!verdict.ok) fault('other', `the audit chain breaks: ${JSON.stringify(verdict.firstBreak)}`);
  return { ...counts, list, stored: rows.length, approvals };
}

type Fault = (kind: 'decidedTwice' | 'leasedByTwo' | 'other', what: string) => void;

async function checkApprovals(
  ctx: Context,
  rows: ReadonlyArray<{ draft_id: string; verdict: string }>,
  fault: Fault,
): Promise<number> {
  const approvals = await ctx.db.selectFrom('approval').select('draft_id').execute();
  const approving = Map.groupBy(
    rows.filter((row) => row.verdict === 'approve'),
    (row) => row.draft_id,
  );
  const approved = new Set(approvals.map((row) => row.draft_id));
  if (approved.size !== approvals.length) fault('decidedTwice', 'a draft was approved twice');
  for (const [draftId, decisions] of approving) {
    const should = decisions.length === 2;
    if (should !== approved.has(draftId)) fault('other', `draft ${draftId} and its approval`);
  }
  for (const draftId of approved) {
    if (!approving.has(draftId)) fault('other', `draft ${draftId} was approved by nobody`);
  }
  return approvals.length;
}

interface Held {
  readonly actor: string | null;
  readonly fence: number;
  readonly until: number;
}

/** By the trail: an item is leased anew only after its lease was answered, given back or ran out. */
async function checkLeases(ctx: Context, fault: Fault): Promise<void> {
  const decided = await ctx.db
    .selectFrom('review_decision')
    .select(['review_item_id', 'fence', 'decided_at'])
    .execute();
  const answered = new Set(decided.map((row) => `${row.review_item_id} ${row.fence}`));
  const leases = await ctx.db
    .selectFrom('audit_event')
    .select(['seq', 'at', 'entity_id', 'actor_id', 'details'])
    .where('action', '=', 'review_item.leased')
    .orderBy('seq')
    .execute();
  for (const [itemId, ofItem] of Map.groupBy(leases, (row) => row.entity_id)) {
    let fence = 0;
    let held = null as Held | null;
    for (const { at, actor_id: actor, details } of ofItem) {
      const now = Number(details['fence']);
      if (now <= fence) fault('other', `the fence of ${itemId} went from ${fence} to ${now}`);
      fence = now;
      const runs =
        held !== null && held.until > at.getTime() && !answered.has(`${itemId} ${held.fence}`);
      if (runs && held?.actor !== actor) fault('leasedByTwo', `${itemId} at fence ${now}`);
      held = { actor, fence, until: Date.parse(String(details['until'])) };
    }
  }
}
