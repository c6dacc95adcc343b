import type { Outcome, PostState } from '#db/schema/index.ts';
import type { View } from '../view.ts';

export function StateChip({ view, state }: { view: View; state: PostState }) {
  return <span class={`chip state-${state}`}>{view.t.states[state]}</span>;
}

/** Colour repeats what the words say; it never says anything alone. */
export function OutcomeChip({
  view,
  outcome,
  count = 1,
}: {
  view: View;
  outcome: Outcome;
  count?: number;
}) {
  const { name, meaning } = view.t.outcomes[outcome];
  return (
    <span class={`chip outcome-${outcome}`} title={meaning}>
      {name}
      {count > 1 ? ` ${view.t.queue.times(count)}` : ''}
    </span>
  );
}
