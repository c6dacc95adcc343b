import { expect, test } from 'vitest';
import { importDocuments } from '#corpus/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { approveVersions, attemptEach, withdrawVersions } from '#standing/index.ts';
import { asStandingError } from '#standing/standing-error.ts';
import { importItem } from '../support/corpus.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const editor = await actAs(ctx, 'editor', ['corpus_editor']);
const approver = await actAs(ctx, 'approver', ['corpus_approver']);

async function draft(key: string, more: object = {}): Promise<string> {
  const items = [await importItem({ key, text: `Văn bản giả định ${newId()}.`, ...more })];
  const [result] = await importDocuments(editor, { items });
  return result?.versionId as string;
}

/** What no check in front of it has seen, as when another decision came in between. */
function write(id: string, values: object): Promise<unknown> {
  return withTransaction(ctx, async (ctx) => {
    await ctx.db.updateTable('document_version').set(values).where('id', '=', id).execute();
  }).then(
    () => null,
    (error: unknown) => asStandingError(error),
  );
}
const approvedBy = (userId: string | null) => ({
  status: 'approved',
  approved_by: userId,
  approved_at: new Date(),
});

test('what the database refuses becomes a conflict with field and remedy', async () => {
  const [first, second] = [
    await draft('chong'),
    await draft('chong', { valid_from: '2021-01-01' }),
  ];
  const own = await write(first, approvedBy(editor.actor.userId));
  expect(own).toMatchObject({ code: 'conflict', field: 'version' });
  await approveVersions(approver, { versionIds: [first] });
  const overlap = await write(second, approvedBy(approver.actor.userId));
  expect(overlap).toMatchObject({ code: 'conflict', field: 'valid_from' });
  const changed = await write(first, { valid_from: '2019-01-01' });
  expect(changed).toMatchObject({ code: 'conflict', field: 'version' });
  for (const error of [own, overlap, changed]) {
    expect((error as ConflictError).remedy).toBeTruthy();
    expect((error as ConflictError).message).not.toMatch(/four eyes|trigger|constraint/);
  }
  await withdrawVersions(approver, { versionIds: [first], reason: 'Chỉ để thử.' });
  const twice = await write(first, { withdrawn_on: '2030-01-01' });
  expect(twice).toMatchObject({ code: 'conflict', field: 'version' });
  const other = new Error('another failure');
  expect(asStandingError(other)).toBe(other);
});

test('two approvals of one document at once leave one version in force on every day', async () => {
  await approveVersions(approver, { versionIds: [await draft('dua')] });
  const rivals = [await draft('dua'), await draft('dua')];
  const settled = await Promise.allSettled(
    rivals.map((id) => approveVersions(approver, { versionIds: [id] })),
  );
  for (const one of settled) {
    if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(ConflictError);
  }
  expect(settled.some((one) => one.status === 'fulfilled')).toBe(true);
  const open = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select('v.id')
    .where('d.key', '=', 'dua')
    .where('v.status', '=', 'approved')
    .where('v.ends_on', 'is', null)
    .execute();
  expect(open).toHaveLength(1);
});

test('what is wrong with one of many versions stops only that one', async () => {
  const ids = [await draft('mot'), await draft('hai'), await draft('ba')];
  await approveVersions(approver, { versionIds: [ids[1] as string] });
  const seen: number[] = [];
  const outcomes = await attemptEach(
    approver,
    ids.map((id) => [id]),
    (ctx, versionIds) => approveVersions(ctx, { versionIds }),
    { onProgress: (done) => seen.push(done) },
  );
  expect(outcomes.map(({ error }) => error?.code ?? null)).toEqual([null, 'conflict', null]);
  expect(seen).toEqual([3]);
});

test('a failure that is nobody’s input ends a bulk decision', async () => {
  const fail = () => Promise.reject(new Error('connection lost'));
  await expect(attemptEach(approver, [[newId()]], fail)).rejects.toThrow('connection lost');
});
