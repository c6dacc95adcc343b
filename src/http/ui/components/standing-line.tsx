import type { MatchView } from '#review/index.ts';
import { formatDay } from '../format.ts';
import type { View } from '../view.ts';
import { passageHref } from '../version-place.ts';

/** Where a match's version stands today, when it was matched, and what its document said on the post's day. */
export function StandingLine({ view, match }: { view: View; match: MatchView }) {
  const { t, locale } = view;
  return (
    <p class="muted">
      <a href={passageHref(match.version_id, match.passage_id)}>
        {t.matches.version(match.version_number)}
      </a>
      : {standingWords(view, match.standing)} · {t.matches.asOf(formatDay(match.as_of, locale))}
      <ThenLine view={view} then={match.position_then} />
    </p>
  );
}

/** Said only where the position then was not the one that was matched. */
function ThenLine({ view, then }: { view: View; then: MatchView['position_then'] }) {
  const { t, locale } = view;
  if (then === null || then.state === 'same') return null;
  const day = formatDay(then.day, locale);
  return (
    <strong class="block">
      {then.version === null
        ? t.matches.noneThen(day)
        : t.matches.positionThen(day, then.version.number)}
    </strong>
  );
}

/** What a version is today, with the days of it. */
export function standingWords(view: View, standing: MatchView['standing']): string {
  const { t, locale } = view;
  const { state, reason, successor } = standing;
  const since = standing.since === null ? '' : formatDay(standing.since, locale);
  const until = standing.until === null ? null : formatDay(standing.until, locale);
  switch (state) {
    case 'draft':
    case 'discarded':
      return t.standings[state];
    case 'not_yet':
      return t.standings.not_yet(until ?? '');
    case 'in_force':
      return t.matches.validity(since, until);
    case 'superseded':
      return successor === null
        ? t.standings.superseded(since)
        : t.standings.superseded_by(since, successor.number, successor.title);
    case 'withdrawn':
      return t.standings.withdrawn(since, reason ?? '');
    default:
      return t.standings.expired(since);
  }
}
