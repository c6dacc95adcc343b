import { describe, expect, test } from 'vitest';
import { isoDay } from '#platform/clock.ts';
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { withdrawVersions } from '#standing/index.ts';
import {
  alignedPassages,
  approveAlignment,
  listAlignments,
  proposeAlignment,
  readAlignment,
  withdrawAlignment,
} from '#translations/index.ts';
import { approveCorpus } from '../support/corpus.ts';
import { libraryEn, libraryVi } from '../support/library-in-two-languages.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const editor = await actAs(ctx, 'editor', ['corpus_editor', 'corpus_approver']);
const approver = await actAs(ctx, 'approver', ['corpus_approver']);
const [vi = '', en = ''] = await approveCorpus(ctx, [libraryVi, libraryEn]);
const asOf = isoDay(ctx.clock());

async function passagesOf(versionId: string): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('passage')
    .select('id')
    .where('version_id', '=', versionId)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ id }) => id);
}

async function proposed(): Promise<string> {
  const { alignmentId } = await proposeAlignment(editor, {
    left: { versionId: vi },
    right: { key: libraryEn.key },
  });
  return alignmentId ?? '';
}

async function withdrawn(id: string): Promise<void> {
  await withdrawAlignment(approver, { alignmentId: id, reason: 'Chỉ để thử.' });
}

function translationsOf(ids: readonly number[], language: string) {
  return alignedPassages(ctx, { passageIds: ids, language, asOf });
}

test('an alignment is proposed by one person, approved by another and withdrawn with a reason', async () => {
  const [ours, theirs] = [await passagesOf(vi), await passagesOf(en)];
  const dry = await proposeAlignment(editor, {
    left: { versionId: vi },
    right: { versionId: en },
    dryRun: true,
  });
  expect(dry).toEqual({ alignmentId: null, pairs: 2, leftAlone: 0, rightAlone: 0 });
  const id = await proposed();
  expect((await translationsOf(ours, 'en')).size).toBe(0);
  await approveAlignment(approver, { alignmentId: id });
  const english = new Map(ours.map((one, index) => [one, [theirs[index]]]));
  expect(await translationsOf(ours, 'en')).toEqual(english);
  expect(await translationsOf([theirs[1] ?? 0], 'vi')).toEqual(new Map([[theirs[1], [ours[1]]]]));
  expect((await translationsOf(ours, 'vi')).size).toBe(0);
  const view = await readAlignment(ctx, { alignmentId: id });
  expect(view).toMatchObject({ state: 'approved', left: { key: 'noi-quy-vi', language: 'vi' } });
  expect(view.pairs.map(({ left, right }) => [left.passageId, right.passageId])).toEqual(
    ours.map((one, index) => [one, theirs[index]]),
  );
  expect([view.leftAlone, view.rightAlone]).toEqual([[], []]);
  await withdrawn(id);
  expect((await translationsOf(ours, 'en')).size).toBe(0);
  const page = await listAlignments(ctx, { state: 'withdrawn', limit: 10 });
  expect(page.items).toMatchObject([{ id, withdrawalReason: 'Chỉ để thử.' }]);
  const events = await ctx.db
    .selectFrom('audit_event')
    .select('action')
    .where('entity_id', '=', id)
    .orderBy('seq')
    .execute();
  expect(events.map(({ action }) => action)).toEqual([
    'alignment.proposed',
    'alignment.approved',
    'alignment.withdrawn',
  ]);
});

describe('what is refused, with nothing stored', () => {
  test.each([
    [
      'the same version',
      () => ({ left: { versionId: vi }, right: { versionId: vi } }),
      ValidationError,
      'right',
    ],
    [
      'an unknown version',
      () => ({ left: { versionId: newId() }, right: { versionId: vi } }),
      NotFoundError,
      'left',
    ],
    [
      'an unknown document',
      () => ({ left: { versionId: vi }, right: { key: 'khong-co' } }),
      NotFoundError,
      'right',
    ],
  ])('%s', async (_, input, kind, field) => {
    const attempt = proposeAlignment(editor, input());
    await expect(attempt).rejects.toThrow(kind);
    await expect(attempt).rejects.toMatchObject({ field });
    expect((await listAlignments(ctx, { state: 'proposed', limit: 10 })).items).toEqual([]);
  });

  test('two versions of one language', async () => {
    const [copy = ''] = await approveCorpus(ctx, [{ ...libraryVi, key: 'noi-quy-vi-2' }]);
    const attempt = proposeAlignment(editor, {
      left: { versionId: vi },
      right: { versionId: copy },
    });
    await expect(attempt).rejects.toThrow(ValidationError);
  });

  test('a version that was withdrawn, to propose and to approve', async () => {
    const [gone = ''] = await approveCorpus(ctx, [{ ...libraryEn, key: 'noi-quy-en-2' }]);
    const { alignmentId } = await proposeAlignment(editor, {
      left: { versionId: vi },
      right: { versionId: gone },
    });
    await withdrawVersions(approver, { versionIds: [gone], reason: 'Bản in sai.' });
    const approval = approveAlignment(approver, { alignmentId: alignmentId ?? '' });
    await expect(approval).rejects.toThrow(ConflictError);
    await withdrawn(alignmentId ?? '');
    const attempt = proposeAlignment(editor, {
      left: { versionId: vi },
      right: { versionId: gone },
    });
    await expect(attempt).rejects.toThrow('the version is withdrawn');
  });

  test('a second alignment of the same two, whichever comes first', async () => {
    const id = await proposed();
    const again = proposeAlignment(editor, { left: { versionId: en }, right: { versionId: vi } });
    await expect(again).rejects.toThrow(ConflictError);
    await withdrawn(id);
  });

  test('an approval by the author, a second one, one of nothing, and one by the database', async () => {
    const id = await proposed();
    await expect(approveAlignment(editor, { alignmentId: id })).rejects.toThrow(ForbiddenError);
    const behind = ctx.db
      .updateTable('version_alignment')
      .set({ approved_by: editor.actor.userId, approved_at: ctx.clock() })
      .where('id', '=', id)
      .execute();
    await expect(behind).rejects.toThrow('who proposed it cannot approve it');
    await approveAlignment(approver, { alignmentId: id });
    await expect(approveAlignment(approver, { alignmentId: id })).rejects.toThrow(ConflictError);
    const unknown = { alignmentId: newId() };
    await expect(approveAlignment(approver, unknown)).rejects.toThrow(NotFoundError);
    await expect(readAlignment(ctx, unknown)).rejects.toThrow(NotFoundError);
    await expect(withdrawAlignment(approver, { ...unknown, reason: 'x' })).rejects.toThrow(
      NotFoundError,
    );
    await expect(withdrawAlignment(approver, { alignmentId: id, reason: ' ' })).rejects.toThrow(
      ValidationError,
    );
    const [one = 0] = await passagesOf(vi);
    const added = ctx.db
      .insertInto('passage_alignment')
      .values({ alignment_id: id, left_passage: one, right_passage: one, score: 1 })
      .execute();
    await expect(added).rejects.toThrow('pairs are of the two versions');
    const changed = ctx.db.updateTable('passage_alignment').set({ score: 0 }).execute();
    await expect(changed).rejects.toThrow('immutable');
    await withdrawn(id);
    await expect(withdrawAlignment(approver, { alignmentId: id, reason: 'x' })).rejects.toThrow(
      ConflictError,
    );
  });
});
