import type { InBuckets } from '#review/index.ts';
import type { View } from '../../view.ts';

interface PeriodsProps {
  readonly view: View;
  readonly address: string;
  readonly shown: InBuckets;
  /** How many days until today these are; null: others. */
  readonly preset: number | null;
}

const presets = [7, 30, 90, 365] as const;

/** The range of days, in addresses that can be kept: a preset stays "the last so many days". */
export function Periods({ view, address, shown, preset }: PeriodsProps) {
  const { plots, statisticsPage: words } = view.t;
  return (
    <div class="periods" role="group" aria-label={plots.daysLabel}>
      <ul class="presets">
        {presets.map((days) => (
          <li>
            <a href={`${address}?days=${days}`} aria-current={preset === days ? 'true' : undefined}>
              {plots.presets[days]}
            </a>
          </li>
        ))}
      </ul>
      <form method="get" action={address}>
        <label>
          {words.from} <input type="date" name="from" value={shown.from} required />
        </label>
        <label>
          {words.to} <input type="date" name="to" value={shown.to} required />
        </label>
        <button type="submit">{words.show}</button>
      </form>
    </div>
  );
}
