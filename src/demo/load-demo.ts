import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { appendAudit } from '#audit/index.ts';
import { type ImportItem, importDocuments } from '#corpus/index.ts';
import { approveVersions } from '#standing/index.ts';
import { parseMarkdown } from '#corpus/import/markdown.ts';
import { parseUdhr } from '#corpus/import/udhr.ts';
import type { Role } from '#db/roles.ts';
import { approveNames, checkNames, parseNames, proposeNames } from '#names/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { createUser, findUser, issueKey, setPassword } from '#identity/index.ts';
import { NotFoundError, ValidationErrors } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { randomToken } from '#platform/ids.ts';
import { preparePost, receivePosts } from '#posts/index.ts';
import type { Context } from '../context.ts';

const demoDir = join(import.meta.dirname, '../../demo');

/** One demonstration user for each part people play; two reviewers, because one is never enough. */
const people: Readonly<Record<string, readonly Role[]>> = {
  'demo-triager': ['triager'],
  'demo-drafter': ['drafter'],
  'demo-reviewer-1': ['reviewer'],
  'demo-reviewer-2': ['reviewer'],
  'demo-corpus-editor': ['corpus_editor'],
  'demo-corpus-approver': ['corpus_approver'],
  'demo-auditor': ['auditor'],
  'demo-admin': ['admin'],
  'demo-evaluator': ['evaluator'],
};

const demoPost = z.object({
  text: z.string(),
  platform: z.string().nullish(),
  url: z.string().nullish(),
  posted_at: z.string().nullish(),
});

/** How a demonstration user signs in to the pages, and what a program acts for them with. */
export interface DemoAccess {
  readonly email: string;
  readonly password: string;
  readonly key: string;
}

/** True when nobody uses this database yet, or a demo was begun and cut short. */
export async function needsDemo(ctx: Context): Promise<boolean> {
  const loaded = await ctx.db
    .selectFrom('audit_event')
    .select('seq')
    .where('action', '=', 'demo.loaded')
    .executeTakeFirst();
  if (loaded !== undefined) return false;
  const stranger = await ctx.db
    .selectFrom('app_user')
    .select('name')
    .where('name', 'not in', Object.keys(people))
    .executeTakeFirst();
  return stranger === undefined;
}

/**
 * Loads users, corpus and posts; every step can be repeated, so a kill in between costs nothing. The
 * posts are analysed by the job loop. Returns how every user not loaded before signs in.
 */
export async function loadDemo(ctx: Context): Promise<Record<string, DemoAccess>> {
  const access: Record<string, DemoAccess> = {};
  for (const [name, roles] of Object.entries(people)) {
    if (await exists(ctx, name)) continue;
    access[name] = await withTransaction(ctx, async (ctx) => {
      const email = `${name}@demo.invalid`;
      const password = randomToken();
      const { userId } = await createUser(ctx, { name, roles, email });
      await setPassword(ctx, { userId, password });
      const { key } = await issueKey(ctx, { userName: name, label: 'demonstration', days: null });
      return { email, password, key };
    });
  }
  const editor = { ...ctx, actor: await findUser(ctx, 'demo-corpus-editor') };
  const results = await importDocuments(editor, { items: await demoDocuments() });
  const approver = { ...ctx, actor: await findUser(ctx, 'demo-corpus-approver') };
  await approveVersions(approver, {
    versionIds: results.flatMap((result) => result.versionId ?? []),
  });
  await loadNames(editor, approver);
  return access;
}

/** One person proposes the list of names, another approves it; in one transaction, so that a kill leaves no half. */
async function loadNames(editor: Context, approver: Context): Promise<void> {
  const list = await readFile(join(demoDir, 'names.yaml'), 'utf8');
  const { groups, errors } = checkNames(parseNames(list, 'names.yaml'));
  const [first, ...rest] = errors;
  if (first !== undefined) throw new ValidationErrors([first, ...rest]);
  await withTransaction(editor, async (editor) => {
    const proposed = await proposeNames(editor, { groups });
    const versionIds = proposed.flatMap(({ versionId }) => versionId ?? []);
    await approveNames({ ...approver, db: editor.db }, { versionIds });
  });
}

/** Submits the demonstration posts; needs the corpus embedded to be of use. Returns how many there are. */
export async function submitDemoPosts(ctx: Context): Promise<number> {
  const triager = { ...ctx, actor: await findUser(ctx, 'demo-triager') };
  const lines = (await readFile(join(demoDir, 'posts.ndjson'), 'utf8')).split('\n');
  const posts = await Promise.all(
    lines
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const { text, platform, url, posted_at: postedAt } = demoPost.parse(JSON.parse(line));
        return preparePost({ text, platform, url, postedAt });
      }),
  );
  await receivePosts(triager, { posts, channel: 'demo', idempotencyKey: 'demo-posts' });
  return posts.length;
}

export async function markDemoLoaded(ctx: Context): Promise<void> {
  await withTransaction(ctx, (ctx) =>
    appendAudit(ctx, [{ action: 'demo.loaded', entityType: 'demo', entityId: 'demo' }]),
  );
}

async function demoDocuments(): Promise<ImportItem[]> {
  const folder = join(demoDir, 'corpus');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted();
  const sheets = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      const document = parseMarkdown(bytes.toString('utf8'), { fileName: name });
      return { document, sourceName: name, sourceSha256: await sha256Hex(bytes) };
    }),
  );
  const udhr = dirname(createRequire(import.meta.url).resolve('udhr'));
  const declarations = await Promise.all(
    (['vi', 'en'] as const).map(async (language) => {
      const name = `declaration/${language === 'vi' ? 'vie' : 'eng'}.html`;
      const bytes = await readFile(join(udhr, name));
      const document = parseUdhr(bytes.toString('utf8'), language);
      return { document, sourceName: `udhr/${name}`, sourceSha256: await sha256Hex(bytes) };
    }),
  );
  return [...declarations, ...sheets];
}

async function exists(ctx: Context, name: string): Promise<boolean> {
  try {
    await findUser(ctx, name);
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

/** Passwords and keys of this installation's demonstration users, readable by its owner only. */
export async function keepAccess(
  path: string,
  access: Readonly<Record<string, DemoAccess>>,
): Promise<void> {
  await writeFile(path, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
}
