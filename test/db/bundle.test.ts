import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createInstallationKey, openInstallationKey } from '#audit/installation-key.ts';
import { canonicalJson } from '#platform/hash.ts';
import { createBundle, type EvidenceBundle, verifyBundle, writeBundle } from '#review/index.ts';
import { signedText } from '#review/bundle/format.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [
  { ...invented, issuer: 'Ban quản lý thư viện giả định', number: '01/GĐ', kind: 'law' },
]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const reviewers = [
  await actAs(ctx, 'first', ['reviewer']),
  await actAs(ctx, 'second', ['reviewer']),
];
const secret = 'Tôi nghĩ thư viện giả định thật buồn tẻ.';
const postId = await analysedPost(ctx, `${secret}\n${contradictingClaim} 😀`);
await submitForReview(drafter, postId);
const approvalId = await approveInReview(reviewers, postId);
const auditor = await actAs(ctx, 'auditor', ['auditor']);
const bundle = await createBundle(auditor, { approvalId });
const text = writeBundle(bundle);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = ReadonlyArray<string | number>;

function* leaves(value: Json, path: Path = []): Generator<Path> {
  if (value === null || typeof value !== 'object') yield path;
  else if (Array.isArray(value) && value.length === 0) yield path;
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...path, key]);
}

/** The bundle with one value changed into another of its kind. */
function change(path: Path): EvidenceBundle {
  const copy = JSON.parse(text) as Json;
  let at = copy as Record<string, Json>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, Json>;
  const last = path.at(-1) ?? '';
  at[last] = another(at[last] as Json);
  return copy as unknown as EvidenceBundle;
}

function another(value: Json): Json {
  if (value === null) return 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return ['x'];
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return `${Number(value.slice(0, 4)) - 1}${value.slice(4)}`;
  const digit = /[0-9a-f]$/.exec(value)?.[0];
  if (digit !== undefined) return value.slice(0, -1) + (digit === '7' ? '8' : '7');
  return `${value}!`;
}

const failing = (verdict: Awaited<ReturnType<typeof verifyBundle>>) =>
  verdict.checks.filter((check) => check.problems.length > 0).map((check) => check.name);

test('a bundle of an approved answer holds, and names its key', async () => {
  const verdict = await verifyBundle(text, { key: ctx.installationKey.id });
  expect(verdict.checks.flatMap((check) => check.problems)).toEqual([]);
  expect(verdict).toMatchObject({ ok: true, keyKnown: true });
  expect(verdict.checks).toHaveLength(14);
  expect((await verifyBundle(text)).keyKnown).toBeNull();
  expect((await verifyBundle(text, { key: ctx.installationKey.publicKey })).ok).toBe(true);
});

test('it carries the answered claim and its sources, and nothing else of the post', () => {
  expect(text).toContain('tối đa 3 cuốn sách');
  expect(text).not.toContain('buồn tẻ');
  expect(bundle.versions.map((version) => version.canonical_text)).toEqual([invented.text]);
  expect(bundle.versions[0]).toMatchObject({ number: '01/GĐ', kind: 'law' });
  const answered = bundle.post.claims.find(({ text: words }) => words !== null);
  expect(answered?.matches[0]).toMatchObject({ model: { fingerprint: expect.any(String) } });
  expect(answered?.assessments.at(-1)?.decided_by?.name).toBe(drafter.actor.name);
  expect(bundle.reviews.map(({ reviewer }) => reviewer.name)).toEqual(
    reviewers.map((reviewer) => reviewer.actor.name),
  );
  expect(bundle.trail.events.map(({ event }) => event.action)).toEqual(
    expect.arrayContaining(['version.approved', 'draft.submitted', 'approval.given']),
  );
});

test('making one is in the trail, after the checkpoint in it', async () => {
  const event = await ctx.db
    .selectFrom('audit_event')
    .select(['seq', 'actor_id', 'details'])
    .where('action', '=', 'bundle.created')
    .where('entity_id', '=', approvalId)
    .executeTakeFirstOrThrow();
  expect(event.seq).toBeGreaterThan(bundle.trail.checkpoint.seq);
  expect(event.actor_id).toBe(auditor.actor.userId);
});

test('every value that is changed is refused', async () => {
  const paths = [...leaves(JSON.parse(text) as Json)];
  expect(paths.length).toBeGreaterThan(300);
  const passed = [];
  for (const path of paths) {
    const verdict = await verifyBundle(writeBundle(change(path)));
    if (verdict.ok) passed.push(path.join('.'));
  }
  expect(passed).toEqual([]);
});

