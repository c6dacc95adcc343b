import type { Page } from '#db/pagination.ts';
import type { BulkOutcome } from '#drafting/index.ts';
import type { ClusterEntry } from '#posts/index.ts';
import { ProblemAlert } from '../components/feedback.tsx';
import { choicesFrom, RadioGroup, TextArea } from '../components/fields.tsx';
import { Layout } from '../components/layout.tsx';
import { addressOfTriage, triageFields, type TriageView } from '../components/triage-address.ts';
import { DecisionTabs, FilterChips, TriageFilter } from '../components/triage-filter.tsx';
import { TriageOutcome } from '../components/triage-outcome.tsx';
import { TriageRow } from '../components/triage-row.tsx';
import { textOf } from '../forms.ts';
import { may, type Feedback, type View } from '../view.ts';

interface TriageProps {
  readonly view: View;
  readonly shown: TriageView;
  readonly cursor: string | null;
  readonly page: Page<ClusterEntry>;
  /** What was decided just now. */
  readonly bulk: BulkOutcome | null;
  readonly feedback: Feedback;
}

export function TriagePage(props: TriageProps) {
  const { view, shown, cursor, page, bulk, feedback } = props;
  const { t } = view;
  const back = addressOfTriage(shown, { cursor });
  return (
    <Layout
      view={view}
      title={t.triage.title}
      failed={feedback.problem !== undefined}
      styles={['triage']}
      scripts={['triage']}
      wide
    >
      <h1>{t.triage.title}</h1>
      <p class="muted lead">{t.triage.lead}</p>
      <ProblemAlert view={view} problem={feedback.problem} />
      {bulk === null ? null : <TriageOutcome view={view} bulk={bulk} back={back} />}
      <DecisionTabs view={view} shown={shown} />
      <TriageFilter view={view} shown={shown} />
      <FilterChips view={view} shown={shown} />
      <div id="triage-list" data-live="queue">
        {page.items.length === 0 ? (
          <Empty view={view} shown={shown} />
        ) : (
          <List {...props} back={back} />
        )}
      </div>
      <nav class="pages" aria-label={t.triage.pages}>
        {cursor === null ? null : <a href={addressOfTriage(shown)}>{t.triage.first}</a>}
        {page.nextCursor === null ? null : (
          <a href={addressOfTriage(shown, { cursor: page.nextCursor })} rel="next">
            {t.triage.next}
          </a>
        )}
        <a href={back}>{t.triage.reload}</a>
      </nav>
    </Layout>
  );
}

function List({ view, page, feedback, back }: TriageProps & { back: string }) {
  const { t } = view;
  const { typed } = feedback;
  const chosen = new Set(
    [...(typed?.getAll('post') ?? []), ...(typed?.getAll('cluster') ?? [])].map(String),
  );
  const deciding = may(view, 'response.decide');
  const headings = [t.triage.choose, t.triage.post, t.triage.claims, t.triage.decision];
  const table = (
    <table class="queue triage">
      <caption>{t.triage.caption(page.items.length)}</caption>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th scope="col">{heading}</th>
          ))}
          <th scope="col" class="number">
            {t.triage.submissions}
          </th>
          <th scope="col">{t.triage.received}</th>
        </tr>
      </thead>
      <tbody>
        {page.items.map((entry) => (
          <TriageRow view={view} entry={entry} chosen={chosen} />
        ))}
      </tbody>
    </table>
  );
  if (!deciding) {
    return (
      <>
        <p class="muted">{t.triage.readOnly}</p>
        {table}
      </>
    );
  }
  return (
    <form method="post" action="/triage/decide" id="triage">
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="seen_at" value={view.now.toISOString()} />
      <template data-choose-all>
        <label class="box choose-all">
          <input type="checkbox" /> {t.triage.chooseAll}
        </label>
      </template>
      {table}
      <fieldset class="panel act">
        <legend>{t.triage.act}</legend>
        <p class="muted">{t.triage.actHint}</p>
        <p data-chosen hidden aria-live="polite">
          {t.triage.chosen} <strong>0</strong>
        </p>
        <RadioGroup
          name="decision"
          legend={t.response.decision}
          choices={choicesFrom(t.decisions)}
          selected={textOf(typed, 'decision')}
        />
        <TextArea
          id="reason"
          name="reason"
          label={t.triage.reason}
          value={textOf(typed, 'reason')}
          required
        />
        <button type="submit" class="primary">
          {t.triage.decide}
        </button>
      </fieldset>
    </form>
  );
}

function Empty({ view, shown }: { view: View; shown: TriageView }) {
  const { t } = view;
  const narrowed = triageFields.some((field) => shown.filter[field] !== undefined);
  const everything = addressOfTriage({ filter: {}, order: 'newest' });
  const waiting = !narrowed && shown.filter.decision === 'none';
  return (
    <div class="empty">
      <p>{waiting ? t.triage.empty : t.triage.nothing}</p>
      <p>
        <a href={everything}>{waiting ? t.triage.emptyHint : t.triage.clear}</a>
      </p>
      {may(view, 'posts.submit') ? (
        <p>
          <a href="/submit">{t.triage.submit}</a>
        </p>
      ) : null}
    </div>
  );
}
