import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCheckpoints, signCheckpoint } from '#audit/checkpoint-file.ts';
import {
  appendAudit,
  makeCheckpoint,
  proveInclusion,
  verifyAudit,
  verifyCheckpoint,
  verifyInclusion,
} from '#audit/index.ts';
import { createInstallationKey, openInstallationKey } from '#audit/installation-key.ts';
import { withTransaction } from '#db/transaction.ts';
import { createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const directory = await mkdtemp(join(tmpdir(), 'doichung-checkpoints-'));
afterAll(() => rm(directory, { recursive: true }));

function append(count: number): Promise<void> {
  return withTransaction(ctx, (ctx) =>
    appendAudit(
      ctx,
      Array.from({ length: count }, (_, index) => ({
        action: 'test.done',
        entityType: 'test',
        entityId: `e${index}`,
        details: { index },
      })),
    ),
  );
}

async function head(): Promise<number> {
  const { seq } = await ctx.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow();
  return seq;
}

test('a checkpoint is of the head, signed, stored once, and adds no event', async () => {
  await append(3);
  const before = await head();
  const checkpoint = await makeCheckpoint(ctx);
  expect(checkpoint.seq).toBe(before);
  expect(await verifyCheckpoint(checkpoint)).toBe(true);
  expect(await head()).toBe(before);
  const later = { ...ctx, clock: () => new Date(ctx.clock().getTime() + 3_600_000) };
  expect(await makeCheckpoint(later)).toEqual(checkpoint);
  await append(1);
  expect((await makeCheckpoint(ctx)).seq).toBe(before + 1);
});

test('makers at the same time agree', async () => {
  await append(2);
  const made = await Promise.all([makeCheckpoint(ctx), makeCheckpoint(ctx), makeCheckpoint(ctx)]);
  expect(new Set(made.map(({ signature }) => signature)).size).toBe(1);
});

test('what is not committed is not signed', async () => {
  await expect(withTransaction(ctx, (ctx) => makeCheckpoint(ctx))).rejects.toThrow(/committed/);
});

test('events in whole and part blocks are proved under every checkpoint, and under no other', async () => {
  const early = await makeCheckpoint(ctx);
  await append(1024 - (await head()));
  const exact = await makeCheckpoint(ctx);
  await append(1500);
  const late = await makeCheckpoint(ctx);
  expect([exact.seq, late.seq]).toEqual([1024, 2524]);
  const blocks = await ctx.db.selectFrom('audit_block').selectAll().orderBy('index').execute();
  expect(blocks.map(({ index }) => index)).toEqual([0, 1]);
  const seqs = [1, 2, 5, 1024, 1025, 2048, 2049, 2523, 2524];
  const events = await ctx.db
    .selectFrom('audit_event')
    .select(['seq', 'hash'])
    .where('seq', 'in', seqs)
    .execute();
  const hashes = new Map(events.map(({ seq, hash }) => [seq, hash]));
  for (const checkpoint of [early, exact, late]) {
    const within = seqs.filter((seq) => seq <= checkpoint.seq);
    const proofs = await proveInclusion(ctx, { seqs: within, checkpoint });
    expect(proofs.map(({ seq }) => seq)).toEqual(within);
    for (const proof of proofs) {
      const hash = hashes.get(proof.seq) ?? '';
      expect(await verifyInclusion(hash, proof, checkpoint.root)).toBe(true);
      expect(await verifyInclusion(hash, proof, early.hash)).toBe(false);
      expect(await verifyInclusion(checkpoint.root, proof, checkpoint.root)).toBe(false);
    }
  }
  await expect(proveInclusion(ctx, { seqs: [1025], checkpoint: exact })).rejects.toThrow(/1025/);
  await expect(
    proveInclusion(ctx, { seqs: [1], checkpoint: { seq: 1024, root: late.root } }),
  ).rejects.toThrow(/does not lead/);
});

test('every thousandth event asks for a checkpoint', async () => {
  const { jobs } = ctx;
  const asked: string[] = [];
  const counting: typeof jobs = { enqueue: async (_db, name) => void asked.push(name) };
  const counted = (count: number): Promise<void> =>
    withTransaction({ ...ctx, jobs: counting }, (ctx) =>
      appendAudit(
        ctx,
        Array.from({ length: count }, () => ({
          action: 'test.done',
          entityType: 'test',
          entityId: 'x',
        })),
      ),
    );
  await counted(2999 - (await head()));
  expect(asked).toEqual([]);
  await counted(1);
  await counted(1);
  expect(asked).toEqual(['sign-checkpoint']);
});

test('the newest part alone is verified from the stored roots', async () => {
  const whole = await verifyAudit(ctx);
  const part = await verifyAudit(ctx, { newest: 500 });
  expect(whole).toMatchObject({ ok: true, firstRead: 1 });
  expect(part).toMatchObject({ ok: true, firstRead: 2049, events: whole.events });
});

test('the file keeps what was signed, each once, and survives a line cut off', async () => {
  const path = join(directory, 'a', 'trail.ndjson');
  const first = await signCheckpoint(ctx, path);
  expect(await signCheckpoint(ctx, path)).toEqual(first);
  await append(1);
  const second = await signCheckpoint(ctx, path);
  expect(await readCheckpoints(path)).toEqual([first, second]);
  await append(1);
  const third = await makeCheckpoint(ctx);
  const text = (await readFile(path, 'utf8')).trimEnd();
  await writeFile(path, text);
  await signCheckpoint(ctx, path);
  expect(await readCheckpoints(path)).toEqual([first, second, third]);
  await writeFile(path, `${text}\n{"seq":1`);
  await expect(readCheckpoints(path)).rejects.toThrow(/line 3 .* is not a checkpoint/);
});

test('a checkpoint of a key that is not trusted is named', async () => {
  const other = await openInstallationKey(await createInstallationKey());
  await append(1);
  await makeCheckpoint({ ...ctx, installationKey: other });
  const trustedKeys = [ctx.installationKey.id];
  expect(await verifyAudit(ctx, { trustedKeys })).toMatchObject({
    ok: false,
    firstBreak: { seq: await head(), problem: 'checkpoint_key' },
  });
  expect((await verifyAudit(ctx, { trustedKeys: [...trustedKeys, other.id] })).ok).toBe(true);
});
