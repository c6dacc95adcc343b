import { hashPassword } from 'better-auth/crypto';
import { generateSignedCookie } from 'hono/cookie';
import type { Actor } from '#db/context.ts';
import type { Role } from '#db/roles.ts';
import { createUser, sessionCookie, sessionSecret, type Visit } from '#identity/index.ts';
import { newId, randomToken } from '#platform/ids.ts';
import type { Context } from '../../src/context.ts';

export const password = 'một con mèo ngồi bên cửa sổ';
// Hashing takes long: once for all people of a test file.
const hash = hashPassword(password);

export interface TestPerson {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** A new account that signs in with `password`. */
export async function personOf(ctx: Context, ...roles: Role[]): Promise<TestPerson> {
  const name = `${roles[0]}-${newId()}`;
  const email = `${name}@thu-vien.invalid`;
  const { userId } = await createUser(ctx, { name, email, roles });
  const now = ctx.clock();
  await ctx.db
    .insertInto('auth_account')
    .values({
      id: newId(),
      account_id: userId,
      provider_id: 'credential',
      user_id: userId,
      password: await hash,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return { userId, name, email };
}

/** A session of this account, signed in and confirmed now, as the value of a `Cookie` header. */
export async function sessionCookieOf(ctx: Context, actor: Pick<Actor, 'userId'>): Promise<string> {
  const token = randomToken();
  const now = ctx.clock();
  await ctx.db
    .insertInto('auth_session')
    .values({
      id: newId(),
      user_id: actor.userId as string,
      token,
      expires_at: new Date(now.getTime() + ctx.config.signIn.sessionMs),
      ip_address: null,
      user_agent: null,
      created_at: now,
      updated_at: now,
      confirmed_at: now,
    })
    .execute();
  const set = await generateSignedCookie(sessionCookie, token, await sessionSecret(ctx));
  return set.split(';')[0] ?? '';
}

/** A browser with these cookies. */
export function visitWith(cookies: readonly string[] = []): Visit {
  const headers = new Headers({ 'User-Agent': 'a browser of tests' });
  const pairs = cookies.map((cookie) => cookie.split(';')[0]);
  if (pairs.length > 0) headers.set('Cookie', pairs.join('; '));
  return { headers, address: '192.0.2.7', secure: false };
}
