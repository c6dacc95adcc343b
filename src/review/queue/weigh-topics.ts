import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { canonicalText } from '#language/canonical-text.ts';
import { ForbiddenError, ValidationError } from '#platform/errors.ts';

export interface TopicWeight {
  readonly topic: string;
  /** 0 to 5: each unit counts as much as twice as many distinct submissions. */
  readonly weight: number;
  readonly setBy: string;
  readonly setAt: Date;
}

export const maxTopicWeight = 5;
const maxTopicLength = 100;

/**
 * Says how urgent posts answered from documents on a topic are, and puts those that wait into their new
 * order in the same transaction. Returns how many items that were. @throws ValidationError
 */
export async function setTopicWeight(
  ctx: DbContext,
  input: { topic: string; weight: number },
): Promise<{ reordered: number }> {
  const setBy = ctx.actor.userId;
  if (setBy === null) throw new ForbiddenError('only a person can weigh topics');
  const topic = checkTopic(input.topic);
  const { weight } = input;
  if (!(weight >= 0 && weight <= maxTopicWeight)) {
    throw new ValidationError('not a weight', {
      field: 'weight',
      remedy: `Give a number from 0 to ${maxTopicWeight}.`,
    });
  }
  return withTransaction(ctx, async (ctx) => {
    const before = await ctx.db
      .selectFrom('topic_weight')
      .select('weight')
      .where('topic', '=', topic)
      .forUpdate()
      .executeTakeFirst();
    const row = { weight, set_by: setBy, set_at: ctx.clock() };
    await ctx.db
      .insertInto('topic_weight')
      .values({ topic, ...row })
      .onConflict((conflict) => conflict.column('topic').doUpdateSet(row))
      .execute();
    const reordered = await reorder(ctx, topic);
    await appendAudit(ctx, [
      {
        action: 'topic.weighed',
        entityType: 'topic',
        entityId: topic,
        details: { weight, before: before?.weight ?? 0, reordered },
      },
    ]);
    return { reordered };
  });
}

/** All weights that were set, by topic. */
export async function listTopicWeights(ctx: DbContext): Promise<TopicWeight[]> {
  const rows = await ctx.db
    .selectFrom('topic_weight as w')
    .innerJoin('app_user as u', 'u.id', 'w.set_by')
    .select(['w.topic', 'w.weight', 'w.set_at', 'u.name as set_by'])
    .orderBy('w.topic')
    .execute();
  return rows.map(({ topic, weight, set_by: setBy, set_at: setAt }) => ({
    topic,
    weight,
    setBy,
    setAt,
  }));
}

/** Items in review of which any draft cites a document on the topic: the newest one is among them. */
async function reorder(ctx: DbContext, topic: string): Promise<number> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('review_item')
    .set((eb) => ({ priority: eb.fn<number>('review_priority', ['review_item.post_id']) }))
    .where('open', '=', true)
    .where('post_id', 'in', (eb) =>
      eb
        .selectFrom('draft as d')
        .innerJoin('citation as c', 'c.draft_id', 'd.id')
        .innerJoin('document_version as v', 'v.id', 'c.version_id')
        .innerJoin('document as o', 'o.id', 'v.document_id')
        .select('d.post_id')
        .where((eb) => eb(eb.val(topic), '=', eb.fn.any('o.topics'))),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function checkTopic(raw: string): string {
  const topic = canonicalText(raw).trim();
  if (
    topic !== '' &&
    Array.from(topic).length <= maxTopicLength &&
    topic.isWellFormed() &&
    !raw.includes('\0')
  )
    return topic;
  throw new ValidationError('a topic is needed', {
    field: 'topic',
    remedy: `Name it in 1 to ${maxTopicLength} characters, as the documents do.`,
  });
}
