import { sql } from 'kysely';
import { AppError } from '#platform/errors.ts';
import { noteRefusals } from '#review/index.ts';
import type { Stage } from './stage.ts';

/** Where an attempt was stopped. */
export type Layer = 'permission' | 'verb' | 'trigger' | 'constraint' | 'grant';

export interface Attempt {
  /** What was tried. */
  readonly tried: string;
  /**
   * Throws where it is refused. Returns what stopped it when nothing threw, and null when it got what it
   * wanted.
   */
  run(stage: Stage): Promise<string | null>;
}

export interface Outcome {
  readonly tried: string;
  /** Null: it succeeded. */
  readonly stoppedBy: Layer | null;
  readonly words: string;
  /** Events of the audit trail that tell of it. */
  readonly traces: readonly string[];
}

/** Makes one attempt, and reads what the audit trail says of it. Any other failure is no refusal. */
export async function make(stage: Stage, attempt: Attempt): Promise<Outcome> {
  await noteRefusals(stage.ctx);
  const { seq } = await stage.ctx.db
    .selectFrom('audit_head')
    .select('seq')
    .executeTakeFirstOrThrow();
  let stoppedBy: Layer | null = null;
  let words = '';
  try {
    const stopped = await attempt.run(stage);
    if (stopped !== null) [stoppedBy, words] = ['verb', stopped];
  } catch (error) {
    stoppedBy = layerOf(error);
    if (stoppedBy === null) throw new Error(`${attempt.tried}: ${String(error)}`, { cause: error });
    words = (error as Error).message;
  }
  await noteRefusals(stage.ctx);
  return { tried: attempt.tried, stoppedBy, words, traces: await tracesSince(stage, seq) };
}

const classOf = (error: unknown): string => (error as { code?: string }).code ?? '';

function layerOf(error: unknown): Layer | null {
  if (error instanceof AppError) {
    if (error.cause !== undefined && classOf(error.cause).startsWith('23')) return 'trigger';
    if (/\([a-z_]+\.[a-z_]+\)$|^this key may not/.test(error.message)) return 'permission';
    return ['forbidden', 'conflict', 'precondition_failed'].includes(error.code) ? 'verb' : null;
  }
  const code = classOf(error);
  if (code === '42501') return 'grant';
  if (/^four eyes: |are immutable|is immutable|does not change/.test((error as Error).message)) {
    return 'trigger';
  }
  return code.startsWith('23') ? 'constraint' : null;
}

const telling =
  /refused$|^approval\.revoked$|^user\.(?:roles_set|merged|disabled)$|^post\.returned$/;

async function tracesSince(stage: Stage, seq: number): Promise<string[]> {
  const events = await stage.ctx.db
    .selectFrom('audit_event')
    .select(['action', sql<string | null>`details->>'reason'`.as('reason')])
    .select(sql<string | null>`details->>'obstacle'`.as('obstacle'))
    .select(sql<string | null>`details->>'guard'`.as('guard'))
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
  return events.flatMap(({ action, reason, obstacle, guard }) => {
    const about = guard ?? obstacle ?? (action === 'review.refused' ? reason : null);
    if (!telling.test(action) && obstacle === null) return [];
    return [about === null ? action : `${action}: ${about}`];
  });
}
