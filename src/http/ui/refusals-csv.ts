import { stringify } from 'csv-stringify/sync';
import type { Refusal } from '#posts/index.ts';
import { fieldName } from './components/intake-refusals.tsx';
import type { View } from './view.ts';

/** Spreadsheets take a file for UTF-8 only with this before it. */
const byteOrderMark = '\uFEFF';

/**
 * Rows that were not imported, as CSV in the reader's language: row, part, reason, remedy, and no word of
 * any row. A cell that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function refusalsCsv(view: View, refusals: readonly Refusal[]): string {
  const { intake, importRefusals } = view.t;
  const rows = [
    [intake.row, intake.field, intake.reason, intake.remedy],
    ...refusals.map((refusal) => [
      refusal.row,
      fieldName(view, refusal),
      importRefusals[refusal.code].message,
      importRefusals[refusal.code].remedy,
    ]),
  ];
  return byteOrderMark + stringify(rows, { escape_formulas: true, record_delimiter: 'windows' });
}
