import type { Browser } from 'playwright-core';
import type { Role } from '#db/roles.ts';
import type { Locale } from '#http/env.ts';
import { createUser } from '#identity/index.ts';
import type { Context } from '../../src/context.ts';
import { sessionCookieOf } from '../support/people.ts';
import { openFor, type Person } from './browser.ts';

export interface Team {
  readonly triager: Person;
  readonly drafter: Person;
  readonly first: Person;
  readonly second: Person;
  readonly auditor: Person;
}

/** New people, each with their own session and browser, who know nothing of other teams. */
export async function openTeam(
  ctx: Context,
  browser: Browser,
  options: { team: string; url: string; locale: Locale; script: boolean },
): Promise<Team> {
  const open = async (name: string, roles: readonly Role[]): Promise<Person> => {
    const user = await createUser(ctx, { name: `${name}-${options.team}`, roles });
    return openFor(browser, { ...options, cookie: await sessionCookieOf(ctx, user) });
  };
  return {
    triager: await open('tiep-nhan', ['triager']),
    drafter: await open('du-thao', ['drafter', 'reviewer']),
    first: await open('duyet-1', ['reviewer']),
    second: await open('duyet-2', ['reviewer']),
    auditor: await open('kiem-toan', ['auditor']),
  };
}

export async function closeTeam(team: Team): Promise<void> {
  for (const person of Object.values(team) as Person[]) await person.context.close();
}