test('a value that is left out, added or given twice is refused', async () => {
  for (const key of Object.keys(bundle)) {
    const { [key as keyof EvidenceBundle]: _, ...rest } = bundle;
    expect((await verifyBundle(canonicalJson(rest))).ok).toBe(false);
  }
  expect((await verifyBundle(canonicalJson({ ...bundle, author: 'x' }))).ok).toBe(false);
  const twice = text.replace('{', '{"approval":null,');
  expect(failing(await verifyBundle(twice))).toEqual(['form']);
  expect(failing(await verifyBundle(text.replace(':', ': ')))).toEqual(['form']);
  expect(failing(await verifyBundle('{'))).toEqual(['form']);
});

test('any byte changed is refused', async () => {
  const bytes = new TextEncoder().encode(text);
  for (let index = 0; index < bytes.length; index += Math.ceil(bytes.length / 200)) {
    const changed = bytes.slice();
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect((await verifyBundle(new TextDecoder().decode(changed))).ok).toBe(false);
  }
});

test('signed anew by somebody else it is named as such', async () => {
  const other = await openInstallationKey(await createInstallationKey());
  const forged = { ...bundle, key: { id: other.id, public_key: other.publicKey } };
  forged.signature = await other.sign(signedText(forged));
  expect(failing(await verifyBundle(writeBundle(forged)))).toEqual(['checkpoint']);
  const named = await verifyBundle(writeBundle(forged), { key: ctx.installationKey.id });
  expect(named.keyKnown).toBe(false);
  expect(failing(named)).toEqual(['key', 'checkpoint']);
  expect(named.checks.find((check) => check.name === 'key')?.problems[0]).toContain('another key');
});

/** As somebody would who holds the installation's key: what is not bound to the trail could be changed. */
async function signAnew(path: Path): Promise<string> {
  const forged = change(path);
  forged.signature = await ctx.installationKey.sign(signedText(forged));
  return writeBundle(forged);
}

test('even with the key, what was decided and quoted cannot be told otherwise', async () => {
  const paths = [...leaves(JSON.parse(text) as Json)].filter((path) => path[0] !== 'signature');
  const caught = new Set<string>();
  for (const path of paths) {
    const verdict = await verifyBundle(await signAnew(path));
    if (failing(verdict).some((name) => name !== 'signature')) caught.add(path.join('.'));
  }
  const uncaught = paths.map((path) => path.join('.')).filter((path) => !caught.has(path));
  const bound =
    /^(draft\.(sentences|content_sha256|language|audience|length)|reviews\.\d\.(verdict|reason|labels|id|stage|reviewer\.id|content)|approval\.(id|status|content|first|second)|versions\.\d+\.(canonical_text|content_sha256|version_number)|passages\.\d+\.version|trail|key|post\.id)/;
  expect(uncaught.filter((path) => bound.test(path) && !path.endsWith('nature'))).toEqual([]);
  expect(caught.size / paths.length).toBeGreaterThan(0.5);
});

interface Run {
  readonly code: number;
  readonly lines: readonly string[];
}

/** The command as an outsider runs it: its own directory, no data, no settings. */
function runVerify(directory: string, file: string, ...options: string[]): Promise<Run> {
  const root = join(import.meta.dirname, '../..');
  const cli = [
    '--import',
    join(root, 'node_modules/tsx/dist/loader.mjs'),
    join(root, 'src/cli.ts'),
  ];
  const env = {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    DATA_DIR: join(directory, 'x'),
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...cli, 'bundle', 'verify', file, ...options],
      { cwd: directory, env },
      (error, stdout) =>
        resolve({ code: Number(error?.code ?? 0), lines: stdout.trimEnd().split('\n') }),
    );
  });
}

test('the command verifies a file beside no database, and leaves nothing', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'doichung-bundle-'));
  try {
    await writeFile(join(directory, 'a.json'), text);
    await writeFile(join(directory, 'b.json'), text.replace('5 cuốn sách', '6 cuốn sách'));
    const { id } = ctx.installationKey;
    const good = await runVerify(directory, 'a.json', '--key', id);
    expect(good.code).toBe(0);
    expect(JSON.parse(good.lines.at(-1) ?? '')).toMatchObject({
      ok: true,
      checks: 14,
      failed: 0,
      keyKnown: true,
      status: 'in_force',
    });
    const bad = await runVerify(directory, 'b.json', '--key', id);
    expect(bad.code).toBe(1);
    expect(bad.lines).toContain('✗ The key signed all of it');
    expect(JSON.parse(bad.lines.at(-1) ?? '').failedChecks).toContain('quotes');
    expect((await readdir(directory)).toSorted()).toEqual(['a.json', 'b.json']);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}, 120_000);
