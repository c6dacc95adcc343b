import { beforeAll, describe, expect, test } from 'vitest';
import { evaluationTrend, listRecordedRuns, maxRunBytes, recordRun } from '#evaluations/index.ts';
import { readItems } from '#corpus/import/read-items.ts';
import { createApp } from '#http/app.ts';
import { createUi } from '#http/ui/index.ts';
import { catalogues } from '#http/ui/locale.ts';
import { silentLog } from '#platform/log.ts';
import { evalRun, foundQuery } from '../support/eval-run.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { sessionCookieOf } from './client.ts';

const ctx = await createTestContext();
const app = createApp({
  version: '0.0.0-test',
  log: silentLog,
  openContext: async () => ({ ctx: { ...ctx, leaseMs: 60_000 }, close: async () => {} }),
  docsFiles: null,
  readItems,
  ui: createUi(),
});
const t = catalogues.vi;
const hostile = '<script>alert(1)</script> =1+1';

const first = evalRun(
  [
    foundQuery('a', 1),
    foundQuery('b', 2),
    foundQuery('c', null, { text: hostile }),
    foundQuery('d', null, { answerable: false, relevant: [] }),
  ],
  { values: { fused: { 'success@10': 0.66, mrr: 0.5 } } },
);
const second = evalRun(
  first.queries.map((query) => (query.id === 'a' ? foundQuery('a', null) : query)),
  {
    createdAt: '2026-11-23T08:00:00.000Z',
    values: { fused: { 'success@10': 0.33, mrr: 0.2 } },
  },
);
const other = evalRun([foundQuery('x', 1)], {
  data: { ...first.data, name: 'other', corpusSha256: 'another' },
});

const ids: Record<'first' | 'second' | 'other', string> = { first: '', second: '', other: '' };
let evaluator = '';
let auditor = '';

beforeAll(async () => {
  const acting = await actAs(ctx, 'evaluator', ['evaluator']);
  evaluator = await sessionCookieOf(ctx, acting.actor);
  auditor = await sessionCookieOf(ctx, (await actAs(ctx, 'auditor', ['auditor'])).actor);
  for (const [name, run] of Object.entries({ first, second, other })) {
    const { id } = await recordRun(acting, { text: JSON.stringify(run), fileName: name });
    ids[name as keyof typeof ids] = id;
  }
});

async function get(path: string, cookie = auditor) {
  const response = await app.request(path, {
    headers: { Accept: 'text/html', Host: 'localhost', Cookie: cookie },
  });
  return { response, text: await response.text() };
}

function upload(body: string | null, cookie = evaluator) {
  const form = new FormData();
  if (body !== null) form.set('file', new File([body], 'lần đo.json'));
  return app.request('/evaluations', {
    method: 'POST',
    body: form,
    headers: {
      Accept: 'text/html',
      Host: 'localhost',
      Cookie: cookie,
      Origin: 'http://localhost',
    },
  });
}

describe('recording', () => {
  test('a file is kept byte for byte, once, with an entry in the trail', async () => {
    const text = JSON.stringify(evalRun([foundQuery('once', 1)]));
    const sent = await upload(text);
    expect(sent.status).toBe(303);
    const address = sent.headers.get('location') ?? '';
    expect(address).toContain('notice=recorded');
    expect((await upload(text)).headers.get('location')).toBe(address.replace('recorded', 'known'));
    const id = address.split('/')[2]?.split('?')[0] ?? '';
    expect((await get(`/evaluations/${id}/run.json`)).text).toBe(text);
    const events = await ctx.db
      .selectFrom('audit_event')
      .select(['action', 'entity_id'])
      .where('entity_id', '=', id)
      .execute();
    expect(events).toEqual([{ action: 'evaluation.recorded', entity_id: id }]);
    const change = ctx.db.updateTable('evaluation_run').set({ name: 'x' }).where('id', '=', id);
    await expect(change.execute()).rejects.toThrow(/immutable/);
  });

  test.each([
    ['no JSON', '{', 'evaluation:validation'],
    ['no run', '{"format":"x"}', 'evaluation:validation'],
    ['a run cut short', '{"format":"doichung-eval-run/1"}', 'evaluation:validation'],
    ['nothing', null, 'evaluation:validation:missing'],
  ] as const)('%s is refused in words', async (_name, body, problem) => {
    const before = await listRecordedRuns(ctx, { limit: 50 });
    const sent = await upload(body);
    expect(sent.status).toBe(400);
    expect(await sent.text()).toContain(t.problems[problem].message);
    expect(await listRecordedRuns(ctx, { limit: 50 })).toEqual(before);
  });

  test('a file above the limit and a person without the role are refused', async () => {
    const acting = await actAs(ctx, 'evaluator', ['evaluator']);
    const text = ' '.repeat(maxRunBytes + 1);
    await expect(recordRun(acting, { text, fileName: 'x' })).rejects.toMatchObject({
      code: 'too_large',
    });
    expect((await upload(JSON.stringify(first), auditor)).status).toBe(403);
  });
});

