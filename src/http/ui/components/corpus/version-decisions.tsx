import type { VersionView } from '#corpus/index.ts';
import { isoDay } from '#platform/clock.ts';
import { formatDay } from '../../format.ts';
import { may, type Feedback, type View } from '../../view.ts';
import { TextArea, typedOr } from '../fields.tsx';
import { TextField } from '../text-field.tsx';

interface DecisionsProps {
  readonly view: View;
  readonly version: VersionView;
  readonly feedback: Feedback;
}

/** What this person may decide about a version in its present state; nothing when that is nothing. */
export function VersionDecisions({ view, version, feedback }: DecisionsProps) {
  const forms = formsFor(view, version);
  if (forms.length === 0) return null;
  return (
    <section id="decide" aria-labelledby="decide-title">
      <h2 id="decide-title">{view.t.versionDecide.title}</h2>
      {forms.map((Form) => (
        <Form view={view} version={version} feedback={feedback} />
      ))}
    </section>
  );
}

/** Ended versions are neither withdrawn nor verified: nothing rests on them any more. */
function formsFor(view: View, { status, standing }: VersionView) {
  const approves = may(view, 'corpus.approve');
  const edits = may(view, 'corpus.edit');
  const standsOrWill = standing.state === 'in_force' || standing.state === 'not_yet';
  return [
    ...(status === 'draft' && approves ? [ApproveForm] : []),
    ...(status === 'draft' && edits ? [DiscardForm] : []),
    ...(standsOrWill && edits ? [VerifyForm] : []),
    ...(standsOrWill && approves ? [WithdrawForm] : []),
  ];
}

function ApproveForm({ view, version }: DecisionsProps) {
  const { t } = view;
  if (version.contributors.some(({ id }) => id === view.actor?.userId)) {
    return (
      <p class="callout" id="version-approve">
        {t.versionDecide.contributor}
      </p>
    );
  }
  return (
    <form method="post" action={`/corpus/versions/${version.id}/approve`} id="version-approve">
      <h3>{t.versionDecide.approve}</h3>
      {version.proposals.length === 0 ? null : (
        <p class="callout">{t.proposals.waiting(version.proposals.length)}</p>
      )}
      <p>{t.versionDecide.approveHint(formatDay(version.valid_from, view.locale))}</p>
      <input type="hidden" name="revision" value={String(version.revision)} />
      <button type="submit" class="primary">
        {t.versionDecide.approveButton}
      </button>
    </form>
  );
}

function DiscardForm({ view, version, feedback }: DecisionsProps) {
  const { t } = view;
  const { open, value } = typedInto(feedback, 'version-discard');
  return (
    <details id="version-discard" open={open}>
      <summary>{t.versionDecide.discard}</summary>
      <form method="post" action={`/corpus/versions/${version.id}/discard`}>
        <p>{t.versionDecide.discardHint}</p>
        <TextArea
          id="discard-reason"
          name="reason"
          label={t.versionDecide.reason}
          value={value('reason')}
          required
        />
        <button type="submit">{t.versionDecide.discardButton}</button>
      </form>
    </details>
  );
}

function WithdrawForm({ view, version, feedback }: DecisionsProps) {
  const { t } = view;
  const { open, value } = typedInto(feedback, 'version-withdraw');
  const today = isoDay(view.now);
  const first = today < version.valid_from ? version.valid_from : today;
  return (
    <details id="version-withdraw" open={open}>
      <summary>{t.versionDecide.withdraw}</summary>
      <form method="post" action={`/corpus/versions/${version.id}/withdraw`}>
        <p>{t.versionDecide.withdrawHint}</p>
        <TextArea
          id="withdraw-reason"
          name="reason"
          label={t.versionDecide.reason}
          value={value('reason')}
          required
        />
        <TextField
          id="withdraw-from"
          name="from"
          type="date"
          label={t.versionDecide.withdrawFrom}
          value={value('from', first)}
          min={version.valid_from}
          required
        />
        <button type="submit">{t.versionDecide.withdrawButton}</button>
      </form>
    </details>
  );
}

function VerifyForm({ view, version, feedback }: DecisionsProps) {
  const { t } = view;
  const { open, value } = typedInto(feedback, 'version-verify');
  return (
    <details id="version-verify" open={open}>
      <summary>{t.versionDecide.verify}</summary>
      <form method="post" action={`/corpus/versions/${version.id}/verify`}>
        <p>{t.versionDecide.verifyHint}</p>
        <TextField
          id="verify-by"
          name="recheck_by"
          type="date"
          label={t.versionDecide.verifyBy}
          value={value('recheck_by')}
        />
        <button type="submit">{t.versionDecide.verifyButton}</button>
      </form>
    </details>
  );
}

/** Whether this form was refused, and what was typed into it. */
function typedInto(feedback: Feedback, form: string) {
  const open = feedback.problem?.form === form;
  const typed = open ? feedback.typed : undefined;
  return { open, value: (name: string, initial = '') => typedOr(typed, name, initial) };
}
