import type { Standing } from '#corpus/index.ts';

/** Such as "in force from 2020-01-01 until before 2025-07-01". */
export function describeStanding({ state, since, until }: Standing): string {
  const name = state.replace('_', ' ');
  if (since !== null && until !== null) return `${name} from ${since} until before ${until}`;
  if (since !== null) return `${name} from ${since}`;
  return until === null ? name : `${name} before ${until}`;
}
