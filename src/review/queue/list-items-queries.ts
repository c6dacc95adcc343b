import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import { databaseNow } from '#db/database-clock.ts';
import { canonicalText } from '#language/canonical-text.ts';
import type { QueueFilter } from './queue-filter.ts';

type Db = Pick<DbContext, 'db' | 'actor'>;

/**
 * Items with what the queue shows of them. A golden one is shown to who holds it, as any other would be,
 * and to nobody else.
 */
export function queueItems(ctx: Db, filter: QueueFilter) {
  let query = ctx.db
    .selectFrom('review_item as i')
    .innerJoin('post as p', 'p.id', 'i.post_id')
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.id', '=', 'i.leased_by').on('i.leased_until', '>', databaseNow),
    )
    .leftJoin('app_user as k', (join) =>
      join.onRef('k.id', '=', 'i.reserved_for').on('i.reserved_until', '>', databaseNow),
    )
    .select([
      'i.id',
      'i.post_id',
      'i.round',
      'i.priority',
      'i.leased_until',
      'i.reserved_until',
      'p.state',
      'p.text',
      'p.language',
      'p.submission_count',
      'p.received_at',
      'p.instructions',
      'u.id as leased_by_id',
      'u.name as leased_by',
      'k.id as reserved_for_id',
      'k.name as reserved_for',
    ])
    .select((eb) =>
      eb
        .case()
        .when('i.lease_ran_out_at', 'is not', null)
        .then(eb.ref('i.lease_ran_out_at'))
        .when('i.leased_until', '<=', databaseNow)
        .then(eb.ref('i.leased_until'))
        .else(null)
        .end()
        .as('ran_out_at'),
    )
    .select((eb) => eb('p.id', 'in', lostSources(ctx)).as('needs_recheck'))
    .select((eb) =>
      eb
        .case()
        .when('p.state', '<>', 'RETURNED')
        .then(null)
        .when('p.id', 'in', expired(ctx))
        .then('expired' as const)
        .when('p.id', 'in', reuseEnded(ctx))
        .then('reuse_ended' as const)
        .else(null)
        .end()
        .as('lost_answer'),
    )
    .where((eb) => (filter.holding === 'mine' ? eb.lit(true) : eb('p.golden', '=', false)));
  if (filter.state !== undefined) query = query.where('p.state', '=', filter.state);
  if (filter.needsRecheck === true) query = query.where('p.id', 'in', lostSources(ctx));
  if (filter.again === true) query = query.where('i.round', '>', 1);
  if (filter.language !== undefined) query = query.where('p.language', '=', filter.language);
  if (filter.minSubmissions !== undefined) {
    query = query.where('p.submission_count', '>=', filter.minSubmissions);
  }
  if (filter.text !== undefined) query = query.where('p.id', 'in', saying(ctx, filter.text));
  if (filter.topic !== undefined) {
    query = query.where('p.id', 'in', citingTopic(ctx, canonicalText(filter.topic)));
  }
  switch (filter.holding) {
    case 'waiting':
      return query.where('i.open', '=', true).where('u.id', 'is', null);
    case 'held':
      return query.where('u.id', 'is not', null);
    case 'mine':
      return query.where('u.id', '=', ctx.actor.userId);
    case 'for_me':
      return query.where('k.id', '=', ctx.actor.userId);
    default:
      return query;
  }
}

/** Posts that say all of these words, with or without their marks. */
function saying(ctx: Db, words: string) {
  return ctx.db
    .selectFrom('post_words as w')
    .select('w.post_id')
    .where(
      sql<boolean>`w.words @@ plainto_tsquery('simple', folded_words(${canonicalText(words)}))`,
    );
}

/** Posts whose newest draft lost a source. */
function lostSources(ctx: Db) {
  return newestDrafts(ctx).innerJoin('recheck as r', 'r.draft_id', 'd.id').select('d.post_id');
}

/** Posts whose newest draft was approved until its day to be reviewed by. */
function expired(ctx: Db) {
  return newestDrafts(ctx)
    .innerJoin('approval as a', 'a.draft_id', 'd.id')
    .select('d.post_id')
    .where('a.status', '=', 'expired');
}

/** Posts whose newest draft cites a document on the topic. */
function citingTopic(ctx: Db, topic: string) {
  return newestDrafts(ctx)
    .innerJoin('citation as c', 'c.draft_id', 'd.id')
    .innerJoin('document_version as v', 'v.id', 'c.version_id')
    .innerJoin('document as o', 'o.id', 'v.document_id')
    .select('d.post_id')
    .where((eb) => eb(eb.val(topic), '=', eb.fn.any('o.topics')));
}

function newestDrafts(ctx: Db) {
  return ctx.db.selectFrom('draft as d').where((eb) =>
    eb(
      'd.revision',
      '=',
      eb
        .selectFrom('draft as l')
        .select((eb) => eb.fn.max('l.revision').as('newest'))
        .whereRef('l.post_id', '=', 'd.post_id'),
    ),
  );
}

/** Posts that reused an answer and have no newer draft of their own. */
function reuseEnded(ctx: Db) {
  return ctx.db
    .selectFrom('reuse as r')
    .select('r.post_id')
    .where('r.status', '=', 'ended')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('draft as l')
            .select('l.id')
            .whereRef('l.post_id', '=', 'r.post_id')
            .whereRef('l.created_at', '>', 'r.ended_at'),
        ),
      ),
    );
}
