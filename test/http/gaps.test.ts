import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { analysedPost } from '../support/posts.ts';
import { createTestContext } from '../support/test-context.ts';
import { appOver, keyOf, problemIn, sender } from './client.ts';

const ctx = await createTestContext();
const send = sender(appOver(ctx));
const key = await keyOf(ctx, 'corpus_editor');
const day = '2026-11-20';
const clock = () => new Date(`${day}T03:00:00Z`);
const bridge = 'Cây cầu gỗ giả định ở làng trên dài đúng bốn mươi mét và rộng ba mét.';
const postId = await analysedPost({ ...ctx, clock }, bridge);

interface Report {
  gaps: Array<Record<string, unknown>>;
  totals: Record<string, number>;
  by_topic: unknown[];
  by_pillar: unknown[];
}

describe('GET /v1/corpus/gaps', () => {
  test('reports, by the days asked for', async () => {
    const { status, body } = await send<Report>('GET', '/v1/corpus/gaps', { key });
    expect(status).toBe(200);
    expect(body.totals).toEqual({ claims: 1, posts: 1, submissions: 1, clusters: 1, left_out: 0 });
    expect(body.gaps[0]).toMatchObject({
      submissions: 1,
      answerable_now: null,
      answer: null,
      topic: null,
      post_ids: [postId],
      last_submitted_at: '2026-11-20T03:00:00.000Z',
    });
    expect(body.by_topic).toMatchObject([{ topic: null, gaps: 1 }]);
    expect(body.by_pillar).toMatchObject([{ pillar: null, gaps: 1 }]);
  });

  test.each([
    [`since=${day}&until=${day}`, 1],
    ['since=2026-11-21', 0],
    ['until=2026-11-19', 0],
    ['since=0001-01-01&until=9999-12-31', 1],
    ['language=vi&limit=1', 1],
    ['language=en', 0],
    ['topic=bi%E1%BB%83n', 0],
    ['pillar=party', 0],
    ['check=true', 1],
  ])('?%s gives %i', async (query, count) => {
    const { status, body } = await send<Report>('GET', `/v1/corpus/gaps?${query}`, { key });
    expect(status).toBe(200);
    expect(body.gaps).toHaveLength(count);
    if (query === 'check=true') expect(body.gaps[0]).toMatchObject({ answerable_now: false });
  });
});

describe('GET /v1/corpus/gaps.csv', () => {
  test('is a file for a spreadsheet', async () => {
    const { status, headers, body } = await send<string>('GET', '/v1/corpus/gaps.csv', { key });
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="gaps.csv"');
    const rows = parse(body, { columns: true, bom: true });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ claim_text: bridge, submissions: '1', post_ids: postId });
  });
});

test.each([
  ['limit=0', 'limit'],
  ['limit=x', 'limit'],
  ['limit=10001', 'limit'],
  ['check=true&limit=201', 'limit'],
  ['pillar=army', 'pillar'],
  ['since=yesterday', 'since'],
  ['since=2026-02-30', 'since'],
  ['since=2026-11-20&until=2026-11-19', 'until'],
  ['language=Vietnamese', 'language'],
  ['check=yes', 'check'],
  ['author=1', 'author'],
])('?%s is a problem', async (query, field) => {
  for (const path of ['/v1/corpus/gaps', '/v1/corpus/gaps.csv']) {
    const problem = problemIn(await send('GET', `${path}?${query}`, { key }));
    expect(problem).toMatchObject({ status: 400, field });
    expect(problem.remedy).toBeTruthy();
  }
});
