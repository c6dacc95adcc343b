import { clusterOrders, postDecisions, postOutcomes, postStates } from '#posts/index.ts';
import { formatDay, formatLanguage } from '../format.ts';
import type { View } from '../view.ts';
import { SelectField } from './fields.tsx';
import { TextField } from './text-field.tsx';
import {
  addressOfTriage,
  type TriageField,
  triageFields,
  type TriageView,
} from './triage-address.ts';

interface FilterProps {
  readonly view: View;
  readonly shown: TriageView;
}

/** What is asked most: undecided or not. */
export function DecisionTabs({ view, shown }: FilterProps) {
  const { t } = view;
  const labels = { none: t.triage.undecided, ...t.decisions };
  const choices = [...postDecisions, undefined];
  return (
    <nav class="tabs" aria-label={t.triage.tabs}>
      {choices.map((decision) => {
        const { decision: _, ...others } = shown.filter;
        const filter = decision === undefined ? others : { ...others, decision };
        const current = shown.filter.decision === decision;
        return (
          <a
            href={addressOfTriage({ ...shown, filter })}
            aria-current={current ? 'page' : undefined}
          >
            {decision === undefined ? t.triage.any : labels[decision]}
          </a>
        );
      })}
    </nav>
  );
}

/** A GET form: its address can be kept and sent. */
export function TriageFilter({ view, shown }: FilterProps) {
  const { t } = view;
  const { fields, ...words } = t.triage;
  const { filter, order } = shown;
  const any = { value: '', label: words.all };
  const states = postStates.map((value) => ({ value, label: t.states[value] }));
  const outcomes = postOutcomes.map((value) => ({ value, label: t.outcomes[value].name }));
  const orders = clusterOrders.map((value) => ({ value, label: words.orders[value] }));
  const text = (field: 'platform' | 'language') => (
    <TextField id={field} name={field} label={fields[field]} value={filter[field] ?? ''} />
  );
  return (
    <form method="get" action="/triage" class="triage-filter" role="search">
      {filter.decision === 'none' ? null : (
        <input type="hidden" name="decision" value={filter.decision ?? 'any'} />
      )}
      <div class="inline">
        <div class="field grow">
          <label for="text">{words.search}</label>
          <input
            id="text"
            name="text"
            type="search"
            value={filter.text ?? ''}
            maxlength={200}
            data-key="/"
            aria-describedby="text-hint"
          />
        </div>
        <SelectField
          id="order"
          name="order"
          label={words.order}
          choices={orders}
          selected={order}
        />
        <button type="submit">{words.apply}</button>
      </div>
      <p class="muted" id="text-hint">
        {words.searchHint}
      </p>
      <details>
        <summary>{words.more}</summary>
        <div class="inline">
          <SelectField
            id="state"
            name="state"
            label={fields.state}
            choices={[any, ...states]}
            selected={filter.state ?? ''}
          />
          <SelectField
            id="outcome"
            name="outcome"
            label={fields.outcome}
            choices={[any, ...outcomes]}
            selected={filter.outcome ?? ''}
          />
          {text('platform')}
          {text('language')}
          <TextField
            id="from"
            name="from"
            type="date"
            label={fields.receivedFrom}
            value={filter.receivedFrom ?? ''}
          />
          <TextField
            id="to"
            name="to"
            type="date"
            label={fields.receivedTo}
            value={filter.receivedTo ?? ''}
          />
          <TextField
            id="min"
            name="min"
            type="number"
            min="1"
            label={fields.minSubmissions}
            value={filter.minSubmissions?.toString() ?? ''}
          />
          <label class="check">
            <input
              type="checkbox"
              name="instructed"
              value="true"
              checked={filter.instructed === true}
            />{' '}
            {fields.instructed}
          </label>
        </div>
      </details>
    </form>
  );
}

/** What narrows the list, each with a link that takes it away. */
export function FilterChips({ view, shown }: FilterProps) {
  const words = view.t.triage;
  const used = triageFields.filter((field) => shown.filter[field] !== undefined);
  if (used.length === 0) return null;
  const { decision } = shown.filter;
  const clear = { ...shown, filter: decision === undefined ? {} : { decision } };
  return (
    <ul class="actions removable" aria-label={words.chips}>
      {used.map((field) => {
        const { [field]: _, ...others } = shown.filter;
        const what = chipText(view, shown, field);
        return (
          <li>
            <a
              class="chip"
              href={addressOfTriage({ ...shown, filter: others })}
              aria-label={words.remove(what)}
            >
              {what} <span aria-hidden="true">×</span>
            </a>
          </li>
        );
      })}
      <li>
        <a href={addressOfTriage(clear)}>{words.clear}</a>
      </li>
    </ul>
  );
}

function chipText(view: View, { filter }: TriageView, field: TriageField): string {
  const { t, locale } = view;
  const label = t.triage.fields[field];
  switch (field) {
    case 'instructed':
    case 'clusterId':
      return label;
    case 'state':
      return `${label}: ${filter.state === undefined ? '' : t.states[filter.state]}`;
    case 'outcome':
      return `${label}: ${filter.outcome === undefined ? '' : t.outcomes[filter.outcome].name}`;
    case 'language':
      return formatLanguage(filter.language ?? '', locale);
    case 'receivedFrom':
    case 'receivedTo':
      return `${label} ${formatDay(filter[field] ?? '', locale)}`;
    default:
      return `${label}: ${filter[field]}`;
  }
}
