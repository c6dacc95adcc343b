import { splitSentences } from '#language/sentences.ts';
import type { MatchView } from '#review/index.ts';
import type { CorpusMatch } from '#retrieval/index.ts';
import { formatPercent } from '../../format.ts';
import type { View } from '../../view.ts';
import { passageName } from '../passage-name.ts';
import { passageAddress } from './passage-address.ts';

/** A passage that a sentence can cite. */
export interface Pick {
  readonly passageId: number;
  readonly name: string;
  readonly language: string;
  readonly text: string;
  /** 0 to 1 */
  readonly probability: number;
}

export function pickOfMatch(match: MatchView): Pick {
  const { passage_id: passageId, language, text, probability } = match;
  return { passageId, name: passageName(match), language, text, probability };
}

export function pickOfFound({ document, ...found }: CorpusMatch): Pick {
  const { passageId, language, text, probability, headingPath } = found;
  const name = passageName({ ...document, heading_path: headingPath });
  return { passageId, name, language, text, probability };
}

interface PickerProps {
  readonly view: View;
  readonly postId: string;
}

/** A search of the corpus; its answer comes into the panel with script and as a page of its own without. */
export function PassageSearch({ view, postId, asked }: PickerProps & { asked: string }) {
  const { editor } = view.t;
  return (
    <form
      method="get"
      action={`/posts/${postId}/passages`}
      target="_blank"
      role="search"
      aria-label={editor.search}
      class="passage-search"
      data-passage-search
    >
      <label for="passage-q">{editor.search}</label>
      <input id="passage-q" name="q" type="search" value={asked} data-key="/" />
      <button type="submit">{editor.searchButton}</button>
    </form>
  );
}

/** Passages with their sentences; with script some can be chosen and cited. */
export function PassageList({ view, postId, picks }: PickerProps & { picks: readonly Pick[] }) {
  return (
    <ul class="picks">
      {picks.map((pick) => (
        <li>
          <PassagePick view={view} postId={postId} pick={pick} />
        </li>
      ))}
    </ul>
  );
}

function PassagePick({ view, postId, pick }: PickerProps & { pick: Pick }) {
  const { t, locale } = view;
  const { passageId, name, language, text, probability } = pick;
  return (
    <details class="pick" data-pick={String(passageId)} data-name={name} data-text={text}>
      <summary>
        <span lang={language}>{name}</span>{' '}
        <span class="muted">{formatPercent(probability, locale)}</span>
      </summary>
      <ul class="pick-sentences" lang={language}>
        {splitSentences(text).map((sentence) => (
          <li>
            <label>
              <input
                type="checkbox"
                data-scripted
                hidden
                data-start={String(sentence.start)}
                data-end={String(sentence.end)}
              />{' '}
              {sentence.text}
            </label>
          </li>
        ))}
      </ul>
      <button type="button" data-cite data-scripted hidden>
        {t.editor.cite}
      </button>{' '}
      <a
        href={passageAddress(postId, String(passageId), '')}
        target="_blank"
        rel="noopener"
        data-open-passage
      >
        {t.editor.openPassage}
      </a>
    </details>
  );
}

/** What a search found. */
export function PassageResults({ view, postId, picks }: PickerProps & { picks: readonly Pick[] }) {
  return (
    <div data-panel-part>
      <h2 tabindex={-1}>{view.t.editor.results(picks.length)}</h2>
      {picks.length === 0 ? null : <p class="muted">{view.t.corpusSearch.order}</p>}
      <PassageList view={view} postId={postId} picks={picks} />
    </div>
  );
}
