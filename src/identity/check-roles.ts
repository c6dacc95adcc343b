import { type Role, roles as knownRoles } from '#db/roles.ts';
import { ValidationError } from '#platform/errors.ts';

/** Roles with a part in what is answered or quoted; `keep_person` in the database lists them too. */
export const contentRoles: readonly Role[] = [
  'triager',
  'drafter',
  'reviewer',
  'corpus_editor',
  'corpus_approver',
];

/**
 * The roles once each, in the order of `#db/roles.ts`.
 * @throws ValidationError when there is none, or an admin would have a part in content.
 */
export function checkRoles(wanted: readonly Role[]): Role[] {
  const roles = knownRoles.filter((role) => wanted.includes(role));
  if (roles.length === 0) {
    throw new ValidationError('a user needs a role', {
      field: 'roles',
      remedy: `Give one or more of: ${knownRoles.join(', ')}.`,
    });
  }
  const content = roles.filter((role) => contentRoles.includes(role));
  if (roles.includes('admin') && content.length > 0) {
    throw new ValidationError(`an admin has no part in content, so not ${content.join(', ')}`, {
      field: 'roles',
      remedy: 'Give the role to another person, or take admin away from this one.',
    });
  }
  return roles;
}
