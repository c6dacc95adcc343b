import type { ClaimView, MatchView } from '#review/index.ts';
import { formatPercent } from '../format.ts';
import type { View } from '../view.ts';
import { passageName } from './passage-name.ts';
import { StandingLine } from './standing-line.tsx';

interface GuidanceProps {
  readonly view: View;
  readonly claim: ClaimView;
  readonly number: number;
}

/** Internal guidance for a claim, under a heading of its own: for the people here, never for a draft. */
export function Guidance({ view, claim, number }: GuidanceProps) {
  if (claim.guidance.length === 0) return null;
  const titleId = `guidance-title-${number}`;
  return (
    <div class="guidance" role="group" aria-labelledby={titleId}>
      <h4 id={titleId}>{view.t.matches.guidance}</h4>
      {claim.guidance.map((match) => (
        <GuidancePassage view={view} match={match} />
      ))}
    </div>
  );
}

function GuidancePassage({ view, match }: { view: View; match: MatchView }) {
  const { t, locale } = view;
  return (
    <details class="match">
      <summary>
        <strong lang={match.language}>{passageName(match)}</strong>{' '}
        <span class="block muted">
          {t.matches.probability} <strong>{formatPercent(match.probability, locale)}</strong>
        </span>
      </summary>
      <blockquote lang={match.language}>{match.text}</blockquote>
      <StandingLine view={view} match={match} />
    </details>
  );
}
