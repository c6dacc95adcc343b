import { expect, test } from 'vitest';
import { appOver, keyOf, problemIn, sender } from '../http/client.ts';
import { createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const send = sender(appOver(ctx));
const editor = await keyOf(ctx, 'corpus_editor');
const approver = await keyOf(ctx, 'corpus_approver');

interface Proposed {
  readonly items: ReadonlyArray<{ readonly version_id: string | null; readonly change: string }>;
}
interface Listed {
  readonly items: ReadonlyArray<Record<string, unknown>>;
}

const lake = {
  key: 'ho-gia-dinh',
  kind: 'place',
  variants: [
    { language: 'vi', text: 'Hồ Giả Định' },
    { language: 'en', text: 'Imagined Lake' },
  ],
};

test('names are proposed by one person, approved by another and withdrawn with a reason', async () => {
  const proposed = await send<Proposed>('POST', '/v1/corpus/names', {
    key: editor,
    json: { groups: [lake] },
  });
  expect(proposed.status).toBe(201);
  expect(proposed.body.items).toMatchObject([{ key: 'ho-gia-dinh', change: 'created' }]);
  const version_ids = proposed.body.items.map((item) => item.version_id);
  const approve = { key: approver, json: { version_ids } };
  expect((await send('POST', '/v1/corpus/names/approvals', approve)).status).toBe(204);
  const twice = await send('POST', '/v1/corpus/names/approvals', approve);
  expect(problemIn(twice)).toMatchObject({ status: 409, field: 'version_ids' });
  const list = await send<Listed>('GET', '/v1/corpus/names?state=approved', { key: editor });
  expect(list.body.items).toMatchObject([{ ...lake, state: 'approved', version: 1 }]);
  const json = { version_ids, reason: 'Chỉ để thử.' };
  const withdrawn = await send('POST', '/v1/corpus/names/withdrawals', { key: approver, json });
  expect(withdrawn.status).toBe(204);
  const left = await send<Listed>('GET', '/v1/corpus/names?state=approved', { key: editor });
  expect(left.body.items).toEqual([]);
});

test('every fault of a proposal is named, and nothing of it is stored', async () => {
  const groups = [
    { ...lake, key: 'ho-moi', variants: [lake.variants[0], { language: 'en', text: 'New Lake' }] },
    { ...lake, key: 'Hồ', variants: [{ language: 'vi', text: 'Hồ' }] },
  ];
  const answer = await send('POST', '/v1/corpus/names', { key: editor, json: { groups } });
  const problem = problemIn(answer);
  expect(problem).toMatchObject({ status: 400, field: 'key' });
  expect(problem.errors?.map((error) => error.detail)).toEqual([
    'groups[1]: the key is not one',
    'groups[1]: “Hồ” is one syllable and mostly another word',
    'groups[1]: a group has 2 to 50 names',
  ]);
  const list = await send<Listed>('GET', '/v1/corpus/names?state=proposed', { key: editor });
  expect(list.body.items).toEqual([]);
});

test.each(['state=gone', 'limit=0', 'cursor=x', 'author=1'])('a list refuses %s', async (query) => {
  const answer = await send('GET', `/v1/corpus/names?${query}`, { key: editor });
  expect(problemIn(answer)).toMatchObject({ status: 400, field: query.split('=')[0] });
});

test('a group says which name to write, and why', async () => {
  const groups = [
    {
      ...lake,
      key: 'ho-nen-goi',
      variants: [
        { language: 'vi', text: 'Hồ Nên Gọi' },
        { language: 'en', text: 'Old Lake Name' },
        { language: 'en', text: 'New Lake Name' },
      ],
      preferred: [{ language: 'en', text: 'New Lake Name' }],
      note: 'Tên cũ chỉ để tìm.',
    },
  ];
  const json = { groups };
  expect((await send('POST', '/v1/corpus/names', { key: editor, json })).status).toBe(201);
  const list = await send<Listed>('GET', '/v1/corpus/names?state=proposed', { key: editor });
  expect(list.body.items).toMatchObject(groups);
  const again = await send<Proposed>('POST', '/v1/corpus/names', { key: editor, json });
  expect(again.body.items).toMatchObject([{ change: 'unchanged' }]);
  const noted = { groups: [{ ...groups[0], note: 'Tên cũ còn trong bản đồ.' }] };
  const changed = await send<Proposed>('POST', '/v1/corpus/names', { key: editor, json: noted });
  expect(changed.body.items).toMatchObject([{ change: 'new_version' }]);
  const foreign = { groups: [{ ...groups[0], preferred: [{ language: 'en', text: 'Lake X' }] }] };
  const refused = await send('POST', '/v1/corpus/names', { key: editor, json: foreign });
  expect(problemIn(refused)).toMatchObject({ status: 400, field: 'preferred' });
});
