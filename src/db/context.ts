import type { Kysely } from 'kysely';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import type { Role } from './roles.ts';
import type { Database } from './schema/index.ts';

/** Who acts. `userId` is null for the system itself (jobs, migrations). */
export interface Actor {
  readonly userId: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  /** What they showed for it; absent for the system and for commands run beside the database. */
  readonly credential?: Credential;
}

/** A key sent with each request, or a session of the browser. */
export interface Credential {
  readonly kind: 'key' | 'session';
  readonly id: string;
  /** Actions a key is limited to; null: all its person may do. */
  readonly scopes: readonly string[] | null;
  /** When a session's person last proved who they are; null for a key, which proves it each time. */
  readonly confirmedAt: Date | null;
}

export const systemActor: Actor = { userId: null, name: 'system', roles: [] };

/** Jobs are stored through the caller's own transaction, so they exist exactly when its rows do. */
export interface JobQueue {
  /** To be done at once, or `afterSeconds` from now. */
  enqueue(
    db: Kysely<Database>,
    name: string,
    payloads: readonly object[],
    options?: { readonly afterSeconds?: number },
  ): Promise<void>;
}

/** What every verb needs. Inside a transaction `db` is that transaction (see `transaction.ts`). */
export interface DbContext {
  readonly db: Kysely<Database>;
  readonly jobs: JobQueue;
  readonly clock: Clock;
  readonly log: Log;
  readonly actor: Actor;
}
