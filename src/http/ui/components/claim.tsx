import type { ClaimView, ItemView, MatchView } from '#review/index.ts';
import { formatList, formatPercent, formatTime } from '../format.ts';
import { lookUp } from '../problem.ts';
import type { Feedback, View } from '../view.ts';
import { OutcomeChip } from './chips.tsx';
import { ClaimVoice } from './claim-voice.tsx';
import { NoticeLine } from './feedback.tsx';
import { Guidance } from './guidance.tsx';
import { conflictsOf, isQuoted, Match } from './match.tsx';
import { MarkedText } from './marked-text.tsx';
import { MatchAgainForm } from './match-again-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { RedraftForm } from './redraft-form.tsx';

interface ClaimProps {
  readonly view: View;
  readonly item: ItemView;
  readonly claim: ClaimView;
  readonly number: number;
  readonly feedback: Feedback;
  /** Passages that have their anchor in an earlier claim. */
  readonly anchoredBefore: ReadonlySet<number>;
  /** Of many claims one that nobody answers: its passages are folded. */
  readonly compact: boolean;
}

export function Claim({
  view,
  item,
  claim,
  number,
  feedback,
  anchoredBefore,
  compact,
}: ClaimProps) {
  const { t } = view;
  const alone = claim.matches.length === 0 && claim.guidance.length === 0;
  const conflicts = claim.matches
    .flatMap(conflictsOf)
    .map((conflict) => ({ ...conflict.claim, name: 'conflict' }));
  const [first] = claim.matches;
  const isShown = (match: MatchView): boolean => match === first || isQuoted(item, match);
  const folded = claim.matches.filter((match) => !isShown(match));
  // One is not worth a click.
  const shown = folded.length < 2 ? claim.matches : claim.matches.filter(isShown);
  const card = (match: MatchView) => (
    <Match
      view={view}
      item={item}
      claim={claim}
      match={match}
      anchored={!anchoredBefore.has(match.passage_id)}
      compact={compact}
    />
  );
  return (
    <article
      class={alone ? 'claim alone' : 'claim'}
      id={`claim-${number}`}
      aria-labelledby={`claim-title-${number}`}
      tabindex={-1}
    >
      <div class="claim-side">
        <h3 id={`claim-title-${number}`}>{t.claims.claim(number)}</h3>
        <NoticeLine
          view={view}
          feedback={feedback}
          names={[`outcome:${number}`, `matched:${number}`]}
        />
        <p class={`said outcome-${claim.outcome}`} lang={item.post.language}>
          <MarkedText text={claim.text} spans={conflicts} />
        </p>
        <ClaimVoice view={view} claim={claim} />
        <ClaimFacts view={view} claim={claim} />
        <AnswerLine view={view} item={item} claim={claim} />
        <OutcomeForm view={view} item={item} claim={claim} number={number} feedback={feedback} />
        <MatchAgainForm view={view} item={item} claim={claim} number={number} />
        <RedraftForm view={view} item={item} claim={claim} number={number} feedback={feedback} />
      </div>
      {alone ? null : (
        <div class="matches">
          <RerankedBy view={view} claim={claim} />
          {shown.map(card)}
          {folded.length < 2 ? null : (
            <details class="more-matches">
              <summary>{t.postPage.morePassages(folded.length)}</summary>
              {folded.map(card)}
            </details>
          )}
          <Guidance view={view} claim={claim} number={number} />
        </div>
      )}
    </article>
  );
}

function ClaimFacts({ view, claim }: { view: View; claim: ClaimView }) {
  const { t, locale } = view;
  const decided = claim.decided_by;
  return (
    <dl class="facts">
      <dt>{t.claims.kind}</dt>
      <dd>{lookUp(t.kinds, claim.kind) ?? claim.kind}</dd>
      <dt>{t.claims.reasons}</dt>
      <dd>
        {formatList(
          claim.reasons.map((reason) => claimReason(view, reason)),
          locale,
        )}
      </dd>
      <dt>{t.claims.outcome}</dt>
      <dd>
        <OutcomeChip view={view} outcome={claim.outcome} />{' '}
        <span class="muted">
          {decided === null
            ? t.claims.suggested
            : t.claims.decidedBy(decided, formatTime(claim.decided_at, locale))}
        </span>
        {claim.suggestion === null ? null : (
          <strong class="block">{t.claims.suggestion(t.outcomes[claim.suggestion].name)}</strong>
        )}
      </dd>
      <dt>{t.claims.because}</dt>
      <dd>
        {decided === null
          ? claim.outcome_reasons.map((one) => outcomeReason(view, claim, one)).join('; ')
          : claim.outcome_reasons.join('; ')}
      </dd>
    </dl>
  );
}

/** Whether the draft answers this claim, and if not, why. */
function AnswerLine({ view, item, claim }: Pick<ClaimProps, 'view' | 'item' | 'claim'>) {
  const { t } = view;
  if (item.draft?.claim_id === claim.id) {
    return (
      <p>
        <strong>{t.postPage.answeredHere}</strong> <a href="#draft">{t.postPage.toDraft}</a>
      </p>
    );
  }
  return <p class="muted">{t.postPage.notAnswered(t.notAnswered[claim.outcome])}.</p>;
}

/** Said once, before the passages whose order it is. */
function RerankedBy({ view, claim }: { view: View; claim: ClaimView }) {
  const by = claim.matches.find(({ reranker }) => reranker !== null)?.reranker;
  return by === undefined || by === null ? null : (
    <p class="muted">{view.t.matches.reranked(by.model, by.prompt)}</p>
  );
}

/** What was close enough, or not, says how close that had to be. */
function outcomeReason(view: View, claim: ClaimView, reason: string): string {
  const { t, locale } = view;
  const words = lookUp(t.outcomeReasons, reason) ?? reason;
  const measured = reason === 'confident_match' || reason === 'below_threshold';
  if (claim.threshold === null || !measured) return words;
  return t.claims.threshold(words, formatPercent(claim.threshold, locale));
}

/** `opinion_marker:theo tôi` names the kind and the phrase that told it. */
function claimReason(view: View, reason: string): string {
  const { t } = view;
  const marker = /^([a-z_]+)_marker:(.*)$/su.exec(reason);
  if (marker === null) return lookUp(t.claimReasons, reason) ?? reason;
  const [, kind = '', phrase = ''] = marker;
  if (kind === 'other') return t.claims.wording(phrase);
  return t.claims.marker(lookUp(t.kinds, kind) ?? kind, phrase);
}
