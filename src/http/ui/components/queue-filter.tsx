import { type QueueFilter, queueOrders, queueStates, type SavedFilter } from '#review/index.ts';
import { textOf } from '../forms.ts';
import { addressOfFilter } from '../queue-address.ts';
import { may, type Feedback, type View } from '../view.ts';
import { choicesFrom, SelectField } from './fields.tsx';
import { NoticeLine } from './feedback.tsx';
import { TextField } from './text-field.tsx';

interface FilterProps {
  readonly view: View;
  readonly filter: QueueFilter;
}

/** A GET form: its address can be kept and sent. */
export function FilterForm({ view, filter }: FilterProps) {
  const { t } = view;
  const words = t.queueFilter;
  const states = queueStates.map((value) => ({ value, label: t.states[value] }));
  const orders = queueOrders.map((value) => ({ value, label: words.orders[value] }));
  const { again, language, topic, minSubmissions, text } = filter;
  const more = [again, language, topic, minSubmissions, text].some((one) => one !== undefined);
  return (
    <form method="get" action="/" aria-label={words.title}>
      <div class="inline">
        <SelectField
          id="state"
          name="state"
          label={t.queue.filter}
          choices={[{ value: '', label: t.queue.all }, ...states]}
          selected={filter.state ?? ''}
        />
        <SelectField
          id="holding"
          name="holding"
          label={words.holding}
          choices={[{ value: '', label: words.anyHolding }, ...choicesFrom(words.holdings)]}
          selected={filter.holding ?? ''}
        />
        <SelectField
          id="order"
          name="order"
          label={words.order}
          choices={orders}
          selected={filter.order ?? 'newest'}
        />
        <label class="check">
          <input
            type="checkbox"
            name="recheck"
            value="true"
            checked={filter.needsRecheck === true}
          />{' '}
          {t.recheck.only}
        </label>
        <button type="submit">{t.queue.apply}</button>
      </div>
      <details open={more}>
        <summary>{words.more}</summary>
        <div class="inline">
          <TextField id="text" name="text" label={words.text} value={text ?? ''} type="search" />
          <TextField id="topic" name="topic" label={words.topic} value={topic ?? ''} />
          <TextField id="language" name="language" label={words.language} value={language ?? ''} />
          <TextField
            id="min"
            name="min"
            label={words.minSubmissions}
            value={minSubmissions?.toString() ?? ''}
            type="number"
            min="1"
          />
          <label class="check">
            <input type="checkbox" name="again" value="true" checked={again === true} />{' '}
            {words.again}
          </label>
        </div>
      </details>
    </form>
  );
}

/** The person's own filters as links, and a form to keep the one that is shown. */
export function SavedFilters({
  view,
  filter,
  saved,
  feedback,
}: FilterProps & { saved: readonly SavedFilter[]; feedback: Feedback }) {
  const words = view.t.queueFilter;
  const current = addressOfFilter(filter);
  if (!may(view, 'filters.save') || (saved.length === 0 && current === '/')) return null;
  const refused = feedback.problem?.form === 'filters';
  return (
    <section id="filters" aria-labelledby="filters-title">
      <h2 id="filters-title">{words.saved}</h2>
      <NoticeLine view={view} feedback={feedback} names={['filter_saved', 'filter_removed']} />
      {saved.length === 0 ? null : (
        <ul class="actions">
          {saved.map((one) => (
            <li>
              <SavedLink view={view} saved={one} current={current} />
            </li>
          ))}
        </ul>
      )}
      {current === '/' ? null : (
        <details open={refused}>
          <summary>{words.open}</summary>
          <form method="post" action="/filters" class="inline">
            <input type="hidden" name="filter" value={current.slice(2)} />
            <TextField
              id="filter-name"
              name="name"
              label={words.name}
              value={refused ? textOf(feedback.typed, 'name') : ''}
              hint={words.nameHint}
              required
            />
            <button type="submit">{words.save}</button>
          </form>
        </details>
      )}
    </section>
  );
}

function SavedLink(props: { view: View; saved: SavedFilter; current: string }) {
  const { view, saved, current } = props;
  const words = view.t.queueFilter;
  const address = addressOfFilter(saved.filter);
  return (
    <form method="post" action="/filters/delete" class="inline">
      <a href={address} aria-current={address === current ? 'page' : undefined}>
        {saved.name}
      </a>
      <input type="hidden" name="id" value={saved.id} />
      <button type="submit" class="quiet" aria-label={words.remove(saved.name)}>
        {words.removeShort}
      </button>
    </form>
  );
}
