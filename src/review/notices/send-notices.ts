import type { Actor, DbContext } from '#db/context.ts';
import { mailedKinds, type MailedKind } from './notice.ts';
import { personalRows } from './notice-queries.ts';
import { renderMail } from './render-mail.ts';

export const sendNoticesJob = 'send-notices';

/** Sends one mail; `smtp-mailer.ts` is the one that does. */
export interface Mailer {
  /** `refused`: the server does not take this recipient. @throws UpstreamError when it takes nothing now. */
  send(mail: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<'sent' | 'refused'>;
}

/**
 * Writes to everybody with an address about what is new for them since the last mail. What a mail is
 * about is noted before it is sent, so that two runs at once write once, and struck out again when the
 * server is away; a process that dies in between loses that mail, and the pages still say it.
 * Returns how many were sent. @throws UpstreamError
 */
export async function sendNotices(
  ctx: DbContext & { readonly config: { readonly signIn: { readonly publicUrl: string } } },
  mailer: Mailer,
  options: { signal?: AbortSignal } = {},
): Promise<number> {
  const people = await ctx.db
    .selectFrom('app_user')
    .select(['id', 'name', 'roles', 'email'])
    .where('email', 'is not', null)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute();
  let sent = 0;
  for (const { id, name, roles, email } of people) {
    options.signal?.throwIfAborted();
    const news = await claimNews({ ...ctx, actor: { userId: id, name, roles } }, id);
    if (news.length === 0 || email === null) continue;
    const mail = renderMail(news, ctx.config.signIn.publicUrl);
    try {
      const outcome = await mailer.send({ to: email, ...mail });
      if (outcome === 'sent') sent += 1;
      else ctx.log.warn({ user: id }, 'the mail server does not take this recipient');
    } catch (error) {
      await unclaim(ctx, id, news);
      throw error;
    }
  }
  return sent;
}

interface News {
  readonly kind: MailedKind;
  readonly about: string;
  readonly postId: string | null;
}

/** What this person is to know and was never written to about, noted as written. */
async function claimNews(ctx: DbContext & { actor: Actor }, userId: string): Promise<News[]> {
  const { rows = [] } = (await personalRows(ctx)?.execute(ctx.db)) ?? {};
  const news = rows.flatMap(({ kind, about, post_id: postId }) => {
    const mailed = mailedKinds.find((one) => one === kind);
    return mailed === undefined ? [] : [{ kind: mailed, about, postId }];
  });
  if (news.length === 0) return [];
  const at = ctx.clock();
  const claimed = await ctx.db
    .insertInto('mail_sent')
    .values(news.map(({ kind, about }) => ({ user_id: userId, kind, about, sent_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['kind', 'about'])
    .execute();
  const isNew = new Set(claimed.map(({ kind, about }) => `${kind} ${about}`));
  return news.filter(({ kind, about }) => isNew.has(`${kind} ${about}`));
}

async function unclaim(ctx: DbContext, userId: string, news: readonly News[]): Promise<void> {
  await ctx.db
    .deleteFrom('mail_sent')
    .where('user_id', '=', userId)
    .where((eb) =>
      eb.or(news.map(({ kind, about }) => eb('kind', '=', kind).and('about', '=', about))),
    )
    .execute();
}
