import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ForbiddenError, NotFoundError, ValidationError } from '#platform/errors.ts';

const maxUrlLength = 2000;

/**
 * Notes where the team published an approved answer: this service publishes nothing itself. Also for an
 * answer that left force since: whoever takes it back has to know where it stands. The same address again
 * changes nothing. @throws ValidationError, NotFoundError, ForbiddenError without a person
 */
export async function recordPublished(
  ctx: DbContext,
  input: { approvalId: string; url: string },
): Promise<{ url: string; added: boolean }> {
  const { userId } = ctx.actor;
  if (userId === null) throw new ForbiddenError('only a person can say where it was published');
  const url = parseAddress(input.url);
  return withTransaction(ctx, async (ctx) => {
    const approval = await ctx.db
      .selectFrom('approval')
      .select('id')
      .where('id', '=', input.approvalId)
      .executeTakeFirst();
    if (approval === undefined) throw new NotFoundError('no such approval', { field: 'approval' });
    const row = await ctx.db
      .insertInto('published_address')
      .values({ approval_id: approval.id, url, added_by: userId, added_at: ctx.clock() })
      .onConflict((conflict) => conflict.columns(['approval_id', 'url']).doNothing())
      .returning('url')
      .executeTakeFirst();
    if (row === undefined) return { url, added: false };
    await appendAudit(ctx, [
      {
        action: 'published.recorded',
        entityType: 'approval',
        entityId: approval.id,
        details: { url },
      },
    ]);
    return { url, added: true };
  });
}

function parseAddress(raw: string): string {
  const url = URL.parse(raw.trim());
  const whole =
    url !== null && /^https?:$/.test(url.protocol) && url.username + url.password === '';
  if (whole && url.href.length <= maxUrlLength) return url.href;
  throw new ValidationError('not an address of a page', {
    field: 'url',
    remedy: `Give an address that begins with https:// or http://, without a password, of at most ${maxUrlLength} characters.`,
  });
}
