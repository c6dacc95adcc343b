import { z } from 'zod';
import { codePointLength } from '#language/code-points.ts';
import { type ClaimView, contextLength, type ItemView, type MatchView } from '#review/index.ts';
import { formatPercent } from '../format.ts';
import { lookUp } from '../problem.ts';
import type { View } from '../view.ts';
import { PassageInstructions } from './instructions.tsx';
import { MarkedText } from './marked-text.tsx';
import { passageName } from './passage-name.ts';
import { ProbabilityMeter } from './post/probability-meter.tsx';
import { readableReasons } from './readable-reasons.ts';
import { shortenAfter, shortenBefore } from './shorten-context.ts';
import { StandingLine } from './standing-line.tsx';

const TextSpan = z.object({ start: z.number(), end: z.number(), text: z.string() });
const Conflict = z.object({ kind: z.string(), claim: TextSpan, passage: TextSpan });
type Conflict = z.infer<typeof Conflict>;

/** Whether a sentence of the draft quotes this passage. */
export function isQuoted(item: ItemView, { passage_id: id }: MatchView): boolean {
  return (item.draft?.sentences ?? []).some(({ citations }) =>
    citations.some(({ passage_id }) => passage_id === id),
  );
}

/** The conflicts stored with a match; entries of another shape are left out. */
export function conflictsOf(match: MatchView): Conflict[] {
  return match.conflicts.flatMap((entry) => Conflict.safeParse(entry).data ?? []);
}

interface MatchProps {
  readonly view: View;
  readonly item: ItemView;
  readonly claim: ClaimView;
  readonly match: MatchView;
  /** A passage can match several claims: only its first place on the page has its anchor. */
  readonly anchored: boolean;
  /** Open only where the draft quotes it. */
  readonly compact: boolean;
}

/** A passage in its place in the document, with what the draft quotes and where values differ. */
export function Match({ view, item, claim, match, anchored, compact }: MatchProps) {
  const { t, locale } = view;
  const conflicts = conflictsOf(match);
  const quotes = (item.draft?.sentences ?? [])
    .flatMap((sentence) => sentence.citations)
    .filter((citation) => citation.passage_id === match.passage_id);
  const spans = [
    ...quotes.map((quote) => ({
      name: 'quote',
      start: quote.start_offset - match.start_offset,
      end: quote.end_offset - match.start_offset,
    })),
    ...conflicts.map(({ passage }) => ({ ...passage, name: 'conflict' })),
    ...match.instructions.map(({ start, end }) => ({ start, end, name: 'instruction' })),
  ];
  const isBelow = claim.threshold !== null && match.probability < claim.threshold;
  const startsDocument = codePointLength(match.before) === match.start_offset;
  const endsDocument = codePointLength(match.after) < contextLength;
  return (
    <details
      class="match"
      id={anchored ? `passage-${match.passage_id}` : undefined}
      open={(anchored && quotes.length > 0) || (!compact && match.rank === 1 && !isBelow)}
    >
      <summary>
        <h4>
          {t.matches.match(match.rank)}: <span lang={match.language}>{passageName(match)}</span>
        </h4>{' '}
        {quotes.length > 0 ? <span class="chip cited">{t.matches.cited}</span> : null}{' '}
        <span class="block muted">
          {t.matches.probability} <strong>{formatPercent(match.probability, locale)}</strong>
          {claim.threshold === null
            ? ''
            : `, ${isBelow ? t.matches.belowThreshold : t.postPage.reached} ${formatPercent(claim.threshold, locale)}`}{' '}
          <ProbabilityMeter probability={match.probability} threshold={claim.threshold} />
        </span>
      </summary>
      {match.issuer === null && match.number === null ? null : (
        <p class="muted" lang={match.language}>
          {[match.issuer, match.title].filter((part) => part !== null).join(' › ')}
        </p>
      )}
      <blockquote lang={match.language}>
        <span class="context">{shortenBefore(match.before, startsDocument)}</span>
        <MarkedText text={match.text} spans={spans} />
        <span class="context">{shortenAfter(match.after, endsDocument)}</span>
      </blockquote>
      <PassageInstructions
        view={view}
        text={match.text}
        language={match.language}
        spans={match.instructions}
      />
      <Conflicts view={view} item={item} match={match} conflicts={conflicts} />
      <Reasons view={view} item={item} claim={claim} match={match} conflicts={conflicts} />
      <StandingLine view={view} match={match} />
    </details>
  );
}

interface DetailProps {
  readonly view: View;
  readonly item: ItemView;
  readonly match: MatchView;
  readonly conflicts: readonly Conflict[];
}

/** Why this passage was found, in the claim's own words. */
function Reasons({ view, item, claim, match, conflicts }: DetailProps & { claim: ClaimView }) {
  const { t } = view;
  if (match.reasons === null) return null;
  const differing = conflicts.map((conflict) => conflict.claim.text);
  const reasons = readableReasons(match.reasons, claim.text, differing);
  const shared = [
    [t.matches.words, reasons.words],
    [t.matches.numbers, reasons.numbers],
    [t.matches.names, reasons.names],
  ] as const;
  const found = shared.filter(([, items]) => items.length > 0);
  return (
    <div class="explained">
      {reasons.missing.length === 0 ? null : (
        <p>
          {t.matches.missing} <Quoted language={item.post.language} items={reasons.missing} />.
        </p>
      )}
      {found.length === 0 ? (
        <p>{t.matches.byMeaning}</p>
      ) : (
        <p>
          {t.matches.agrees}{' '}
          {found.map(([label, items], index) => (
            <>
              {index === 0 ? '' : '; '}
              {label} <Quoted language={item.post.language} items={items} />
            </>
          ))}
          .
        </p>
      )}
    </div>
  );
}

/** Words of a post among words of the page. */
function Quoted({ language, items }: { language: string; items: readonly string[] }) {
  return <strong lang={language}>{items.map((one) => `“${one}”`).join(', ')}</strong>;
}

function Conflicts({ view, item, match, conflicts }: DetailProps) {
  const { t } = view;
  if (conflicts.length === 0) return null;
  return (
    <div class="conflicts">
      <p>
        <strong>{t.matches.conflicts}</strong>
      </p>
      <ul>
        {conflicts.map(({ kind, claim, passage }) => (
          <li>
            {lookUp(t.conflicts, kind) ?? kind}:{' '}
            <mark class="conflict" lang={item.post.language}>
              {claim.text}
            </mark>{' '}
            {t.matches.inClaim},{' '}
            <mark class="conflict" lang={match.language}>
              {passage.text}
            </mark>{' '}
            {t.matches.inPassage}
          </li>
        ))}
      </ul>
    </div>
  );
}
