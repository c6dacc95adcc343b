import { describe, expect, test } from 'vitest';
import { importDocuments } from '#corpus/index.ts';
import type { Role } from '#db/roles.ts';
import { mergeAccounts } from '#identity/index.ts';
import { approveNames, proposeNames } from '#names/index.ts';
import { newId } from '#platform/ids.ts';
import { approveThreshold, proposeThreshold } from '#retrieval/index.ts';
import { approveVersions } from '#standing/index.ts';
import { approveAlignment, proposeAlignment } from '#translations/index.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, importItem, invented } from '../support/corpus.ts';
import { libraryEn, libraryVi } from '../support/library-in-two-languages.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const [left = '', right = ''] = await approveCorpus(ctx, [libraryVi, libraryEn]);

async function proposeVersion(by: Context): Promise<string> {
  const item = await importItem({ ...invented, key: `thu-${newId()}` });
  const [result] = await importDocuments(by, { items: [item] });
  return result?.versionId ?? '';
}

async function proposeName(by: Context): Promise<string> {
  const key = newId();
  const variants = [{ language: 'vi', text: `Núi ${key.slice(-12)}` }];
  const [result] = await proposeNames(by, { groups: [{ key, kind: 'place', variants }] });
  return result?.versionId ?? '';
}

async function proposePair(by: Context): Promise<string> {
  const ends = { left: { versionId: left }, right: { versionId: right } };
  return (await proposeAlignment(by, ends)).alignmentId ?? '';
}

async function proposeLimit(by: Context): Promise<string> {
  const proposal = { model: 'scripted', threshold: 0.4, reason: 'Đo lại.' };
  return (await proposeThreshold(by, proposal)).id;
}

interface Decision {
  readonly table: 'document_version' | 'name_version' | 'version_alignment' | 'threshold_decision';
  readonly as: readonly [proposing: Role, approving: Role];
  readonly kind: 'versions' | 'names' | 'alignments' | 'thresholds';
  propose(by: Context): Promise<string>;
  approve(by: Context, id: string): Promise<unknown>;
}

const decisions: Readonly<Record<string, Decision>> = {
  'a version of a document': {
    table: 'document_version',
    as: ['corpus_editor', 'corpus_approver'],
    kind: 'versions',
    propose: proposeVersion,
    approve: (by, id) => approveVersions(by, { versionIds: [id] }),
  },
  names: {
    table: 'name_version',
    as: ['corpus_editor', 'corpus_approver'],
    kind: 'names',
    propose: proposeName,
    approve: (by, id) => approveNames(by, { versionIds: [id] }),
  },
  'an alignment': {
    table: 'version_alignment',
    as: ['corpus_editor', 'corpus_approver'],
    kind: 'alignments',
    propose: proposePair,
    approve: (by, id) => approveAlignment(by, { alignmentId: id }),
  },
  'a threshold': {
    table: 'threshold_decision',
    as: ['evaluator', 'admin'],
    kind: 'thresholds',
    propose: proposeLimit,
    approve: (by, id) => approveThreshold(by, { id }),
  },
};

describe.each(Object.entries(decisions))('%s', (_name, { table, as, kind, propose, approve }) => {
  test('is not approved through another account of who made it', async () => {
    const first = await actAs(ctx, 'mot', [as[0]]);
    const second = await actAs(ctx, 'hai', [as[1]]);
    const id = await propose(first);
    await mergeAccounts(ctx, {
      from: first.actor.userId ?? '',
      into: second.actor.userId ?? '',
      reason: 'Một người, hai tài khoản.',
    });
    await expect(approve(second, id)).rejects.toMatchObject({
      code: expect.stringMatching(/^(conflict|forbidden)$/),
    });
    const set = { approved_by: second.actor.userId, approved_at: new Date() };
    const forced = ctx.db
      .updateTable(table)
      .set(table === 'document_version' ? { ...set, status: 'approved' } : set)
      .where('id', '=', id)
      .execute();
    await expect(forced).rejects.toThrow(/four eyes: (the approver wrote|who proposed it)/);
    await approve(await actAs(ctx, 'ba', [as[1]]), id);
    const row = await ctx.db
      .selectFrom(table)
      .select('approved_by')
      .where('id', '=', id)
      .executeTakeFirst();
    expect(row?.approved_by).not.toBeNull();
  });

  test('that both accounts of one person made and approved is named when they are merged', async () => {
    if (table === 'version_alignment') {
      await ctx.db
        .updateTable(table)
        .set({ withdrawn_by: (await actAs(ctx, 'x', ['corpus_approver'])).actor.userId })
        .set({ withdrawn_at: new Date(), withdrawal_reason: 'Chỉ để thử.' })
        .where('withdrawn_at', 'is', null)
        .execute();
    }
    const first = await actAs(ctx, 'mot', [as[0]]);
    const second = await actAs(ctx, 'hai', [as[1]]);
    const id = await propose(first);
    await approve(second, id);
    const merged = await mergeAccounts(ctx, {
      from: first.actor.userId ?? '',
      into: second.actor.userId ?? '',
      reason: 'Một người, hai tài khoản.',
    });
    expect(merged.decidedAlone).toEqual({
      versions: [],
      names: [],
      alignments: [],
      thresholds: [],
      [kind]: [id],
    });
  });
});

test('a version starts as a draft, whoever writes it', async () => {
  const forced = ctx.db
    .insertInto('document_version')
    .columns([
      'id',
      'document_id',
      'version_number',
      'canonical_text',
      'content_sha256',
      'metadata',
      'valid_from',
      'source_name',
      'source_sha256',
      'created_by',
      'created_at',
      'status',
      'approved_by',
      'approved_at',
    ])
    .expression((eb) =>
      eb
        .selectFrom('document_version as v')
        .select((eb) => [
          eb.val(newId()).as('id'),
          'v.document_id',
          eb.val(99).as('version_number'),
          'v.canonical_text',
          'v.content_sha256',
          'v.metadata',
          'v.valid_from',
          'v.source_name',
          'v.source_sha256',
          'v.created_by',
          'v.created_at',
          'v.status',
          'v.approved_by',
          'v.approved_at',
        ])
        .where('v.id', '=', left),
    )
    .execute();
  await expect(forced).rejects.toThrow('four eyes: a version starts as a draft');
});
