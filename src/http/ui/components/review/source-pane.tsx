import { formatDay, formatTime } from '../../format.ts';
import type { View } from '../../view.ts';
import { MarkedText } from '../marked-text.tsx';
import type { Quoted } from './quoted.ts';
import { passageHref } from '../../version-place.ts';

/** Every quoted passage with its quote marked; script shows those of the sentence that is read. */
export function SourcePane({ view, quoted }: { view: View; quoted: readonly Quoted[] }) {
  const { t } = view;
  return (
    <section class="pane sources-pane" aria-labelledby="sources-title" id="sources">
      <h2 id="sources-title">{t.draft.sources}</h2>
      <p class="muted" id="source-state" hidden data-none={t.workspace.noSource}>
        <span />{' '}
        <button
          type="button"
          class="quiet"
          id="all-sources"
          data-key="a"
          data-key-label={t.workspace.allSources}
        >
          {t.workspace.allSources}
        </button>
      </p>
      <ol class="quoted">
        {quoted.map((one) => (
          <Source view={view} quoted={one} />
        ))}
      </ol>
    </section>
  );
}

function Source({ view, quoted }: { view: View; quoted: Quoted }) {
  const { t, locale } = view;
  const { number, citation, passage } = quoted;
  const place = [citation.issuer, citation.title, citation.number, ...citation.heading_path];
  return (
    <li id={`source-${number}`} value={number} data-source={String(number)} tabindex={-1}>
      <p class="place-line">{place.filter((part) => part !== null).join(' › ')}</p>
      <p class="chips">
        {citation.nature === null ? null : (
          <span class="chip">{t.quoteNatures[citation.nature]}</span>
        )}
        <Standing view={view} quoted={quoted} />
      </p>
      <blockquote class="passage-text" lang={passage?.language}>
        {passage === null ? (
          <mark class="quote">{citation.quote}</mark>
        ) : (
          <MarkedText
            text={passage.text}
            spans={[
              {
                start: citation.start_offset - passage.start_offset,
                end: citation.end_offset - passage.start_offset,
                name: 'quote',
              },
            ]}
          />
        )}
      </blockquote>
      <p class="muted">
        {t.matches.validity(
          formatDay(citation.valid_from, locale),
          citation.ends_on === null ? null : formatDay(citation.ends_on, locale),
        )}
        .{' '}
        {passage?.approved_by == null || passage.approved_at === null
          ? ''
          : `${t.workspace.sourceApproved(passage.approved_by, formatTime(passage.approved_at, locale))} `}
        <a
          href={passageHref(citation.version_id, citation.passage_id)}
          aria-label={`${t.draft.inVersion(citation.version_number)}: ${t.draft.citation(number)}`}
        >
          {t.draft.inVersion(citation.version_number)}
        </a>
        {citation.anchored_at === null ? null : (
          <span class="block">{t.draft.reanchored(formatTime(citation.anchored_at, locale))}</span>
        )}
      </p>
      <p class="quoted-by">
        {t.workspace.quotedBy}{' '}
        {quoted.sentences.map((ordinal, index) => (
          <>
            {index === 0 ? null : ', '}
            <a href={`#sentence-${ordinal}`}>
              {ordinal === 0 ? t.draft.headline : t.draft.sentence(ordinal)}
            </a>
          </>
        ))}
      </p>
    </li>
  );
}

/** In words, before the passage is read, where it may not be quoted any more. */
function Standing({ view, quoted }: { view: View; quoted: Quoted }) {
  const { t } = view;
  if (quoted.passage === null) return null;
  const { state, since } = quoted.passage.standing;
  return (
    <>
      <span class={`chip standing-${state}`}>
        {t.standingChips[state](since === null ? '' : formatDay(since, view.locale))}
      </span>
      {quoted.passage.citable ? null : <span class="chip internal">{t.workspace.notCitable}</span>}
    </>
  );
}
