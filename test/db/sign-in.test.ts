import { describe, expect, test } from 'vitest';
import {
  changePassword,
  confirmIdentity,
  confirmTwoFactor,
  disableUser,
  endSession,
  enrolTwoFactor,
  listSessions,
  readSession,
  removeTwoFactor,
  resetTwoFactor,
  setPassword,
  setRoles,
  sessionCookie,
  signIn,
  signInWithCode,
} from '#identity/index.ts';
import type { Context } from '../../src/context.ts';
import {
  password,
  personOf,
  sessionCookieOf,
  type TestPerson,
  visitWith,
} from '../support/people.ts';
import { createTestContext } from '../support/test-context.ts';
import { codeOf } from '../support/totp.ts';

const ctx = await createTestContext();

const tokenIn = (cookies: readonly string[]): string => {
  const set = cookies.find((cookie) => cookie.startsWith(`${sessionCookie}=`)) ?? '';
  return decodeURIComponent(set.slice(sessionCookie.length + 1)).split('.')[0] ?? '';
};

const trail = async (userId: string): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('audit_event')
    .select('action')
    .where('entity_id', '=', userId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.action).filter((action) => action !== 'user.created');
};

/** Signed in, as the pages would act for them. */
const acting = async (person: TestPerson, cookie?: string) => {
  const value = cookie ?? (await sessionCookieOf(ctx, person));
  const actor = await readSession(ctx, tokenIn([value]));
  if (actor === null) throw new Error('no session');
  return { as: { ...ctx, actor } as Context, visit: visitWith([value]) };
};

describe('signing in with a password', () => {
  test('gives a confirmed session with the roles of now, and a row in the trail', async () => {
    const person = await personOf(ctx, 'drafter');
    const email = ` ${person.email.toUpperCase()}`;
    const decomposed = password.normalize('NFD');
    const step = await signIn(ctx, { email, password: decomposed, visit: visitWith() });
    expect(step.codeNeeded).toBe(false);
    const actor = await readSession(ctx, tokenIn(step.cookies));
    expect(actor).toMatchObject({ userId: person.userId, roles: ['drafter'] });
    expect(actor?.credential).toMatchObject({ kind: 'session', scopes: null });
    expect(actor?.credential?.confirmedAt?.getTime()).toBeCloseTo(Date.now(), -4);
    expect(await trail(person.userId)).toEqual(['session.started']);
    await setRoles(ctx, { userId: person.userId, roles: ['auditor'] });
    expect((await readSession(ctx, tokenIn(step.cookies)))?.roles).toEqual(['auditor']);
    await disableUser(ctx, { userId: person.userId, reason: 'left' });
    expect(await readSession(ctx, tokenIn(step.cookies))).toBeNull();
  });

  test('an unknown address, a wrong password and a disabled account are told apart by nobody', async () => {
    const known = await personOf(ctx, 'drafter');
    const disabled = await personOf(ctx, 'drafter');
    await disableUser(ctx, { userId: disabled.userId, reason: 'left' });
    const refusals: unknown[] = [];
    for (const [email, typed] of [
      ['nobody@thu-vien.invalid', password],
      [known.email, `${password}!`],
      [disabled.email, password],
      [known.email, `${password}${'x'.repeat(2000)}`],
    ] as const) {
      const tried = signIn(ctx, { email, password: typed, visit: visitWith() });
      refusals.push(await tried.catch(({ code, message, field }) => ({ code, message, field })));
    }
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: 'unauthenticated', field: 'sign_in' });
    expect(await trail(known.userId)).toEqual(['session.refused', 'session.refused']);
    const stored = await ctx.db
      .selectFrom('audit_event')
      .select('details')
      .where('entity_id', '=', known.userId)
      .execute();
    expect(JSON.stringify(stored)).not.toContain('mèo');
  });

  test.each(['known', 'unknown'])('stops after ten refusals for a %s address', async (kind) => {
    const { email } =
      kind === 'known' ? await personOf(ctx, 'drafter') : { email: `${kind}@thu-vien.invalid` };
    const now = ctx.clock();
    const at = (ms: number): Context => ({ ...ctx, clock: () => new Date(now.getTime() + ms) });
    await expect(signIn(ctx, { email, password: 'x', visit: visitWith() })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    // As if nine more had been refused.
    await ctx.db.updateTable('auth_rate_limit').set({ count: 10 }).where('count', '=', 1).execute();
    await expect(
      signIn(at(1000), { email, password, visit: { ...visitWith(), address: null } }),
    ).rejects.toMatchObject({ code: 'too_many', retryAfterSeconds: expect.any(Number) });
    const later = signIn(at(15 * 60_000 + 5000), { email, password, visit: visitWith() });
    await expect(
      later.then(
        () => 'signed in',
        (error) => error.code,
      ),
    ).resolves.toBe(kind === 'known' ? 'signed in' : 'unauthenticated');
  });

  test('a session ends when its time is over', async () => {
    const { userId } = await personOf(ctx, 'drafter');
    const token = tokenIn([await sessionCookieOf(ctx, { userId })]);
    const at = (ms: number): Context => ({ ...ctx, clock: () => new Date(Date.now() + ms) });
    const { sessionMs } = ctx.config.signIn;
    expect(await readSession(at(sessionMs - 60_000), token)).not.toBeNull();
    expect(await readSession(at(sessionMs + 1000), token)).toBeNull();
  });

  test('a session that was not settled opens nothing', async () => {
    const token = tokenIn([await sessionCookieOf(ctx, await personOf(ctx, 'drafter'))]);
    await ctx.db
      .updateTable('auth_session')
      .set({ confirmed_at: null })
      .where('token', '=', token)
      .execute();
    expect(await readSession(ctx, token)).toBeNull();
  });
});

