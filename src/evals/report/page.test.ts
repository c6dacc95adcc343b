import { expect, test } from 'vitest';
import { worstQueries } from '#evaluations/index.ts';
import { evalRun, foundQuery } from '../../../test/support/eval-run.ts';
import { reportPage } from './page.ts';

const attack = `"><img src=x onerror=alert(1)> </script> ' &`;

test('text of the data cannot become markup, in whatever field it comes', () => {
  const hostile = foundQuery(attack, 3, {
    text: attack,
    language: attack,
    returned: {
      lexical: [{ id: attack, score: 1, probability: 0.5 }],
      dense: [],
      fused: [{ id: attack, score: 1, probability: 0.5 }],
    },
  });
  const page = reportPage([
    evalRun([hostile], {
      titles: { [attack]: attack, [`d${attack}`]: attack },
      code: { version: attack, revision: attack },
      model: { name: attack, fingerprint: attack },
      configuration: { [attack]: attack },
      data: {
        name: attack,
        split: attack,
        language: attack,
        corpusSha256: 'c',
        queriesSha256: 'q',
      },
      slices: [{ name: attack, kind: 'subset', queries: 1, values: {}, ratio: null }],
    }),
  ]);
  expect(page).not.toContain('<img');
  expect(page).not.toContain('</script');
  expect(page).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;');
});

test('the page is whole: no script, no request, both languages', () => {
  const page = reportPage([evalRun([foundQuery('1', 2)]), evalRun([foundQuery('2', 1)])]);
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:/u);
  expect(page).toContain("default-src 'none'");
  expect(page.match(/<span lang="vi">/gu)).toHaveLength(
    page.match(/<span lang="en">/gu)?.length ?? 0,
  );
  expect(page).toContain('<polyline');
  expect(page.match(/<section id="run-/gu)).toHaveLength(2);
});

test('the worst queries: never found first, then the deepest; right answers are no failure', () => {
  const queries = [
    foundQuery('first', 1),
    foundQuery('deep', 9),
    foundQuery('lost', null),
    foundQuery('near', 2),
    foundQuery('unanswerable', null, { answerable: false, relevant: [] }),
  ];
  expect(worstQueries(queries).map(({ id }) => id)).toEqual(['lost', 'deep', 'near']);
  expect(worstQueries(queries, { count: 1 })).toHaveLength(1);
});
