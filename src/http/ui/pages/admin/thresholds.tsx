import type { Page } from '#db/pagination.ts';
import type { ModelSettings, ModelThreshold, ThresholdDecision } from '#retrieval/index.ts';
import { AdminPage, AdminPages } from '../../components/admin/admin-page.tsx';
import { CalibrationCurve } from '../../components/admin/calibration-curve.tsx';
import { SelectField, TextArea } from '../../components/fields.tsx';
import { TextField } from '../../components/text-field.tsx';
import { formatDecimal, formatTime } from '../../format.ts';
import { textOf } from '../../forms.ts';
import { ConfirmFields } from '../../components/account/confirm-fields.tsx';
import { type Feedback, may, type View } from '../../view.ts';

interface ThresholdsPageProps {
  readonly view: View;
  readonly models: readonly ModelThreshold[];
  readonly page: Page<ThresholdDecision>;
  readonly paged: boolean;
  readonly settingsOf: (name: string) => ModelSettings;
  readonly feedback: Feedback;
}

export function ThresholdsPage(props: ThresholdsPageProps) {
  const { view, models, page, feedback } = props;
  const t = view.t.thresholdsPage;
  return (
    <AdminPage view={view} section="thresholds" feedback={feedback}>
      <p class="lead">{t.intro}</p>
      <section aria-labelledby="current">
        <h2 id="current">{t.current}</h2>
        {models.map((one) => (
          <Current view={view} one={one} curve={props.settingsOf(one.model).calibration.curve} />
        ))}
      </section>
      {may(view, 'threshold.propose') ? (
        <details open={feedback.problem !== undefined} id="threshold">
          <summary data-key="n">{t.propose}</summary>
          <ProposeForm view={view} models={models} feedback={feedback} />
        </details>
      ) : null}
      <section aria-labelledby="history">
        <h2 id="history">{t.history}</h2>
        {page.items.length === 0 ? <p>{t.none}</p> : <History {...props} />}
        <AdminPages
          view={view}
          path="/admin/thresholds"
          next={page.nextCursor}
          paged={props.paged}
        />
      </section>
    </AdminPage>
  );
}

function Current(props: {
  view: View;
  one: ModelThreshold;
  curve: ModelSettings['calibration']['curve'];
}) {
  const { view, one, curve } = props;
  const t = view.t.thresholdsPage;
  const number = (value: number | null): string =>
    value === null ? t.uncalibrated : formatDecimal(value, view.locale);
  return (
    <>
      <dl class="facts">
        <dt>{t.model}</dt>
        <dd>
          <strong class="break">{one.model}</strong> ({t.states[one.state]})
        </dd>
        <dt>{t.inForce}</dt>
        <dd>{number(one.inForce)}</dd>
        <dt>{t.shipped}</dt>
        <dd>{number(one.shipped)}</dd>
      </dl>
      {curve.length === 0 || one.inForce === null ? null : (
        <CalibrationCurve view={view} model={one.model} curve={curve} threshold={one.inForce} />
      )}
    </>
  );
}

function ProposeForm(props: { view: View; models: readonly ModelThreshold[]; feedback: Feedback }) {
  const { view, models, feedback } = props;
  const t = view.t.thresholdsPage;
  const { typed } = feedback;
  return (
    <form method="post" action="/admin/thresholds" class="panel">
      <SelectField
        id="model"
        name="model"
        label={t.model}
        choices={models.map(({ model }) => ({ value: model, label: model }))}
        selected={textOf(typed, 'model')}
      />
      <TextField
        id="value"
        name="threshold"
        label={t.value}
        value={textOf(typed, 'threshold')}
        required
      />
      <TextArea
        id="reason"
        name="reason"
        label={view.t.admin.reason}
        value={textOf(typed, 'reason')}
        required
      />
      <ConfirmFields view={view} problem={feedback.problem} />
      <button type="submit" class="primary">
        {t.proposeButton}
      </button>
    </form>
  );
}

function History({ view, page }: ThresholdsPageProps) {
  const { t, locale } = view;
  const text = t.thresholdsPage;
  return (
    <table class="queue decisions">
      <caption class="visually-hidden">{text.history}</caption>
      <thead>
        <tr>
          <th scope="col">{text.decided}</th>
          <th scope="col">{text.model}</th>
          <th scope="col">{text.reason}</th>
          <th scope="col">{text.proposed}</th>
          <th scope="col">{text.approved}</th>
        </tr>
      </thead>
      <tbody>
        {page.items.map((one) => (
          <tr data-row>
            <th scope="row">{formatDecimal(one.threshold, locale)}</th>
            <td data-label={text.model} class="break">
              {one.model}
            </td>
            <td data-label={text.reason}>{one.reason}</td>
            <td data-label={text.proposed}>
              {one.proposedBy} <span class="muted">{formatTime(one.proposedAt, locale)}</span>
            </td>
            <td data-label={text.approved}>
              {one.approvedBy === null || one.approvedAt === null ? (
                <Waiting view={view} one={one} />
              ) : (
                <>
                  {one.approvedBy} <span class="muted">{formatTime(one.approvedAt, locale)}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Waiting({ view, one }: { view: View; one: ThresholdDecision }) {
  const text = view.t.thresholdsPage;
  if (!may(view, 'threshold.approve') || one.proposedBy === view.actor?.name) {
    return <>{text.waiting}</>;
  }
  const value = formatDecimal(one.threshold, view.locale);
  return (
    <form method="post" action={`/admin/thresholds/${one.id}/approve`}>
      <button type="submit" aria-label={text.approveOne(value, one.model)}>
        {text.approve}
      </button>
    </form>
  );
}
