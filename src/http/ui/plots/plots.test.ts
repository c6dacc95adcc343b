import { expect, test } from 'vitest';
import { type Category, type Figure, isEmpty } from './figure.ts';
import { frames } from './frame.ts';
import { layOutBars } from './lay-out-bars.ts';
import { layOutLines } from './lay-out-lines.ts';
import { scaleY } from './scale-y.ts';
import { thinTicks } from './thin-ticks.ts';

const frame = frames.wide;

function figure(form: Figure['form'], ...values: Array<Array<number | null>>): Figure {
  const categories = (values[0] ?? []).map((_, index): Category => ({
    key: `${index}`,
    name: `${index}`,
    tick: `${index}`,
  }));
  const series = values.map((some, index) => ({ name: `s${index}`, values: some }));
  const words = { id: 'x', title: '', finding: '', definition: '', heading: '' };
  return { ...words, form, measure: 'count', categories, series };
}

test('stacked bars stand on zero and upon one another', () => {
  const { bars, yTicks } = layOutBars(figure('bars', [2, 4], [6, 0]), frame);
  expect(yTicks[0]).toEqual({ value: 0, at: frame.bottom });
  const [below, second, above] = bars;
  expect(below?.y).toBeCloseTo(frame.bottom - (below?.height ?? 0));
  expect(above).toMatchObject({ series: 1, category: 0, x: below?.x });
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeCloseTo(below?.y ?? 0);
  expect((above?.height ?? 0) / (below?.height ?? 1)).toBeCloseTo(3);
  expect((second?.height ?? 0) / (below?.height ?? 1)).toBeCloseTo(2);
  expect(bars).toHaveLength(3);
});

test('the highest stack stays inside, and one bar is not a wall', () => {
  const { bars } = layOutBars(figure('bars', [17]), frame);
  expect(bars[0]?.y).toBeGreaterThanOrEqual(frame.top);
  expect(bars[0]?.width).toBe(48);
});

test('a gap is a gap: nothing is drawn over it', () => {
  const { lines } = layOutLines(figure('lines', [1, 2, null, 3, 4]), frame);
  expect(lines[0]?.path.match(/M/g)).toHaveLength(2);
  expect(lines[0]?.points.map(({ category }) => category)).toEqual([0, 1, 3, 4]);
});

test('one point is a point without a line, in the middle; none is nothing', () => {
  const one = layOutLines(figure('lines', [5]), frame).lines[0];
  expect(one).toMatchObject({ path: '', points: [{ x: (frame.left + frame.right) / 2 }] });
  expect(layOutLines(figure('lines', [null, 5, null]), frame).lines[0]?.path).toBe('');
  expect(layOutLines(figure('lines', [null]), frame).lines[0]?.points).toEqual([]);
});

test.each([
  ['count', 0, 3, [0, 1, 2, 3]],
  ['count', 0, 0, [0, 1]],
  ['count', 0, 42, [0, 10, 20, 30, 40, 50]],
  ['share', 0, 0.1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ['kappa', 0, 0.7, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ['kappa', -0.2, 0.7, [-1, -0.5, 0, 0.5, 1]],
] as const)('ticks of %s from %d to %d', (measure, least, most, ticks) => {
  expect(scaleY(measure, { least, most }, frame).ticks.map(({ value }) => value)).toEqual(ticks);
});

test.each([
  [0, []],
  [1, [0]],
  [5, [0, 1, 2, 3, 4]],
  [10, [1, 3, 5, 7, 9]],
  [31, [2, 6, 10, 14, 18, 22, 26, 30].slice(0)],
])('of %i ticks those that fit are named, the last always', (count, named) => {
  expect(thinTicks(count, 480, 58)).toEqual(named);
});

test('a line does not fall to what has only begun: its point stands alone', () => {
  const of = figure('lines', [7, 8, 1]);
  const categories = of.categories.map((one, index) => ({ ...one, partial: index === 2 }));
  const [line] = layOutLines({ ...of, categories }, frame).lines;
  expect(line?.path.match(/L/g)).toHaveLength(1);
  expect(line?.points.map(({ value }) => value)).toEqual([7, 8, 1]);
});

test.each([
  ['bars', 'count', [0, 0], true],
  ['lines', 'count', [0, 0], true],
  ['lines', 'share', [0, null], false],
  ['lines', 'share', [null, null], true],
] as const)('%s of %s %j: nothing to show is %s', (form, measure, values, empty) => {
  expect(isEmpty({ ...figure(form, [...values]), measure })).toBe(empty);
});
