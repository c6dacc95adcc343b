import { createHash } from 'node:crypto';
import { compareWithPassage, type CompareOptions, type Comparison } from '#drafting/index.ts';

export interface JudgedPair {
  readonly id: string;
  readonly claim: string;
  readonly evidence: string;
  readonly label: 'SUPPORTED' | 'REFUTED' | 'NEI';
  /** How it was made, where it was made; rows are counted by it. */
  readonly type?: string;
  /** Where the two differ, in code points, where that is known. */
  readonly claimSpan?: { readonly start: number; readonly end: number } | null;
}

/** How often each suggestion came for pairs of one label or type. */
export interface SuggestionCounts {
  readonly pairs: number;
  readonly contradicted: number;
  readonly consistent: number;
  /** Of `contradicted`, those with a conflict that touches the labelled span; null where none is known. */
  readonly located: number | null;
  /** Kinds of conflict and the pairs they were found in. */
  readonly kinds: Readonly<Record<string, number>>;
}

export interface ConflictMeasures {
  readonly byLabel: Readonly<Record<string, SuggestionCounts>>;
  readonly byType: Readonly<Record<string, SuggestionCounts>>;
  /** Of all pairs suggested `CONTRADICTED`, the share labelled REFUTED; null when none was. */
  readonly contradictedPrecision: number | null;
  /** The same where only SUPPORTED pairs count as wrong. */
  readonly againstSupported: number | null;
  /** Of all pairs suggested `CONSISTENT`, the share labelled SUPPORTED; null when none was. */
  readonly consistentPrecision: number | null;
  readonly millisecondsPerPair: number;
}

/** Compares the claims of judged pairs with their evidence and counts what was suggested. */
export function measureConflicts(
  pairs: readonly JudgedPair[],
  options: CompareOptions = {},
): ConflictMeasures {
  const started = performance.now();
  const compared = pairs.map((pair) => ({
    pair,
    result: compareWithPassage(
      pair.claim.normalize('NFC'),
      pair.evidence.normalize('NFC'),
      options,
    ),
  }));
  const elapsed = performance.now() - started;
  const byLabel = countBy(compared, ({ label }) => label);
  const share = (label: string, suggestion: 'contradicted' | 'consistent', others: string[]) => {
    const right = byLabel[label]?.[suggestion] ?? 0;
    const all = right + others.reduce((sum, other) => sum + (byLabel[other]?.[suggestion] ?? 0), 0);
    return all === 0 ? null : right / all;
  };
  return {
    byLabel,
    byType: countBy(compared, ({ type }) => type ?? ''),
    contradictedPrecision: share('REFUTED', 'contradicted', ['SUPPORTED', 'NEI']),
    againstSupported: share('REFUTED', 'contradicted', ['SUPPORTED']),
    consistentPrecision: share('SUPPORTED', 'consistent', ['REFUTED', 'NEI']),
    millisecondsPerPair: pairs.length === 0 ? 0 : elapsed / pairs.length,
  };
}

/** Whether a pair belongs to the half that rules are tuned on; the other half is reported. */
export function isTunedOn(id: string): boolean {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0;
}

interface ComparedPair {
  readonly pair: JudgedPair;
  readonly result: Comparison;
}

function countBy(
  compared: readonly ComparedPair[],
  key: (pair: JudgedPair) => string,
): Record<string, SuggestionCounts> {
  const groups = Map.groupBy(compared, ({ pair }) => key(pair));
  return Object.fromEntries(
    Array.from(groups, ([name, group]): [string, SuggestionCounts] => [name, count(group)]),
  );
}

function count(group: readonly ComparedPair[]): SuggestionCounts {
  const contradicted = group.filter(({ result }) => result.suggestion === 'CONTRADICTED');
  const spanned = group.some(({ pair }) => (pair.claimSpan ?? null) !== null);
  const kinds = new Map<string, number>();
  for (const { result } of contradicted) {
    for (const kind of new Set(result.conflicts.map((conflict) => conflict.kind))) {
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  return {
    pairs: group.length,
    contradicted: contradicted.length,
    consistent: group.filter(({ result }) => result.suggestion === 'CONSISTENT').length,
    located: spanned ? contradicted.filter(isLocated).length : null,
    kinds: Object.fromEntries(kinds),
  };
}

/** A conflict touches the labelled place, or stands right beside it where words were taken out. */
function isLocated({ pair: { claimSpan }, result }: ComparedPair): boolean {
  if (claimSpan === undefined || claimSpan === null) return false;
  return result.conflicts.some(
    ({ claim }) => claim.start <= claimSpan.end + 1 && claim.end >= claimSpan.start - 1,
  );
}
