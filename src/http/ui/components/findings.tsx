import type { StoredFinding } from '#db/schema/index.ts';
import { isDraftLanguage, type LintCode, type LintText, wordingOf } from '#drafting/index.ts';
import { sliceCodePoints } from '#language/code-points.ts';
import type { DraftView } from '#review/index.ts';
import { lookUp } from '../problem.ts';
import type { View } from '../view.ts';
import type { MarkedSpan } from './segments.ts';

/** At the top of a draft: how much blocks, how much is to note, and where. */
export function FindingSummary({ view, draft }: { view: View; draft: DraftView }) {
  const { t } = view;
  // What blocks first; within it the order of the rules.
  const findings = draft.findings.toSorted((a, b) => a.severity.localeCompare(b.severity));
  return (
    <div id="findings">
      <h3>{t.lint.title}</h3>
      {draft.lint === null ? <p class="muted">{t.lint.unchecked}</p> : null}
      {draft.blocked ? <p class="callout">{t.lint.blocked}</p> : null}
      {draft.lint !== null && findings.length === 0 ? <p class="muted">{t.lint.clean}</p> : null}
      {findings.length === 0 ? null : (
        <>
          <p>
            <strong>{summaryOf(view, draft)}</strong>
          </p>
          <ul class="findings">
            {findings.map((finding) => (
              <li>
                <Severity view={view} finding={finding} />{' '}
                {finding.sentence === null ? (
                  t.lint.wholeDraft
                ) : (
                  <a href={`#sentence-${finding.sentence}`}>{placeOf(view, finding.sentence)}</a>
                )}
                : {textOf(view, finding).message}
                {finding.sentence === null ? ` ${textOf(view, finding).remedy}` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** "2 điều chặn, 1 điều cần lưu ý". */
export function summaryOf({ t }: View, { findings }: Pick<DraftView, 'findings'>): string {
  return t.lint.summary(...severityCounts(findings));
}

/** How many findings block, and how many are to note. */
export function severityCounts(findings: readonly StoredFinding[]): [number, number] {
  const blocking = findings.filter(({ severity }) => severity === 'H').length;
  return [blocking, findings.length - blocking];
}

/** What concerns a draft as a whole, with its remedies; nothing where there is nothing. */
export function WholeFindings({
  view,
  findings,
}: {
  view: View;
  findings: readonly StoredFinding[];
}) {
  const whole = findings.filter(({ sentence }) => sentence === null);
  if (whole.length === 0) return null;
  return (
    <ul class="findings">
      {whole.map((finding) => (
        <li>
          <Severity view={view} finding={finding} /> {textOf(view, finding).message}{' '}
          {textOf(view, finding).remedy}
        </li>
      ))}
    </ul>
  );
}

interface SentenceFindingsProps {
  readonly view: View;
  readonly draft: DraftView;
  /** 0 is the headline. */
  readonly ordinal: number;
}

/** Beside a sentence: what is wrong with it, in which words, and what to do. */
export function SentenceFindings({ view, draft, ordinal }: SentenceFindingsProps) {
  const findings = draft.findings.filter(({ sentence }) => sentence === ordinal);
  const text = draft.sentences.find((sentence) => sentence.ordinal === ordinal)?.text ?? '';
  return <FindingList view={view} form={draft} findings={findings} text={text} />;
}

interface FindingListProps {
  readonly view: View;
  readonly form: Pick<DraftView, 'language' | 'length'>;
  readonly findings: readonly StoredFinding[];
  /** The sentence they are about. */
  readonly text: string;
}

export function FindingList({ view, form, findings, text }: FindingListProps) {
  if (findings.length === 0) return null;
  return (
    <ul class="findings">
      {findings.map((finding) => {
        const { message, remedy } = textOf(view, finding);
        const words = wordsOf(finding, text);
        return (
          <li>
            <Severity view={view} finding={finding} /> {message}
            {words === '' ? null : (
              <>
                {' '}
                <q lang={form.language}>{words}</q>
              </>
            )}{' '}
            <strong>{remedy}</strong> <FixedText form={form} finding={finding} />
          </li>
        );
      })}
    </ul>
  );
}

/** The sentence to put back where a fixed one was changed. */
function FixedText({ form, finding }: Pick<FindingListProps, 'form'> & { finding: StoredFinding }) {
  const { language, length } = form;
  if (finding.code !== 'altered_warning' || !isDraftLanguage(language)) return null;
  return <q lang={language}>{wordingOf(language, length ?? 'statement').warning}</q>;
}

/** The words of a sentence its findings are about. */
export function findingSpans(
  { findings }: { readonly findings: readonly StoredFinding[] },
  ordinal: number,
): MarkedSpan[] {
  return findings.flatMap(({ sentence, start, end, severity }) =>
    sentence === ordinal && start !== null && end !== null
      ? [{ start, end, name: `finding-${severity}` }]
      : [],
  );
}

function Severity({ view, finding }: { view: View; finding: StoredFinding }) {
  const { t } = view;
  return (
    <>
      <span class={`chip severity-${finding.severity}`}>{t.lint.severities[finding.severity]}</span>{' '}
      <span class="muted">({t.lint.rule(finding.rule.slice(1))})</span>
    </>
  );
}

function textOf({ t }: View, { code }: StoredFinding): LintText {
  return lookUp(t.lint.findings, code as LintCode) ?? { message: code, remedy: '' };
}

function wordsOf({ start, end, values }: StoredFinding, text: string): string {
  if (start !== null && end !== null) return sliceCodePoints(text, start, end);
  return values.join(', ');
}

function placeOf({ t }: View, ordinal: number): string {
  return ordinal === 0 ? t.draft.headline : t.draft.sentence(ordinal);
}
