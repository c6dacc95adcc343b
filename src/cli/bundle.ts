import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { NotFoundError } from '#platform/errors.ts';
import { type BundleVerdict, createBundle, verifyBundle, writeBundle } from '#review/index.ts';
import { actingAs, openSession, print } from './session.ts';

export function registerBundle(program: Command): void {
  const bundle = program
    .command('bundle')
    .description('signed evidence of an approval, for others to check');
  bundle
    .command('create <approval>')
    .description('write the evidence bundle of an approval')
    .requiredOption('--out <file>', 'where to write it')
    .option('--as <user>', 'who asks for it')
    .action(create);
  bundle
    .command('verify <file>')
    .description('check a bundle with nothing but itself: no database, no network')
    .option('--key <key>', 'the public key, or its id, that you know to be the installation’s')
    .action(verify);
}

async function create(
  approvalId: string,
  { out, as }: { out: string; as?: string },
): Promise<void> {
  await using ctx = await openSession();
  const acting = as === undefined ? ctx : await actingAs(ctx, as, 'bundle.read');
  const bundle = await createBundle(acting, { approvalId });
  const text = writeBundle(bundle);
  await writeFile(out, text);
  const { id: keyId } = bundle.key;
  const { seq } = bundle.trail.checkpoint;
  print(JSON.stringify({ file: out, bytes: Buffer.byteLength(text), keyId, checkpoint: seq }));
}

async function verify(file: string, { key = null }: { key?: string | null }): Promise<void> {
  const verdict = await verifyBundle(await readText(file), { key });
  for (const line of describe(verdict)) print(line);
  const failed = verdict.checks.filter(({ problems }) => problems.length > 0);
  print(
    JSON.stringify({
      ok: verdict.ok,
      checks: verdict.checks.length,
      failed: failed.length,
      failedChecks: failed.map(({ name }) => name),
      keyId: verdict.bundle?.key.id ?? null,
      keyKnown: verdict.keyKnown,
      status: verdict.bundle?.approval.status ?? null,
    }),
  );
  if (!verdict.ok) process.exitCode = 1;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new NotFoundError(`cannot read ${file}`, { field: 'file', cause: error });
  }
}

const titles: Readonly<Record<BundleVerdict['checks'][number]['name'], string>> = {
  form: 'It is a bundle in its canonical form',
  key: 'Its key is the one it names',
  signature: 'The key signed all of it',
  content: 'What was approved is what stands here',
  texts: 'Each source has the hash it names',
  quotes: 'Each quote is what its source says at that place',
  labels: 'Each statement has a source, each quote is labelled fact or stance',
  in_force: 'Each source was in force and citable on the day of the approval',
  claim: 'A person found the claim contradicted and decided to answer',
  two_people: 'Two people who had no part in it approved it',
  every_sentence: 'Both judged every sentence',
  checkpoint: 'The state of the audit trail is signed by the same key',
  inclusion: 'Every event told stands in that trail',
  trail: 'The trail tells the same',
};

function describe({ checks, bundle, keyKnown }: BundleVerdict): string[] {
  const lines = checks.flatMap(({ name, problems }) => [
    `${problems.length === 0 ? '✓' : '✗'} ${titles[name]}`,
    ...problems.map((problem) => `    ${problem}`),
  ]);
  if (bundle === null) return lines;
  const { approval, draft, key } = bundle;
  return [
    ...lines,
    `Approval ${approval.id}, ${approval.status} when this was made (${bundle.made_at})`,
    `“${draft.sentences[0]?.text ?? ''}”`,
    keyKnown === null
      ? `Signed by key ${key.id}: compare it with the one the installation gave you (--key)`
      : `Signed by key ${key.id}`,
  ];
}
