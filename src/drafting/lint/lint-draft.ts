import type { StoredFinding } from '#db/schema/index.ts';
import { gateFindings } from './gate-findings.ts';
import { findingOf, type Found, ruleNumber } from './lint-codes.ts';
import type { LintInput } from './lint-input.ts';
import { liveFindings } from './live-rules.ts';
import { structureFindings } from './structure-rules.ts';
import { wordingFindings } from './wording-rules.ts';

/** Version of the rules; a draft keeps the one it was held to. */
export const linterVersion = '1';

/**
 * What the ten rebuttal rules find in a draft: by rule, then by sentence, what concerns the whole draft
 * last. Sources of the rules: Debunking Handbook 2020 (R2 to R7), RESIST 2 (R1, R9, R10), ALCE (R8).
 * Pure.
 */
export function lintDraft(input: LintInput): StoredFinding[] {
  const found: Found[] = [
    ...liveFindings({ ...input, response: input.post.response }),
    ...structureFindings(input),
    ...wordingFindings(input),
  ];
  found.push(...gateFindings(input, found));
  return found
    .map(findingOf)
    .sort(
      (a, b) =>
        ruleNumber(a) - ruleNumber(b) ||
        (a.sentence ?? Infinity) - (b.sentence ?? Infinity) ||
        (a.start ?? 0) - (b.start ?? 0),
    );
}
