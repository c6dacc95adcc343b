import type { QuotedPassage } from '#drafting/index.ts';
import { formatDay, formatTime } from '../../format.ts';
import type { View } from '../../view.ts';
import { MarkedText } from '../marked-text.tsx';
import { passageName } from '../passage-name.ts';
import { shortenAfter, shortenBefore } from '../shorten-context.ts';
import { standingWords } from '../standing-line.tsx';
import { passageHref } from '../../version-place.ts';

interface PassageProps {
  readonly view: View;
  readonly passage: QuotedPassage;
  /** Whether a quote was asked about. */
  readonly asked: boolean;
}

/** A passage in its place in the document with the quote marked, and what its version is today. */
export function PassageView({ view, passage, asked }: PassageProps) {
  const { t, locale } = view;
  const { before, after, text, language, standing, quote } = passage;
  const spans = quote === null ? [] : [{ ...quote, name: 'quote' }];
  const inForce = standing.state === 'in_force';
  return (
    <div data-panel-part>
      <div class="panel-head">
        <h2 tabindex={-1} lang={language}>
          {passageName({ ...passage, heading_path: passage.headingPath })}
        </h2>
        <button type="button" class="quiet" data-close-panel data-scripted hidden>
          {t.editor.close}
        </button>
      </div>
      {inForce ? null : (
        <p class="callout">
          <strong>{standingWords(view, { ...standing, reason: null, successor: null })}</strong>
        </p>
      )}
      {passage.citable ? null : <p class="callout">{t.editor.notCitable}</p>}
      <p class="muted" lang={language}>
        {[passage.issuer, passage.title].filter((part) => part !== null).join(' › ')}
      </p>
      {asked ? (
        <p class={quote === null ? 'callout' : 'muted'}>
          {quote === null ? t.editor.quoteMissing : t.editor.quoteFound}
        </p>
      ) : null}
      <blockquote lang={language}>
        <span class="context">{shortenBefore(before, passage.opens)}</span>
        <MarkedText text={text} spans={spans} />
        <span class="context">{shortenAfter(after, passage.closes)}</span>
      </blockquote>
      <dl class="facts">
        <dt>{t.version.validFrom}</dt>
        <dd>
          {t.matches.validity(
            formatDay(passage.valid_from, locale),
            passage.ends_on === null ? null : formatDay(passage.ends_on, locale),
          )}
        </dd>
        <dt>{t.version.approved}</dt>
        <dd>
          {passage.approved_by === null || passage.approved_at === null
            ? t.corpus.none
            : t.document.by(passage.approved_by, formatTime(passage.approved_at, locale))}
        </dd>
        <dt>{t.version.verifiedAt}</dt>
        <dd>
          {passage.verified_at === null
            ? t.corpus.neverVerified
            : formatTime(passage.verified_at, locale)}
        </dd>
      </dl>
      <p>
        <a href={passageHref(passage.versionId, passage.passageId)} target="_blank" rel="noopener">
          {t.editor.openVersion(passage.version_number)}
        </a>
      </p>
    </div>
  );
}
