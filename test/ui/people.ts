import type { Browser } from 'playwright-core';
import type { Role } from '#db/roles.ts';
import type { Locale } from '#http/env.ts';
import { issueKey } from '#identity/index.ts';
import type { Context } from '../../src/context.ts';
import { actAs } from '../support/test-context.ts';
import { type Person, signIn } from './browser.ts';

export interface Team {
  readonly triager: Person;
  readonly drafter: Person;
  readonly first: Person;
  readonly second: Person;
  readonly auditor: Person;
}

/** New people, each with their own key and browser, who know nothing of other teams. */
export async function openTeam(
  ctx: Context,
  browser: Browser,
  options: { url: string; locale: Locale; script: boolean },
): Promise<Team> {
  const open = async (name: string, roles: readonly Role[]): Promise<Person> => {
    const { actor } = await actAs(ctx, name, roles);
    const { key } = await issueKey(ctx, { userName: actor.name, label: 'browser' });
    return signIn(browser, { ...options, key });
  };
  return {
    triager: await open('an', ['triager']),
    drafter: await open('binh', ['drafter', 'reviewer']),
    first: await open('chi', ['reviewer']),
    second: await open('dung', ['reviewer']),
    auditor: await open('giang', ['auditor']),
  };
}

export async function closeTeam(team: Team): Promise<void> {
  for (const person of Object.values(team) as Person[]) await person.context.close();
}
