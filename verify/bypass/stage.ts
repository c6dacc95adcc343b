import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import { grantApplicationRole } from '#db/grants.ts';
import type { Role } from '#db/roles.ts';
import { createUser } from '#identity/index.ts';
import { jobSchema } from '#jobs/queues.ts';
import { newId } from '#platform/ids.ts';
import { decide, leaseNext } from '#review/index.ts';
import {
  type QuotedPassage,
  type ReviewableItem,
  storeReviewableItems,
} from '../../bench/support/reviewable-items.ts';
import { importDocuments } from '#corpus/index.ts';
import { approveVersions } from '#standing/index.ts';

export interface Person extends DbContext {
  readonly id: string;
}

type Lease = NonNullable<Awaited<ReturnType<typeof leaseNext>>>;

/** What attempts have at hand: people, posts in review, and the application's role. */
export interface Stage {
  readonly ctx: DbContext;
  person(...roles: Role[]): Promise<Person>;
  inReview(): Promise<ReviewableItem>;
  lease(reviewer: Person, item: ReviewableItem): Promise<Lease>;
  /** What a reviewer sends to decide. */
  answer(item: ReviewableItem, lease: Lease, verdict?: 'approve' | 'return' | 'decline'): Answer;
  vote(reviewer: Person, item: ReviewableItem): ReturnType<typeof decide>;
  /** Statements of one transaction as the application's role. */
  statement(...texts: string[]): Promise<void>;
}

export type Answer = Parameters<typeof decide>[1];

const leaseMs = 600_000;
const text =
  'Thư viện giả định mở cửa từ 8 giờ đến 17 giờ. Bạn đọc giả định được mượn tối đa 5 cuốn sách trong 30 ngày.';

/** Invented documents, an application role of this name, and nothing else. */
export async function setStage(ctx: DbContext, role: string): Promise<Stage> {
  const person = async (...roles: Role[]): Promise<Person> => {
    const actor = await createUser(ctx, { name: `${roles[0]}-${newId()}`, roles });
    return { ...ctx, actor, id: actor.userId };
  };
  await sql`create role ${sql.id(role)} nologin`.execute(ctx.db);
  await grantApplicationRole(ctx.db, { role, jobSchema });
  const drafter = await person('drafter');
  const quote = await quotedPassage(ctx, person);
  const lease: Stage['lease'] = async (reviewer, item) => {
    await ctx.db
      .updateTable('review_item')
      .set({ priority: 1e9 + Date.now() })
      .where('id', '=', item.itemId)
      .execute();
    const taken = await leaseNext(reviewer, { leaseMs });
    if (taken?.itemId !== item.itemId) throw new Error('another item came up, or none');
    return taken;
  };
  const answer: Stage['answer'] = (item, { itemId, token, fence }, verdict = 'approve') => ({
    itemId,
    leaseToken: token,
    fence,
    contentSha256: item.hash,
    verdict,
    reason: 'Đã đọc từng câu.',
    labels: item.quotes.map((_, ordinal) => ({ ordinal, label: 'supported' as const })),
  });
  return {
    ctx,
    person,
    lease,
    answer,
    async inReview() {
      const [item] = await storeReviewableItems(ctx, [[quote, quote]], drafter.id);
      return item as ReviewableItem;
    },
    async vote(reviewer, item) {
      return decide(reviewer, answer(item, await lease(reviewer, item)));
    },
    async statement(...texts) {
      await ctx.db.transaction().execute(async (db) => {
        await sql`set local role ${sql.id(role)}`.execute(db);
        for (const text of texts) await sql.raw(text).execute(db);
        await sql`set constraints all immediate`.execute(db);
      });
    },
  };
}

async function quotedPassage(ctx: DbContext, person: Stage['person']): Promise<QuotedPassage> {
  const document = {
    key: 'so-tay-gia-dinh',
    title: 'Sổ tay của thư viện giả định',
    language: 'vi',
    topics: [],
    citable: true,
    valid_from: '2020-01-01',
    text,
  };
  const item = { document, sourceName: 'so-tay.md', sourceSha256: '0'.repeat(64) };
  const [imported] = await importDocuments(await person('corpus_editor'), { items: [item] });
  const versionId = imported?.versionId ?? '';
  await approveVersions(await person('corpus_approver'), { versionIds: [versionId] });
  const passage = await ctx.db
    .selectFrom('passage as p')
    .innerJoin('document_version as v', 'v.id', 'p.version_id')
    .select(['p.id', 'p.start_offset as start', 'p.end_offset as end', 'v.canonical_text'])
    .where('p.version_id', '=', versionId)
    .limit(1)
    .executeTakeFirstOrThrow();
  const { id: passageId, start, end } = passage;
  const quote = Array.from(passage.canonical_text).slice(start, end).join('');
  return { versionId, passageId, start, end, quote };
}

/** Whether a draft has an approval in force. */
export async function isApproved(stage: Stage, item: ReviewableItem): Promise<boolean> {
  const row = await stage.ctx.db
    .selectFrom('approval')
    .select('id')
    .where('draft_id', '=', item.draftId)
    .where('status', '=', 'in_force')
    .executeTakeFirst();
  return row !== undefined;
}
