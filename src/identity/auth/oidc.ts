import { appendAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { UnauthenticatedError, UpstreamError } from '#platform/errors.ts';
import { askedBy } from './asked-by.ts';
import type { AuthContext, SignedIn, Visit } from './context.ts';
import { countVisit } from './count-attempt.ts';
import { authPath, createAuth, oidcProviderId, sessionCookie } from './create-auth.ts';
import { asAccount, record } from './record.ts';
import { settleSession } from './settle-session.ts';

/** Address of ours that the provider sends people back to, and that it has to know. */
export const oidcReturnPath = `${authPath}/callback/${oidcProviderId}`;

/** Where to send the browser, and what it keeps until it is back. @throws UpstreamError | TooManyError */
export async function startOidc(
  ctx: AuthContext,
  visit: Visit,
): Promise<SignedIn & { readonly url: string }> {
  await countVisit(ctx, visit.address);
  const auth = await createAuth(ctx, visit, { withOidc: true });
  try {
    const { headers, response } = await auth.api.signInSocial({
      body: { provider: oidcProviderId, callbackURL: '/', errorCallbackURL: '/login' },
      headers: askedBy(visit),
      returnHeaders: true,
    });
    if (response.url === undefined) throw new Error('no address of the provider');
    return { url: response.url, cookies: headers.getSetCookie() };
  } catch (error) {
    throw new UpstreamError('the sign-in provider does not answer', {
      field: 'oidc',
      remedy: 'Sign in with a password, or try again in a moment.',
      cause: error,
    });
  }
}

/**
 * What the provider sent the browser back with. It signs in an account that is there already, found by
 * the provider's own id or, once, by an e-mail address that the provider has verified.
 * @throws UnauthenticatedError | TooManyError
 */
export async function finishOidc(
  ctx: AuthContext,
  input: { readonly query: string; readonly visit: Visit },
): Promise<SignedIn> {
  const { visit } = input;
  await countVisit(ctx, visit.address);
  let linked = false;
  const options = { withOidc: true, onLinked: () => void (linked = true) };
  // Outside a transaction, because it asks the provider; what it stored counts once it is settled.
  const auth = await createAuth(ctx, visit, options);
  const url = `${ctx.config.signIn.publicUrl.replace(/\/$/, '')}${oidcReturnPath}${input.query}`;
  const answer = await auth.handler(new Request(url, { headers: askedBy(visit) }));
  const cookies = answer.headers.getSetCookie();
  const token = tokenIn(cookies);
  if (token === null) {
    await recordRefusal(ctx, reasonIn(answer));
    throw notSignedIn();
  }
  await withTransaction(ctx, async (ctx) => {
    const account = await settleSession(ctx, { token, how: 'oidc', visit });
    if (linked) await record(asAccount(ctx, account), 'account.linked', account.userId);
  }).catch(async (error: unknown) => {
    await ctx.db.deleteFrom('auth_session').where('token', '=', token).execute();
    if (!(error instanceof UnauthenticatedError)) throw error;
    await recordRefusal(ctx, 'account_disabled');
    throw notSignedIn();
  });
  return { cookies };
}

function tokenIn(cookies: readonly string[]): string | null {
  const start = `${sessionCookie}=`;
  const value = cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length) ?? '';
  return /^([\w-]+)\./.exec(value)?.[1] ?? null;
}

function reasonIn(answer: Response): string {
  const address = URL.parse(answer.headers.get('Location') ?? '', 'http://here');
  return (address?.searchParams.get('error') ?? `status_${answer.status}`).slice(0, 100);
}

/** Whose sign-in it was is not known: the provider's words about people do not go into the trail. */
async function recordRefusal(ctx: AuthContext, reason: string): Promise<void> {
  await withTransaction(ctx, (ctx) =>
    appendAudit(ctx, [
      {
        action: 'session.refused',
        entityType: 'sign_in_provider',
        entityId: oidcProviderId,
        details: { how: 'oidc', reason },
      },
    ]),
  );
}

function notSignedIn(): UnauthenticatedError {
  return new UnauthenticatedError('the provider named nobody who may sign in here', {
    field: 'oidc',
    remedy:
      'Ask an administrator for an account with the e-mail address the provider has verified.',
  });
}
