import type { StoredFinding } from '#db/schema/index.ts';
import { canonicalText } from '#language/canonical-text.ts';
import type { DraftView } from '#review/index.ts';
import type { View } from '../../view.ts';
import { FindingList, findingSpans, severityCounts, WholeFindings } from '../findings.tsx';
import { MarkedText } from '../marked-text.tsx';

/** What gate and linter say of the rows as they stand. */
export interface RowsChecked {
  readonly findings: readonly StoredFinding[];
  /** The row of each sentence, by ordinal. */
  readonly rowOf: readonly number[];
}

type DraftForm = Pick<DraftView, 'language' | 'length'>;

interface RowFindingsProps {
  readonly view: View;
  readonly checked: RowsChecked;
  readonly form: DraftForm;
  readonly row: number;
  readonly text: string;
}

/** At a row: its words with what is wrong marked, and each finding with its severity and remedy. */
export function RowFindings({ view, checked, form, row, text }: RowFindingsProps) {
  const ordinal = checked.rowOf.indexOf(row);
  const findings = checked.findings.filter(({ sentence }) => sentence === ordinal);
  if (ordinal === -1 || findings.length === 0) return null;
  const judged = canonicalText(text.trim());
  const spans = findingSpans({ findings }, ordinal);
  return (
    <>
      {spans.length === 0 ? null : (
        <p class="marked-row" lang={form.language}>
          <MarkedText text={judged} spans={spans} />
        </p>
      )}
      <FindingList view={view} form={form} findings={findings} text={judged} />
    </>
  );
}

/** How much blocks and how much is to note. */
export function CheckSummary({ view, checked }: { view: View; checked: RowsChecked }) {
  const { t } = view;
  const [blocking, warning] = severityCounts(checked.findings);
  const words = t.lint.summary(blocking, warning);
  return (
    <strong>{blocking > 0 ? t.editor.checkedBlocked(words) : t.editor.checkedFree(words)}</strong>
  );
}

interface CheckedFragmentProps {
  readonly view: View;
  readonly checked: RowsChecked;
  readonly form: DraftForm;
  /** The words of each row. */
  readonly texts: readonly string[];
}

/** The same for the editor's script, which puts each slot into its place on the page. */
export function CheckedFragment({ view, checked, form, texts }: CheckedFragmentProps) {
  return (
    <div data-checked>
      <div data-slot="summary">
        <CheckSummary view={view} checked={checked} />
      </div>
      <div data-slot="whole">
        <WholeFindings view={view} findings={checked.findings} />
      </div>
      {texts.map((text, row) => (
        <div data-slot={`s${row}`}>
          <RowFindings view={view} checked={checked} form={form} row={row} text={text} />
        </div>
      ))}
    </div>
  );
}
