import type { GapReport } from '#upkeep/index.ts';
import type { View } from '../../view.ts';
import { SelectField } from '../fields.tsx';
import { TextField } from '../text-field.tsx';
import { PillarField } from './corpus-filter.tsx';

export interface GapFilterValues {
  /** YYYY-MM-DD. */
  readonly since: string | null;
  readonly topic: string | null;
  readonly pillar: string | null;
  /** Whether each gap is searched for again. */
  readonly check: boolean;
}

interface GapFilterProps {
  readonly view: View;
  readonly filter: GapFilterValues;
  readonly report: GapReport;
}

/** Topics are those the gaps have; the one asked for stays even when it has none. */
export function GapFilter({ view, filter, report }: GapFilterProps) {
  const { t } = view;
  const topics = new Set(report.byTopic.flatMap(({ name }) => name ?? []));
  if (filter.topic !== null) topics.add(filter.topic);
  return (
    <form
      method="get"
      action="/corpus/gaps"
      class="inline filter"
      role="search"
      aria-label={t.gaps.filters}
    >
      <TextField
        id="since"
        name="since"
        type="date"
        label={t.gaps.since}
        value={filter.since ?? ''}
      />
      <SelectField
        id="topic"
        name="topic"
        label={t.gaps.topic}
        choices={[
          { value: '', label: t.gaps.anyTopic },
          ...[...topics].map((topic) => ({ value: topic, label: topic })),
        ]}
        selected={filter.topic ?? ''}
      />
      <PillarField view={view} label={t.gaps.pillar} selected={filter.pillar ?? ''} />
      <label class="check">
        <input type="checkbox" name="check" value="true" checked={filter.check} /> {t.gaps.check}
      </label>
      <button type="submit">{t.queue.apply}</button>
    </form>
  );
}
