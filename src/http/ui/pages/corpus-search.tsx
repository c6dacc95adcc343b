import type { CorpusFound, CorpusMatch } from '#retrieval/index.ts';
import { choicesFrom, SelectField } from '../components/fields.tsx';
import { CorpusNav } from '../components/corpus/corpus-nav.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import { TextField } from '../components/text-field.tsx';
import { formatDay, formatPercent } from '../format.ts';
import { passageHref } from '../version-place.ts';
import type { Feedback, View } from '../view.ts';

export interface CorpusSearchValues {
  readonly q: string;
  /** YYYY-MM-DD, or empty for today. */
  readonly asOf: string;
  readonly classification: 'citable' | 'internal' | '';
}

interface CorpusSearchProps {
  readonly view: View;
  readonly values: CorpusSearchValues;
  /** Null until something was asked, and when it was refused. */
  readonly found: CorpusFound | null;
  readonly feedback: Feedback;
}

/** What the corpus says, or said on a day. */
export function CorpusSearchPage({ view, values, found, feedback }: CorpusSearchProps) {
  const { t } = view;
  return (
    <Layout
      view={view}
      title={t.corpusSearch.title}
      styles={['corpus']}
      failed={feedback.problem !== undefined}
    >
      <h1>{t.corpusSearch.title}</h1>
      <CorpusNav view={view} />
      <ProblemAlert view={view} problem={feedback.problem} />
      <SearchForm view={view} values={values} />
      {found === null ? null : <Found view={view} found={found} />}
    </Layout>
  );
}

function SearchForm({ view, values }: { view: View; values: CorpusSearchValues }) {
  const { t } = view;
  const uses = { citable: t.corpus.citable, internal: t.corpus.internal };
  return (
    <form
      method="get"
      action="/corpus/search"
      class="inline filter"
      role="search"
      aria-label={t.corpusSearch.title}
    >
      <TextField id="q" name="q" type="search" label={t.corpusSearch.text} value={values.q} />
      <TextField
        id="as_of"
        name="as_of"
        type="date"
        label={t.corpusSearch.asOf}
        value={values.asOf}
      />
      <SelectField
        id="classification"
        name="classification"
        label={t.corpus.use}
        choices={[{ value: '', label: t.corpusSearch.anyUse }, ...choicesFrom(uses)]}
        selected={values.classification}
      />
      <button type="submit">{t.corpusSearch.button}</button>
    </form>
  );
}

function Found({ view, found }: { view: View; found: CorpusFound }) {
  const { t, locale } = view;
  const day = formatDay(found.asOf, locale);
  return (
    <section aria-labelledby="found-title">
      <h2 id="found-title">{t.corpusSearch.found(found.matches.length, day)}</h2>
      {found.byMeaning ? null : <p class="muted">{t.corpusSearch.byWords}</p>}
      {found.byMeaning && found.matches.length > 1 ? (
        <p class="muted">{t.corpusSearch.order}</p>
      ) : null}
      <ol class="found">
        {found.matches.map((match) => (
          <FoundPassage view={view} match={match} />
        ))}
      </ol>
    </section>
  );
}

function FoundPassage({ view, match }: { view: View; match: CorpusMatch }) {
  const { t, locale } = view;
  const { document } = match;
  const place = [document.title, document.number, ...match.headingPath];
  const ends = match.endsOn === null ? null : formatDay(match.endsOn, locale);
  return (
    <li>
      <h3 lang={match.language}>
        <a href={passageHref(match.versionId, match.passageId)}>
          {place.filter((part) => part !== null).join(' › ')}
        </a>
      </h3>
      <blockquote lang={match.language}>{match.text}</blockquote>
      <p class="muted">
        {t.matches.version(match.versionNumber)}:{' '}
        {t.matches.validity(formatDay(match.validFrom, locale), ends)} ·{' '}
        {document.classification === 'internal' ? `${t.corpus.internal} · ` : ''}
        {t.matches.probability} {formatPercent(match.probability, locale)}
        {match.aboveThreshold ? '' : `, ${t.matches.belowThreshold}`}
      </p>
    </li>
  );
}
