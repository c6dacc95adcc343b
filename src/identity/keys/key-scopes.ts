import type { Actor } from '#db/context.ts';
import { ForbiddenError, ValidationError } from '#platform/errors.ts';
import { type Action, mayDo, permissions } from '../permissions.ts';

/** Each is one half of a decision of two people, so only the person's own key or session may do it. */
export const inPersonOnly: readonly Action[] = [
  'review.decide',
  'answer.reuse',
  'third_look.give',
  'corpus.approve',
  'threshold.approve',
];

export const actions = Object.keys(permissions) as Action[];

/**
 * What a new key of `owner` may be used for, issued by `issuer`; null: all its owner may do, today and
 * later. A key another person issues never holds what must be done in person.
 * @throws ValidationError for what the owner may not do. @throws ForbiddenError for what the issuer may
 * not pass on.
 */
export function keyScopes(
  wanted: readonly string[] | null,
  { owner, issuer }: { owner: Omit<Actor, 'credential'>; issuer: Actor },
): Action[] | null {
  const own = actions.filter((action) => mayDo(owner, action));
  const isOther = issuer.userId !== null && issuer.userId !== owner.userId;
  if (wanted === null) {
    refuseWider(issuer, null);
    return isOther ? own.filter((action) => !inPersonOnly.includes(action)) : null;
  }
  const scopes = actions.filter((action) => wanted.includes(action));
  const unknown = wanted.find((scope) => !own.some((action) => action === scope));
  if (unknown !== undefined || scopes.length === 0) {
    throw new ValidationError(
      unknown === undefined
        ? 'a key without a scope opens nothing'
        : `${owner.name} may not do this (${unknown})`,
      { field: 'scopes', remedy: `Use some of: ${own.join(', ')}.` },
    );
  }
  const inPerson = scopes.filter((action) => inPersonOnly.includes(action));
  if (isOther && inPerson.length > 0) {
    throw new ForbiddenError(`only ${owner.name} can issue a key for ${inPerson.join(', ')}`, {
      field: 'scopes',
      remedy: 'Leave it out; the person signs in and issues that key.',
    });
  }
  refuseWider(issuer, scopes);
  return scopes;
}

/** A key passes on no more than it has. @throws ForbiddenError */
export function refuseWider(issuer: Actor, scopes: readonly string[] | null): void {
  const has = issuer.credential?.scopes ?? null;
  if (has === null) return;
  const beyond = scopes?.filter((scope) => !has.includes(scope));
  if (beyond?.length === 0) return;
  throw new ForbiddenError('a key issues no key that may do more than itself', {
    field: 'scopes',
    remedy: `Name some of its own scopes: ${has.join(', ')}.`,
  });
}
