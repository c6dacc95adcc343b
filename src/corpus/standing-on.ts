export type StandingState =
  | 'draft'
  | 'discarded'
  | 'not_yet'
  | 'in_force'
  | 'superseded'
  | 'withdrawn'
  | 'expired';

/** The columns of `document_version` that a standing follows from; days are YYYY-MM-DD. */
export interface StandingDates {
  readonly status: 'draft' | 'approved' | 'discarded';
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly superseded_on: string | null;
  readonly withdrawn_on: string | null;
}

/** What a version is on a day, with the first day of that state and the first day after it, where known. */
export interface Standing {
  readonly state: StandingState;
  readonly since: string | null;
  readonly until: string | null;
}

/**
 * Where a version stands on `day` (YYYY-MM-DD): what ended it first names its state; of two ends on one
 * day a withdrawal says more than a successor, and a successor more than the document's own term.
 */
export function standingOn(version: StandingDates, day: string): Standing {
  if (version.status !== 'approved') return { state: version.status, since: null, until: null };
  const [end] = endsOf(version);
  if (end !== undefined && end.since <= day) return { ...end, until: null };
  if (day < version.valid_from) return { state: 'not_yet', since: null, until: version.valid_from };
  return { state: 'in_force', since: version.valid_from, until: end?.since ?? null };
}

/** Earliest first. */
function endsOf({ withdrawn_on, superseded_on, valid_to }: StandingDates) {
  const ends = [
    { state: 'withdrawn', since: withdrawn_on },
    { state: 'superseded', since: superseded_on },
    { state: 'expired', since: valid_to },
  ] as const;
  return ends
    .flatMap(({ state, since }) => (since === null ? [] : [{ state, since }]))
    .toSorted((a, b) => (a.since === b.since ? 0 : a.since < b.since ? -1 : 1));
}
