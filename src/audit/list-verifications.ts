import type { DbContext } from '#db/context.ts';
import type { StoredVerdict } from '#db/schema/records.ts';

/** A check of the whole trail: it waits, runs, or has ended with a verdict or a failure. */
export interface Verification {
  readonly id: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** Events there were when it was asked for. */
  readonly total: number;
  /** Events read so far. */
  readonly read: number;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly verdict: StoredVerdict | null;
  /** Why nothing was found out, in English. */
  readonly failure: string | null;
}

/** The newest first. */
export async function listVerifications(
  ctx: Pick<DbContext, 'db'>,
  { limit }: { readonly limit: number },
): Promise<Verification[]> {
  return ctx.db
    .selectFrom('audit_verification as v')
    .innerJoin('app_user as u', 'u.id', 'v.asked_by')
    .select(['v.id', 'u.name as askedBy', 'v.asked_at as askedAt', 'v.total', 'v.read'])
    .select(['v.started_at as startedAt', 'v.ended_at as endedAt', 'v.verdict', 'v.failure'])
    .orderBy('v.id', 'desc')
    .limit(limit)
    .execute();
}
