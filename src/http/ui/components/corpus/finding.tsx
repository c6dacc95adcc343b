import { diffWords } from '#corpus/index.ts';
import { codePointLength } from '#language/code-points.ts';
import type { Finding as FindingView, FindingSide } from '#upkeep/index.ts';
import { textOf } from '../../forms.ts';
import { formatPercent } from '../../format.ts';
import { lookUp } from '../../problem.ts';
import { passageHref } from '../../version-place.ts';
import { may, type Feedback, type View } from '../../view.ts';
import { TextArea } from '../fields.tsx';
import { MarkedText } from '../marked-text.tsx';
import { passageName } from '../passage-name.ts';
import type { MarkedSpan } from '../segments.ts';

interface FindingProps {
  readonly view: View;
  readonly finding: FindingView;
  readonly number: number;
  readonly feedback: Feedback;
}

/** Two passages side by side with the words in which they differ marked. */
export function Finding({ view, finding, number, feedback }: FindingProps) {
  const { t, locale } = view;
  const { left, right } = spansOf(finding);
  const isSame = finding.left.text === finding.right.text;
  return (
    <article class="finding" id={`finding-${finding.id}`}>
      <h4>
        {t.health.finding(number)}
        {finding.kind === 'near_duplicate' ? (
          <span class="place"> · {t.health.likeness(formatPercent(finding.score, locale))}</span>
        ) : null}
      </h4>
      {isSame ? <p>{t.health.identical}</p> : null}
      <Conflicts view={view} finding={finding} />
      <div class="sides">
        <Side view={view} name={t.health.left} side={finding.left} spans={left} />
        <Side view={view} name={t.health.right} side={finding.right} spans={right} />
      </div>
      <DismissForm view={view} finding={finding} number={number} feedback={feedback} />
    </article>
  );
}

interface SideProps {
  readonly view: View;
  readonly name: string;
  readonly side: FindingSide;
  readonly spans: readonly MarkedSpan[];
}

function Side({ name, side, spans }: SideProps) {
  const { title, headingPath, language } = side;
  return (
    <div>
      <p>
        <span class="muted">{name}: </span>
        <a href={passageHref(side.versionId, side.passageId)} lang={language}>
          {passageName({ title, number: null, heading_path: headingPath })}
        </a>
      </p>
      <blockquote lang={language}>
        <MarkedText text={side.text} spans={spans} />
      </blockquote>
    </div>
  );
}

function Conflicts({ view, finding }: { view: View; finding: FindingView }) {
  const { t } = view;
  if (finding.conflicts.length === 0) return null;
  return (
    <>
      <p>
        <strong>{t.health.differ}</strong>
      </p>
      <ul>
        {finding.conflicts.map(({ kind, left, right }) => (
          <li>
            {lookUp<string>(t.conflicts, kind) ?? kind}:{' '}
            <mark class="conflict" lang={finding.left.language}>
              {left.text}
            </mark>{' '}
            –{' '}
            <mark class="conflict" lang={finding.right.language}>
              {right.text}
            </mark>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Offsets are code points into each side's text. */
function spansOf({ left, right, conflicts }: FindingView) {
  if (conflicts.length > 0) {
    return {
      left: conflicts.map((one) => ({ ...one.left, name: 'conflict' })),
      right: conflicts.map((one) => ({ ...one.right, name: 'conflict' })),
    };
  }
  const spans: { left: MarkedSpan[]; right: MarkedSpan[] } = { left: [], right: [] };
  const at = { left: 0, right: 0 };
  for (const { kind, text } of diffWords(left.text, right.text)) {
    const length = codePointLength(text);
    for (const side of sidesOf[kind]) {
      if (kind !== 'same') {
        spans[side].push({ start: at[side], end: at[side] + length, name: 'conflict' });
      }
      at[side] += length;
    }
  }
  return spans;
}

const sidesOf = { same: ['left', 'right'], removed: ['left'], added: ['right'] } as const;

function DismissForm({ view, finding, number, feedback }: FindingProps) {
  const { t } = view;
  if (!may(view, 'corpus.edit')) return null;
  const refused =
    feedback.problem?.form === 'dismiss' && textOf(feedback.typed, 'finding') === finding.id;
  const typed = refused ? feedback.typed : undefined;
  return (
    <details open={refused} id={refused ? 'dismiss' : undefined}>
      <summary>{t.health.dismiss(number)}</summary>
      <form method="post" action={`/corpus/health/dismiss${placeIn(view)}`}>
        <input type="hidden" name="finding" value={finding.id} />
        <p class="muted">{t.health.dismissHint}</p>
        <TextArea
          id={`reason-${finding.id}`}
          name="reason"
          label={t.versionDecide.reason}
          value={textOf(typed, 'reason')}
          required
        />
        <button type="submit">{t.health.dismissButton}</button>
      </form>
    </details>
  );
}

/** What of the page's address tells which findings it lists. */
function placeIn({ path }: View): string {
  const given = new URL(path, 'http://page').searchParams;
  const place = new URLSearchParams();
  for (const name of ['kind', 'cursor']) {
    const value = given.get(name);
    if (value !== null) place.set(name, value);
  }
  return place.size === 0 ? '' : `?${place.toString()}`;
}
