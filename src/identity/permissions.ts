import type { Actor } from '#db/context.ts';
import { type Role, roles } from '#db/roles.ts';
import { ForbiddenError } from '#platform/errors.ts';

/**
 * Who may do what. API, CLI, UI and tests read this one table. No action lets a role approve what it
 * wrote: that is decided per item, in the database.
 */
export const permissions = {
  'posts.submit': ['triager', 'drafter'],
  // Their own; triagers and admins all.
  'import.read': ['triager', 'drafter', 'admin'],
  'posts.read': roles,
  'response.decide': ['triager', 'drafter'],
  'outcome.decide': ['drafter'],
  'draft.write': ['drafter'],
  'draft.submit': ['drafter'],
  'review.decide': ['reviewer'],
  'answer.reuse': ['drafter', 'reviewer'],
  // Break-glass: out of force at once, by one person. Nothing lets one person approve.
  'approval.revoke': ['reviewer', 'admin'],
  'comment.write': ['triager', 'drafter', 'reviewer'],
  'third_look.give': ['reviewer'],
  'golden.manage': ['evaluator'],
  'topics.weigh': ['admin'],
  'filters.save': roles,
  'published.record': ['triager', 'drafter', 'reviewer'],
  'export.read': ['drafter', 'reviewer', 'auditor'],
  'corpus.read': roles,
  'corpus.edit': ['corpus_editor'],
  'corpus.approve': ['corpus_approver'],
  'threshold.read': roles,
  'threshold.propose': ['evaluator', 'admin'],
  // Settings are the admin's; who evaluates proposes, and never decides what production uses.
  'threshold.approve': ['admin'],
  'gold.export': ['evaluator'],
  'evaluation.read': ['evaluator', 'auditor', 'admin'],
  'evaluation.record': ['evaluator'],
  'statistics.read': ['triager', 'drafter', 'reviewer', 'auditor', 'admin', 'evaluator'],
  'audit.read': ['auditor'],
  'bundle.read': ['drafter', 'reviewer', 'auditor'],
  'users.manage': ['admin'],
  // What runs: jobs, the embedding model, the language model's budget.
  'system.read': ['admin'],
  'keys.own': roles,
  'webhooks.manage': ['admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof permissions;

export function mayDo(actor: Actor, action: Action): boolean {
  const inScope = actor.credential?.scopes?.includes(action) ?? true;
  return inScope && permissions[action].some((role) => actor.roles.includes(role));
}

/** @throws ForbiddenError naming the roles that may. */
export function requirePermission(actor: Actor, action: Action): void {
  if (mayDo(actor, action)) return;
  if (actor.credential?.scopes?.includes(action) === false) {
    throw new ForbiddenError(`this key may not be used for it (${action})`, {
      remedy: 'Use a key whose scopes name it, or issue one.',
    });
  }
  throw new ForbiddenError(`${actor.name} may not do this (${action})`, {
    remedy: `Ask someone with one of these roles: ${permissions[action].join(', ')}.`,
  });
}
