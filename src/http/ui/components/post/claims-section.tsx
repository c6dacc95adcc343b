import { sliceCodePoints } from '#language/code-points.ts';
import type { ClaimView, ItemView } from '#review/index.ts';
import type { Feedback, View } from '../../view.ts';
import { OutcomeChip } from '../chips.tsx';
import { Claim } from '../claim.tsx';
import { ReuseSuggestions } from '../reuse-suggestions.tsx';

interface ClaimsProps {
  readonly view: View;
  readonly item: ItemView;
  readonly feedback: Feedback;
}

/** Up to here everything fits on the page as it is. */
const fewClaims = 4;
const openingLength = 90;

interface Numbered {
  readonly claim: ClaimView;
  readonly number: number;
  /** Passages that have their anchor in an earlier claim. */
  readonly anchoredBefore: ReadonlySet<number>;
}

/** Every claim with what was matched; of many claims those with nothing to match are folded. */
export function ClaimsSection({ view, item, feedback }: ClaimsProps) {
  const { t } = view;
  const claims = numbered(item.claims);
  const many = claims.length > fewClaims;
  const isIdle = ({ claim }: Numbered): boolean =>
    many &&
    claim.matches.length === 0 &&
    claim.guidance.length === 0 &&
    !isRefused(claim, feedback);
  const idle = claims.filter(isIdle);
  const card = (one: Numbered) => (
    <>
      <ReuseSuggestions view={view} item={item} {...one} feedback={feedback} />
      <Claim
        view={view}
        item={item}
        {...one}
        feedback={feedback}
        compact={many && item.draft?.claim_id !== one.claim.id}
      />
    </>
  );
  return (
    <section id="claims" aria-labelledby="claims-title">
      <h2 id="claims-title">{t.claims.title}</h2>
      {claims.length === 0 ? <p class="muted">{t.claims.none}</p> : null}
      {many ? <ClaimIndex view={view} item={item} claims={claims} /> : null}
      {claims.length > 1 ? <Steps view={view} count={claims.length} /> : null}
      {claims.filter((one) => !isIdle(one)).map(card)}
      {idle.length === 0 ? null : (
        <details id="idle-claims">
          <summary>{t.postPage.folded(idle.length)}</summary>
          {idle.map(card)}
        </details>
      )}
    </section>
  );
}

function numbered(claims: readonly ClaimView[]): Numbered[] {
  const anchored = new Set<number>();
  return claims.map((claim, index) => {
    const anchoredBefore = new Set(anchored);
    for (const { passage_id } of claim.matches) anchored.add(passage_id);
    return { claim, number: index + 1, anchoredBefore };
  });
}

/** A refused form stays in sight. */
function isRefused(claim: ClaimView, { problem, typed }: Feedback): boolean {
  return problem !== undefined && typed?.get('claim') === claim.id;
}

/** One line for each claim: of many, a reader sees first which ones need a decision. */
function ClaimIndex({ view, item, claims }: { view: View; item: ItemView; claims: Numbered[] }) {
  return (
    <ol class="claim-index" aria-label={view.t.postPage.index(claims.length)}>
      {claims.map(({ claim, number }) => (
        <li>
          <a href={`#claim-${number}`}>{view.t.claims.claim(number)}</a>{' '}
          <OutcomeChip view={view} outcome={claim.outcome} />{' '}
          <span lang={item.post.language}>{openingOf(claim.text)}</span>
        </li>
      ))}
    </ol>
  );
}

function openingOf(text: string): string {
  const start = sliceCodePoints(text, 0, openingLength);
  return start === text ? text : `${start}…`;
}

/** To the first and the last claim; with script to the next and the one before. */
function Steps({ view, count }: { view: View; count: number }) {
  const { next, previous } = view.t.postPage;
  return (
    <p class="claim-steps">
      <a href={`#claim-${count}`} data-key="p" data-claim-step="-1">
        {previous}
      </a>{' '}
      <a href="#claim-1" data-key="c" data-claim-step="1">
        {next}
      </a>
    </p>
  );
}
