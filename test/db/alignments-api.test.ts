import { expect, test } from 'vitest';
import { appOver, keyOf, problemIn, sender } from '../http/client.ts';
import { approveCorpus } from '../support/corpus.ts';
import { libraryEn, libraryVi } from '../support/library-in-two-languages.ts';
import { createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const send = sender(appOver(ctx));
const editor = await keyOf(ctx, 'corpus_editor');
const approver = await keyOf(ctx, 'corpus_approver');
const [vi = ''] = await approveCorpus(ctx, [libraryVi, libraryEn]);

interface Listed {
  readonly items: ReadonlyArray<Record<string, unknown>>;
}

test('an alignment goes from proposal to withdrawal', async () => {
  const json = { left: { version_id: vi }, right: { key: 'noi-quy-en' } };
  const dry = { ...json, dry_run: true };
  const tried = await send('POST', '/v1/corpus/alignments', { key: editor, json: dry });
  expect(tried.body).toEqual({ id: null, pairs: 2, left_alone: 0, right_alone: 0 });
  const proposed = await send<{ id: string }>('POST', '/v1/corpus/alignments', {
    key: editor,
    json,
  });
  expect(proposed.status).toBe(201);
  const path = `/v1/corpus/alignments/${proposed.body.id}`;
  expect(problemIn(await send('POST', `${path}/approval`, { key: editor }))).toMatchObject({
    status: 403,
  });
  expect((await send('POST', `${path}/approval`, { key: approver })).status).toBe(204);
  const read = await send('GET', path, { key: editor });
  expect(read.body).toMatchObject({
    state: 'approved',
    left: { key: 'noi-quy-vi', language: 'vi', version: 1 },
    pairs: [{ left: { heading_path: ['Điều 1'] }, right: { heading_path: ['Article 1'] } }, {}],
    left_alone: [],
  });
  const list = await send<Listed>('GET', '/v1/corpus/alignments?state=approved', { key: editor });
  expect(list.body.items).toMatchObject([{ id: proposed.body.id }]);
  const reason = { key: approver, json: { reason: 'Chỉ để thử.' } };
  expect((await send('POST', `${path}/withdrawal`, reason)).status).toBe(204);
  const again = await send('POST', `${path}/withdrawal`, reason);
  expect(problemIn(again)).toMatchObject({ status: 409, field: 'alignment' });
});

test.each([
  ['neither id nor key', { left: {}, right: { key: 'noi-quy-en' } }, 400, 'left'],
  ['id and key', { left: { version_id: vi, key: 'x' }, right: { key: 'y' } }, 400, 'left'],
  ['one version twice', { left: { key: 'noi-quy-vi' }, right: { version_id: vi } }, 400, 'right'],
  ['an unknown key', { left: { key: 'noi-quy-vi' }, right: { key: 'khong-co' } }, 404, 'right'],
])('%s is refused', async (_, json, status, field) => {
  const answer = await send('POST', '/v1/corpus/alignments', { key: editor, json });
  expect(problemIn(answer)).toMatchObject({ status, field });
});
