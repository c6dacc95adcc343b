import { formatFigure } from '../../format-figure.ts';
import type { View } from '../../view.ts';
import type { OverviewSeries } from '#review/index.ts';
import { formatHours, sum } from './categories.ts';

/** The three numbers of a glance, each leading to its section. */
export function Tiles({ view, of, days }: { view: View; of: OverviewSeries; days: string }) {
  const words = view.t.plots.tiles;
  const count = (value: number | null): string => formatFigure(value ?? 0, 'count', view.locale);
  const lasted = (hours: number | null): string => formatHours(hours ?? 0, view);
  const decided = sum(of.decided.map((one) => one.approved + one.declined + one.returned));
  const returned = sum(of.decided.map((one) => one.returned));
  const tiles = [
    ['intake', words.posts, sum(of.posts), words.submissions(count(sum(of.submissions)))],
    [
      'review',
      words.waiting,
      of.ages.count,
      of.ages.count === 0 ? words.none : words.oldest(lasted(of.ages.median), lasted(of.ages.max)),
    ],
    [
      'quality',
      words.decided,
      decided,
      decided === 0 ? '' : words.returned(formatFigure(returned / decided, 'share', view.locale)),
    ],
  ] as const;
  return (
    <dl class="tiles">
      {tiles.map(([section, name, value, note]) => (
        <div>
          <dt>
            <a href={`/statistics/${section}?${days}`}>{name}</a>
          </dt>
          <dd class="value">{count(value)}</dd>
          <dd class="muted">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
