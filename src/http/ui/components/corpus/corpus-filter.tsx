import type { DocumentFilter } from '#corpus/index.ts';
import type { View } from '../../view.ts';
import { choicesFrom, SelectField } from '../fields.tsx';
import { TextField } from '../text-field.tsx';

/** The list's filter, a GET form: its address can be kept and sent. */
export function CorpusFilter({ view, filter }: { view: View; filter: DocumentFilter }) {
  const { t } = view;
  return (
    <form
      method="get"
      action="/corpus"
      class="inline filter"
      role="search"
      aria-label={t.corpus.filters}
    >
      <TextField
        id="text"
        name="text"
        type="search"
        label={t.corpus.text}
        value={filter.text ?? ''}
      />
      <SelectField
        id="state"
        name="state"
        label={t.corpus.state}
        choices={[{ value: '', label: t.corpus.anyState }, ...choicesFrom(t.browse.states)]}
        selected={filter.state ?? ''}
      />
      <TextField id="on" name="on" type="date" label={t.browse.on} value={filter.on ?? ''} />
      <PillarField view={view} selected={filter.pillar ?? ''} />
      <TextField id="topic" name="topic" label={t.corpus.topic} value={filter.topic ?? ''} />
      <SelectField
        id="use"
        name="use"
        label={t.browse.use}
        choices={[
          { value: '', label: t.browse.anyUse },
          { value: 'citable', label: t.corpus.citable },
          { value: 'internal', label: t.corpus.internal },
        ]}
        selected={filter.citable == null ? '' : filter.citable ? 'citable' : 'internal'}
      />
      <TextField
        id="language"
        name="language"
        label={t.versionEdit.languageCode}
        value={filter.language ?? ''}
      />
      <button type="submit">{t.queue.apply}</button>
    </form>
  );
}

export function PillarField(props: { view: View; selected: string; label?: string }) {
  const { t } = props.view;
  return (
    <SelectField
      id="pillar"
      name="pillar"
      label={props.label ?? t.corpus.pillar}
      choices={[{ value: '', label: t.corpus.anyPillar }, ...choicesFrom(t.pillars)]}
      selected={props.selected}
    />
  );
}
