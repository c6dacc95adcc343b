import { maxPageSize } from '#db/pagination.ts';
import { ValidationError } from '#platform/errors.ts';
import type { Pillar } from './guess-topic.ts';

export const pillars = ['party', 'state', 'people'] as const satisfies readonly Pillar[];

/** Gaps of one report at most; with `check` at most a page of 200. */
export const maxGaps = 10_000;

export interface GapInput {
  /** Submissions from this instant on; null or absent: from the first. */
  readonly since?: Date | null | undefined;
  /** Submissions before this instant; null or absent: to the last. */
  readonly until?: Date | null | undefined;
  /** Only gaps guessed to be about this. */
  readonly topic?: string | null | undefined;
  readonly pillar?: string | null | undefined;
  /** Only claims in this language: ISO 639-1, or `und`. */
  readonly language?: string | null | undefined;
  /** Searches for each gap of the answer whether the corpus answers it today. */
  readonly check?: boolean | undefined;
  /** 1 to `maxGaps`; with `check` to `maxPageSize`. */
  readonly limit: number;
}

/** Instants in seconds since 1970, absent filters as null. @throws ValidationError naming the option. */
export function readGapInput(input: GapInput) {
  const { topic = null, pillar = null, language = null, check = false, limit } = input;
  const since = seconds(input.since ?? null, 'since');
  const until = seconds(input.until ?? null, 'until');
  refuseUnless(
    since === null || until === null || since < until,
    'until',
    'is not after since',
    'Name a later day.',
  );
  refuseUnless(
    pillar === null || isPillar(pillar),
    'pillar',
    'is none of the three',
    `Write ${pillars.join(', ')}.`,
  );
  refuseUnless(
    language === null || /^[a-z]{2,3}$/.test(language),
    'language',
    'is not a language code',
    'Write it as ISO 639-1, such as vi or en.',
  );
  const most = check ? maxPageSize : maxGaps;
  refuseUnless(
    Number.isInteger(limit) && limit >= 1 && limit <= most,
    'limit',
    'is out of range',
    `Ask for 1 to ${most} gaps${check ? ' when each is searched for' : ''}.`,
  );
  return { since, until, topic, pillar, language, check, limit };
}

/**
 * The instants at which a range of Vietnamese days (YYYY-MM-DD, the last one included) begins and ends.
 * @throws ValidationError naming the one that is no day.
 */
export function daysToRange(days: { since?: string | undefined; until?: string | undefined }): {
  since: Date | null;
  until: Date | null;
} {
  const until = startOf(days.until, 'until');
  return {
    since: startOf(days.since, 'since'),
    until: until === null ? null : new Date(until.getTime() + 86_400_000),
  };
}

function startOf(day: string | undefined, field: string): Date | null {
  if (day === undefined) return null;
  const start = new Date(`${day}T00:00:00+07:00`);
  const isDay =
    /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;
  refuseUnless(isDay, field, 'is not a day', 'Write an existing day as YYYY-MM-DD.');
  return start;
}

function seconds(at: Date | null, field: string): number | null {
  if (at === null) return null;
  const value = at.getTime() / 1000;
  refuseUnless(Number.isFinite(value), field, 'is no date', 'Write an existing day as YYYY-MM-DD.');
  return value;
}

function isPillar(name: string): name is Pillar {
  return pillars.some((pillar) => pillar === name);
}

function refuseUnless(fits: boolean, field: string, fault: string, remedy: string): void {
  if (!fits) throw new ValidationError(`${field} ${fault}`, { field, remedy });
}