describe('passwords', () => {
  test('a new one ends the other sessions and is the one that counts', async () => {
    const person = await personOf(ctx, 'drafter');
    const other = tokenIn([await sessionCookieOf(ctx, person)]);
    const { as } = await acting(person);
    const fresh = 'hai con mèo nằm bên cửa sổ';
    await expect(changePassword(as, { current: 'x', password: fresh })).rejects.toMatchObject({
      field: 'current',
    });
    await expect(changePassword(as, { current: password, password: 'ngắn' })).rejects.toMatchObject(
      { field: 'password' },
    );
    await changePassword(as, { current: password, password: fresh });
    expect(await readSession(ctx, other)).toBeNull();
    expect(await listSessions(as)).toHaveLength(1);
    const visit = visitWith();
    await expect(signIn(ctx, { email: person.email, password, visit })).rejects.toThrow();
    await signIn(ctx, { email: person.email, password: fresh, visit });
    expect(await trail(person.userId)).toEqual([
      'session.refused',
      'password.set',
      'session.refused',
      'session.started',
    ]);
  });

  test('an account of keys only gets none', async () => {
    const { userId } = await personOf(ctx, 'drafter');
    await ctx.db.updateTable('app_user').set({ email: null }).where('id', '=', userId).execute();
    await expect(setPassword(ctx, { userId, password })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('own sessions', () => {
  test('are ended by their owner alone', async () => {
    const person = await personOf(ctx, 'drafter');
    const { as } = await acting(person);
    const { as: stranger } = await acting(await personOf(ctx, 'drafter'));
    const id = as.actor.credential?.id as string;
    await expect(endSession(stranger, { id })).rejects.toMatchObject({ code: 'not_found' });
    await endSession(as, { id });
    expect(await listSessions(as)).toEqual([]);
    expect(await trail(person.userId)).toEqual(['session.ended']);
  });
});

describe('two steps', () => {
  test('from enrolling over signing in and confirming to removing', async () => {
    const person = await personOf(ctx, 'reviewer');
    const begun = await acting(person);
    await expect(
      enrolTwoFactor(begun.as, { password: 'x', visit: begun.visit }),
    ).rejects.toMatchObject({ field: 'password' });
    const { uri, backupCodes } = await enrolTwoFactor(begun.as, { password, visit: begun.visit });
    expect(backupCodes).toHaveLength(10);
    await expect(
      confirmTwoFactor(begun.as, { code: 'abcdef', visit: begun.visit }),
    ).rejects.toMatchObject({ field: 'code' });
    const { cookies } = await confirmTwoFactor(begun.as, { code: codeOf(uri), visit: begun.visit });
    expect(await readSession(ctx, tokenIn(cookies))).not.toBeNull();
    expect((await readSession(ctx, tokenIn(cookies)))?.credential?.confirmedAt).not.toBeNull();

    const { email } = person;
    const first = await signIn(ctx, { email, password, visit: visitWith() });
    expect(first.codeNeeded).toBe(true);
    expect(await readSession(ctx, tokenIn(first.cookies))).toBeNull();
    const visit = visitWith(first.cookies);
    const wrong = String((Number(codeOf(uri)) + 500_000) % 1_000_000).padStart(6, '0');
    await expect(signInWithCode(ctx, { code: wrong, visit })).rejects.toMatchObject({
      code: 'unauthenticated',
      field: 'code',
    });
    const second = await signInWithCode(ctx, { code: ` ${codeOf(uri)}`, visit });
    await expect(signInWithCode(ctx, { code: codeOf(uri), visit })).rejects.toThrow();

    const secret = (await ctx.db.selectFrom('auth_two_factor').selectAll().execute()).at(-1);
    expect(JSON.stringify(secret)).not.toContain(new URL(uri).searchParams.get('secret'));

    const again = await signIn(ctx, { email, password, visit: visitWith() });
    const code = backupCodes[3] as string;
    await signInWithCode(ctx, { code, visit: visitWith(again.cookies) });
    const third = await signIn(ctx, { email, password, visit: visitWith() });
    await expect(
      signInWithCode(ctx, { code, visit: visitWith(third.cookies) }),
    ).rejects.toMatchObject({ field: 'code' });

    const { as, visit: signedIn } = await acting(person, second.cookies[0]);
    await expect(confirmIdentity(as, { proof: wrong, visit: signedIn })).rejects.toMatchObject({
      code: 'confirmation_needed',
      field: 'proof',
    });
    const credential = await confirmIdentity(as, { proof: codeOf(uri), visit: signedIn });
    expect(credential.confirmedAt?.getTime()).toBeCloseTo(Date.now(), -4);
    const removed = await removeTwoFactor(as, { password, visit: signedIn });
    expect(await readSession(ctx, tokenIn(removed.cookies))).not.toBeNull();
    expect((await signIn(ctx, { email, password, visit: visitWith() })).codeNeeded).toBe(false);
    expect(await trail(person.userId)).toEqual([
      'session.refused',
      'two_factor.begun',
      'two_factor.enrolled',
      'session.code_asked',
      'session.refused',
      'session.started',
      'session.code_asked',
      'session.started',
      'session.code_asked',
      'session.refused',
      'session.confirmation_refused',
      'session.confirmed',
      'two_factor.removed',
      'session.started',
    ]);
  });
});

test('who lost the authenticator signs in by password again, and is signed out everywhere', async () => {
  const person = await personOf(ctx, 'reviewer');
  const lost = { userId: person.userId, reason: 'Gặp trực tiếp.' };
  await expect(resetTwoFactor(ctx, lost)).rejects.toMatchObject({ code: 'conflict' });
  const { as, visit } = await acting(person);
  const { uri } = await enrolTwoFactor(as, { password, visit });
  const { cookies } = await confirmTwoFactor(as, { code: codeOf(uri), visit });
  await resetTwoFactor(ctx, lost);
  expect(await readSession(ctx, tokenIn(cookies))).toBeNull();
  const { email } = person;
  expect((await signIn(ctx, { email, password, visit: visitWith() })).codeNeeded).toBe(false);
  expect((await trail(person.userId)).slice(-2)).toEqual(['two_factor.reset', 'session.started']);
});

test('confirming by password, which strangers who try to sign in do not stop', async () => {
  const person = await personOf(ctx, 'reviewer');
  const { as, visit } = await acting(person);
  await expect(signIn(ctx, { email: person.email, password: 'x', visit })).rejects.toThrow();
  await ctx.db.updateTable('auth_rate_limit').set({ count: 10 }).where('count', '=', 1).execute();
  const later = { ...as, clock: () => new Date(Date.now() + 3_600_000) };
  await expect(confirmIdentity(later, { proof: 'x', visit })).rejects.toMatchObject({
    field: 'proof',
  });
  const { confirmedAt } = await confirmIdentity(later, { proof: password, visit });
  const stored = await ctx.db
    .selectFrom('auth_session')
    .select('confirmed_at')
    .where('id', '=', as.actor.credential?.id as string)
    .executeTakeFirstOrThrow();
  expect(stored.confirmed_at).toEqual(confirmedAt);
});
