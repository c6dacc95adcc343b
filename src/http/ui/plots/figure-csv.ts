import { toCell } from '#upkeep/index.ts';
import type { Figure } from './figure.ts';

/**
 * RFC 4180, UTF-8 without a byte order mark: numbers as they are (shares 0 to 1, times in hours), a gap is
 * empty, text that a spreadsheet would run as a formula is escaped.
 */
export function figureCsv({ heading, categories, series, beside = [] }: Figure): string {
  const columns = [...series, ...beside];
  const lines = [
    [heading, ...columns.map(({ name }) => name)],
    ...categories.map(({ key }, index) => [
      key,
      ...columns.map(({ values }) => values[index] ?? null),
    ]),
  ];
  return lines.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('');
}
