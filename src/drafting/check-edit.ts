import type { DbContext } from '#db/context.ts';
import type { StoredFinding } from '#db/schema/index.ts';
import type { GateFailure } from './gate/gate-failures.ts';
import type { GateReason } from './gate/gate.ts';
import { type EditedDraft, judgeEdit } from './judge-edit.ts';

export interface EditCheck {
  /** Stored as it is, it could not be submitted. */
  readonly blocked: boolean;
  /** Why what passes is no whole rebuttal. */
  readonly reasons: readonly GateReason[];
  /** Every sentence in order, the headline first. */
  readonly sentences: ReadonlyArray<{
    /** 0 is the headline. */
    readonly ordinal: number;
    readonly failures: readonly GateFailure[];
    readonly findings: readonly StoredFinding[];
  }>;
  /** What concerns the draft as a whole. */
  readonly findings: readonly StoredFinding[];
}

/**
 * Holds a person's wording against gate and linter as `editDraft` would, and stores nothing: for use
 * while somebody writes. A quote that is not in its passage is a failure like any other.
 * @throws ValidationError for text that could not be stored, NotFoundError without a draft
 */
export async function checkEdit(ctx: DbContext, input: EditedDraft): Promise<EditCheck> {
  const { draft } = await judgeEdit(ctx, input, { unlocated: 'judge' });
  const { findings } = draft.lint;
  const failures = new Map(draft.gate.dropped.map((failed) => [failed.ordinal, failed.failures]));
  return {
    blocked: draft.blocked,
    reasons: draft.gate.reasons,
    sentences: [draft.headline, ...draft.sentences].map((_, ordinal) => ({
      ordinal,
      failures: failures.get(ordinal) ?? [],
      findings: findings.filter(({ sentence }) => sentence === ordinal),
    })),
    findings: findings.filter(({ sentence }) => sentence === null),
  };
}
