import { maxRunBytes, metricNames, type RecordedRun } from '#evaluations/index.ts';
import { formatBytes, formatTime } from '../format.ts';
import { may, type View } from '../view.ts';
import { SelectField } from './fields.tsx';
import { measureName } from './evaluation-table.tsx';
import { TextField } from './text-field.tsx';

/** For evaluators: a run file is recorded. */
export function RunUpload({ view, open }: { view: View; open: boolean }) {
  const { t, locale } = view;
  if (!may(view, 'evaluation.record')) return null;
  return (
    <details class="panel" id="evaluation" open={open}>
      <summary data-key="u">{t.evaluations.upload}</summary>
      <form method="post" action="/evaluations" enctype="multipart/form-data">
        <div class="field">
          <label for="file">{t.evaluations.file}</label>
          <input
            id="file"
            name="file"
            type="file"
            required
            accept=".json,application/json"
            aria-describedby="file-hint"
          />
          <p class="muted" id="file-hint">
            {t.evaluations.uploadHint(formatBytes(maxRunBytes, locale))}
          </p>
        </div>
        <button type="submit" class="primary">
          {t.evaluations.uploadButton}
        </button>
      </form>
    </details>
  );
}

interface CompareFormProps {
  readonly view: View;
  readonly afterId: string;
  /** Runs it can be held against. */
  readonly others: readonly RecordedRun[];
  readonly beforeId?: string;
  readonly metric?: string;
  readonly margin?: string;
}

/** Holds a run against an earlier one; its address can be kept and sent. */
export function CompareForm(props: CompareFormProps) {
  const { view, afterId, others, beforeId, metric = 'success@10', margin = '0.01' } = props;
  const { t, locale } = view;
  return (
    <form method="get" action="/evaluations/compare" class="inline filter" id="compare">
      <input type="hidden" name="after" value={afterId} />
      <SelectField
        id="before"
        name="before"
        label={t.evaluationRun.other}
        choices={others.map((run) => ({
          value: run.id,
          label: `${formatTime(run.measured_at, locale)} · ${run.model}`,
        }))}
        selected={beforeId ?? others[0]?.id ?? ''}
      />
      <SelectField
        id="metric"
        name="metric"
        label={t.evaluationCompare.metric}
        choices={metricNames.map((name) => ({ value: name, label: measureName(view, name) }))}
        selected={metric}
      />
      <TextField id="margin" name="margin" label={t.evaluationCompare.margin} value={margin} />
      <button type="submit">{t.evaluationRun.compareButton}</button>
    </form>
  );
}
