import { type Refusal, refusalTexts } from '#posts/index.ts';
import { formatNumber } from '../format.ts';
import type { View } from '../view.ts';

/** Rows that are not imported, the first `most`: which, why and what to do, and no word of them. */
export function RefusalTable(props: {
  readonly view: View;
  readonly refusals: readonly Refusal[];
  readonly most: number;
}) {
  const { view, refusals, most } = props;
  const { t, locale } = view;
  const words = t.intake;
  const shown = refusals.slice(0, most);
  return (
    <table class="queue refusals">
      <caption>
        {shown.length === refusals.length
          ? words.refusalsAll(formatNumber(refusals.length, locale))
          : words.refusalsShown(
              formatNumber(shown.length, locale),
              formatNumber(refusals.length, locale),
            )}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.row}</th>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.reason}</th>
          <th scope="col">{words.remedy}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ row, code }) => (
          <tr>
            <th scope="row">
              <span class="card-only">{words.row} </span>
              {formatNumber(row, locale)}
            </th>
            <td data-label={words.field}>{fieldName(view, { row, code })}</td>
            <td data-label={words.reason}>{t.importRefusals[code].message}</td>
            <td data-label={words.remedy}>{t.importRefusals[code].remedy}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The part of the post at fault, in words. */
export function fieldName({ t }: View, { code }: Refusal): string {
  const { field } = refusalTexts[code];
  return field === null ? t.intake.wholeRow : t.intake.fields[field];
}
