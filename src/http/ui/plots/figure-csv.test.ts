import { expect, test } from 'vitest';
import { figureCsv } from './figure-csv.ts';

test('numbers as they are, a gap empty, formulas escaped, no byte order mark', () => {
  const csv = figureCsv({
    id: 'x',
    title: '',
    finding: '',
    definition: '',
    form: 'lines',
    measure: 'share',
    heading: 'Tuần từ',
    categories: ['2026-11-09', '=HYPERLINK("x")'].map((key) => ({ key, name: key, tick: key })),
    series: [{ name: 'Trả lại', values: [0.25, null] }],
    beside: [{ name: 'Dự thảo', values: [4, 0], measure: 'count' }],
  });
  expect(csv).toBe('Tuần từ,Trả lại,Dự thảo\r\n2026-11-09,0.25,4\r\n"\'=HYPERLINK(""x"")",,0\r\n');
});
