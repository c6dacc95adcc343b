import { describe, expect, test } from 'vitest';
import { type AgreementCell, agreementOf } from './agreement.ts';

function cells(...rows: Array<[string, string, number]>): AgreementCell[] {
  return rows.map(([first, second, count]) => ({ first, second, count }));
}

describe('Cohen’s κ', () => {
  test('is what can be worked out by hand: p = 0.7, e = 0.5, κ = 0.4', () => {
    const found = agreementOf(
      cells(['yes', 'yes', 20], ['yes', 'no', 5], ['no', 'yes', 10], ['no', 'no', 15]),
    );
    expect(found).toMatchObject({ pairs: 50, percent: 70, few: false });
    expect(found.kappa).toBeCloseTo(0.4, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.21 / 50) / 0.5, 12);
  });

  test('three answers: p = 0.6, e = 0.38', () => {
    const found = agreementOf(
      cells(
        ['approve', 'approve', 4],
        ['approve', 'return', 1],
        ['return', 'approve', 1],
        ['return', 'return', 1],
        ['decline', 'return', 1],
        ['decline', 'decline', 1],
        ['return', 'decline', 1],
      ),
    );
    // first: 5 approve, 3 return, 2 decline; second: 5, 3, 2 → e = (25 + 9 + 4) / 100.
    expect(found.percent).toBeCloseTo(60, 12);
    expect(found.kappa).toBeCloseTo((0.6 - 0.38) / 0.62, 12);
  });

  test.each<[string, AgreementCell[], number | null]>([
    ['all alike, two answers', cells(['a', 'a', 30], ['b', 'b', 30]), 1],
    ['never alike', cells(['a', 'b', 30], ['b', 'a', 30]), -1],
    ['no better than chance', cells(['a', 'a', 1], ['a', 'b', 1], ['b', 'a', 1], ['b', 'b', 1]), 0],
    ['one answer to everything', cells(['a', 'a', 40]), null],
    ['nothing judged', [], null],
  ])('%s', (_name, given, kappa) => {
    expect(agreementOf(given).kappa).toBe(kappa);
  });

  test('an answer that one rater never gives counts as nothing by chance', () => {
    expect(agreementOf(cells(['a', 'b', 3])).kappa).toBe(0);
  });

  test.each([
    [29, true],
    [30, false],
  ])('%i pairs are few: %s', (count, few) => {
    expect(agreementOf(cells(['a', 'b', count])).few).toBe(few);
  });
});