describe('reading', () => {
  test('the list shows headline measures and each data set with its change', async () => {
    const { text } = await get('/evaluations');
    expect(text).toContain(`/evaluations/compare?before=${ids.first}&amp;after=${ids.second}`);
    expect(text).toContain('-0,330');
    const { text: filtered } = await get('/evaluations?data=other');
    expect(filtered).toContain(ids.other);
    expect(filtered).not.toContain(ids.first);
    const { text: none } = await get('/evaluations?data=none');
    expect(none).toContain(t.evaluations.emptyFilter);
    const csv = (await get('/evaluations/trend.csv')).text;
    expect(csv).toContain(`${ids.second},made-up,all,`);
  });

  test('the trend orders the runs of a data set by when they were made', async () => {
    const points = (await evaluationTrend(ctx)).filter((point) =>
      [ids.first, ids.second].includes(point.id),
    );
    expect(points.map(({ id }) => id)).toEqual([ids.first, ids.second]);
    expect(points[1]?.values['success@10']?.value).toBe(0.33);
    expect(points[1]?.values['ece']?.value).toBe(0.1);
  });

  test('one run names its worst queries; their text is only ever text', async () => {
    const { text } = await get(`/evaluations/${ids.first}`);
    const worst = text.slice(text.indexOf('id="worst"'));
    expect(worst.indexOf('&lt;script&gt;alert')).toBeGreaterThan(0);
    expect(worst.indexOf('&lt;script&gt;alert')).toBeLessThan(worst.indexOf('question b'));
    expect(worst).not.toContain('question a');
    expect(text).not.toContain('<script>alert');
    const csv = (await get(`/evaluations/${ids.first}/queries.csv`)).text;
    expect(csv).toContain('c,<script>alert(1)</script> =1+1,en,fused,,0,0,');
    for (const table of ['measures', 'slices', 'abstention']) {
      const { response } = await get(`/evaluations/${ids.first}/${table}.csv`);
      expect(response.headers.get('content-type')).toContain('text/csv');
    }
  });

  test('two runs are compared query by query, and those over other data are not', async () => {
    const pair = `before=${ids.first}&after=${ids.second}&metric=mrr&margin=0,01`;
    const { text } = await get(`/evaluations/compare?${pair}`);
    expect(text).toContain(t.evaluationCompare.regressed);
    expect(text).toContain('question a');
    expect((await get(`/evaluations/compare.csv?${pair}`)).text).toContain('fused,mrr,3,0.5,');
    const refused = await get(`/evaluations/compare?before=${ids.first}&after=${ids.other}`);
    expect(refused.response.status).toBe(400);
    expect(refused.text).toContain(t.problems['page:validation:run'].message);
    const margin = await get(`/evaluations/compare?${pair.replace('0,01', '2')}`);
    expect(margin.text).toContain(t.problems['page:validation:margin'].message);
    const missing = '01900000-0000-7000-8000-000000000000';
    const gone = await get(`/evaluations/compare?before=${ids.first}&after=${missing}`);
    expect(gone.response.status).toBe(404);
  });
});
