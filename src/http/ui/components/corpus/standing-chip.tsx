import type { Standing } from '#corpus/index.ts';
import { isoDay } from '#platform/clock.ts';
import { formatDay } from '../../format.ts';
import type { View } from '../../view.ts';

/** Where a version stands, with the day it changed; colour repeats the words. */
export function StandingChip({ view, standing }: { view: View; standing: Standing }) {
  return <span class={`chip standing-${standing.state}`}>{standingName(view, standing)}</span>;
}

export function standingName(view: View, { state, since }: Standing): string {
  return view.t.standingChips[state](since === null ? '' : formatDay(since, view.locale));
}

/** Whether a draft may quote it. */
export function UseChip({ view, citable }: { view: View; citable: boolean }) {
  const { t } = view;
  return (
    <span class={`chip ${citable ? 'citable' : 'internal'}`}>
      {citable ? t.corpus.citable : t.corpus.internal}
    </span>
  );
}

/** A chip where the day by which somebody was to look again has passed; nothing otherwise. */
export function StaleChip({ view, recheckBy }: { view: View; recheckBy: string | null }) {
  if (recheckBy === null || recheckBy >= isoDay(view.now)) return null;
  return (
    <span class="chip stale">{view.t.corpus.staleSince(formatDay(recheckBy, view.locale))}</span>
  );
}
