import type { InstructionSpan } from '#db/schema/index.ts';
import { sliceCodePoints } from '#language/code-points.ts';
import { revealHidden } from '#language/hidden-text.ts';
import { lookUp } from '../problem.ts';
import type { View } from '../view.ts';

interface InstructionsProps {
  readonly view: View;
  readonly text: string;
  /** As `detectLanguage` names it. */
  readonly language: string;
  /** Code points into the text. */
  readonly spans: readonly InstructionSpan[];
}

/** A word in the queue; colour repeats what it says. */
export function InstructionChip({ view }: { view: View }) {
  return <span class="chip recheck">{view.t.instructions.chip}</span>;
}

/** Which words of a post are written to a machine, said before the post is read. */
export function PostInstructions(props: InstructionsProps) {
  const { view, spans } = props;
  if (spans.length === 0) return null;
  return (
    <div class="callout" id="instructions">
      <p>
        <strong>{view.t.instructions.title}.</strong> {view.t.instructions.inPost(spans.length)}
      </p>
      <Words {...props} />
    </div>
  );
}

/** The same for a matched passage. */
export function PassageInstructions(props: InstructionsProps) {
  if (props.spans.length === 0) return null;
  return (
    <div class="callout">
      <p>{props.view.t.instructions.inPassage}</p>
      <Words {...props} />
    </div>
  );
}

function Words({ view, text, language, spans }: InstructionsProps) {
  const { t } = view;
  return (
    <ul>
      {spans.map(({ start, end, kind }) => {
        const { shown, hidden } = revealHidden(sliceCodePoints(text, start, end));
        return (
          <li>
            <mark class="instruction" lang={language}>
              {shown}
            </mark>{' '}
            <span class="muted">
              ({lookUp(t.instructions.kinds, kind) ?? kind}
              {hidden ? `, ${t.instructions.invisible}` : ''})
            </span>
          </li>
        );
      })}
    </ul>
  );
}
