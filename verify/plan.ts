import { type ImportItem, importDocuments } from '#corpus/index.ts';
import { approveVersions } from '#standing/index.ts';
import type { DbContext } from '#db/context.ts';
import type { Role } from '#db/roles.ts';
import { createUser, findUser } from '#identity/index.ts';
import { NotFoundError } from '#platform/errors.ts';
import { type PreparedPost, preparePost } from '#posts/index.ts';
import { generateData } from '../bench/support/main-job-data.ts';

const postsPerBatch = 2;
const documentsPerBatch = 2;
const records = 1000;

/** What batch `number` consists of, the same in the process that sends it and in the one that checks. */
export interface Plan {
  readonly batches: number;
  readonly postsPerBatch: number;
  posts(number: number): Promise<PreparedPost[]>;
  /** Every fourth batch brings documents too, so that imports and analyses run side by side. */
  documents(number: number): ImportItem[];
  key(number: number): string;
}

export async function makePlan(seed: number): Promise<Plan> {
  const { items, posts } = await generateData(records, seed);
  return {
    batches: records / postsPerBatch,
    postsPerBatch,
    posts: (number) =>
      Promise.all(
        posts
          .slice(number * postsPerBatch, (number + 1) * postsPerBatch)
          .map((text) => preparePost({ text })),
      ),
    documents(number) {
      if (number % 4 !== 0) return [];
      const start = (number / 4) * documentsPerBatch;
      return items.slice(start, start + documentsPerBatch);
    },
    key: (number) => `verify-${seed}-${number}`,
  };
}

/** A context acting as this user, who is created when a killed process did not get that far. */
export async function actingAs<C extends DbContext>(ctx: C, name: string, role: Role): Promise<C> {
  try {
    return { ...ctx, actor: await findUser(ctx, name) };
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return { ...ctx, actor: await createUser(ctx, { name, roles: [role] }) };
  }
}

/** Imports the documents of a batch and approves every draft: a killed process may have left some. */
export async function importPlanned(ctx: DbContext, plan: Plan, number: number): Promise<void> {
  const items = plan.documents(number);
  if (items.length === 0) return;
  await importDocuments(await actingAs(ctx, 'editor', 'corpus_editor'), { items });
  const drafts = await ctx.db
    .selectFrom('document_version')
    .select('id')
    .where('status', '=', 'draft')
    .execute();
  const approver = await actingAs(ctx, 'approver', 'corpus_approver');
  await approveVersions(approver, { versionIds: drafts.map((row) => row.id) });
}
