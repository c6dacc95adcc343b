import type { DraftView } from '#review/index.ts';
import type { View } from '../../view.ts';
import { FindingSummary } from '../findings.tsx';

/** What gate and rules say of the whole draft: one line, and open where something blocks it. */
export function DraftFindings(props: { view: View; draft: DraftView; summary: string }) {
  const { view, draft, summary } = props;
  if (draft.lint !== null && draft.findings.length === 0) {
    return <p class="muted">{view.t.lint.clean}</p>;
  }
  return (
    <details open={draft.findings.some(({ severity }) => severity === 'H')}>
      <summary>{draft.lint === null ? view.t.lint.unchecked : summary}</summary>
      <FindingSummary view={view} draft={draft} />
    </details>
  );
}
