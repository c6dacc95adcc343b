import { describe, expect, test } from 'vitest';
import type { Actor } from '#db/context.ts';
import { systemActor } from '#db/context.ts';
import { inPersonOnly, keyScopes } from './key-scopes.ts';

const reviewer: Actor = { userId: 'r', name: 'Hà', roles: ['reviewer'] };
const admin: Actor = { userId: 'a', name: 'Lê', roles: ['admin'] };
const with_ = (actor: Actor, ...scopes: string[]): Actor => ({
  ...actor,
  credential: { kind: 'key', id: 'k', scopes, confirmedAt: null },
});

describe('what a new key may be used for', () => {
  test.each([
    ['one’s own, all', null, reviewer, null],
    ['one’s own, one action', ['posts.read'], reviewer, ['posts.read']],
    [
      'in the order of the table',
      ['review.decide', 'posts.read'],
      reviewer,
      ['posts.read', 'review.decide'],
    ],
    ['by a command, all', null, systemActor, null],
    ['by an admin, what needs no person', ['posts.read'], admin, ['posts.read']],
    [
      'by a key with that scope',
      ['posts.read'],
      with_(reviewer, 'keys.own', 'posts.read'),
      ['posts.read'],
    ],
  ])('%s', (_case, wanted, issuer, expected) => {
    expect(keyScopes(wanted, { owner: reviewer, issuer })).toEqual(expected);
  });

  test.each([
    ['an action there is not', ['posts.delete'], reviewer, 'validation'],
    ['one its owner may not do', ['draft.write'], reviewer, 'validation'],
    ['none', [], reviewer, 'validation'],
    ['an admin’s for deciding', ['review.decide'], admin, 'forbidden'],
    [
      'more than the key that issues it',
      ['review.decide'],
      with_(reviewer, 'keys.own'),
      'forbidden',
    ],
    ['all by a key that is limited', null, with_(reviewer, 'keys.own', 'posts.read'), 'forbidden'],
  ])('%s is refused', (_case, wanted, issuer, code) => {
    const act = () => keyScopes(wanted, { owner: reviewer, issuer });
    expect(act).toThrow(expect.objectContaining({ code, field: 'scopes' }));
  });

  test('an admin’s key for another never holds half of a decision', () => {
    const scopes = keyScopes(null, { owner: reviewer, issuer: admin }) ?? [];
    expect(scopes).toContain('posts.read');
    expect(scopes.filter((action) => inPersonOnly.includes(action))).toEqual([]);
  });
});
