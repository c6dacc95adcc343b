import { expect, test } from 'vitest';
import { draftingPage, limitLine } from './drafting-page.ts';

const check = {
  measure: 'escapedRate',
  value: 0.25,
  bound: 'most',
  limit: 0.01,
  ok: false,
} as const;

test('a page holds every table and limit, and escapes what comes from data', () => {
  const page = draftingPage(
    [
      {
        evaluation: 'gate',
        measures: {},
        checks: [check],
        sections: [
          { title: 'Kinds', head: ['', 'cases'], rows: [['<b>number</b>', '12']] },
          { title: 'A line & no table', head: [], rows: [] },
        ],
      },
    ],
    '2026-11-22',
  );
  expect(page).toContain('<td>&lt;b&gt;number&lt;/b&gt;</td>');
  expect(page).toContain('A line &amp; no table');
  expect(page).toContain('✗ escapedRate 0.2500, ≤ 0.01');
  expect(page).not.toMatch(/<script|https?:/u);
});

test('a count is shown whole', () => {
  expect(limitLine({ ...check, measure: 'drafts', value: 0, ok: true })).toBe('✓ drafts 0, ≤ 0.01');
});
