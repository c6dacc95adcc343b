import { importDocuments } from '#corpus/index.ts';
import type { Role } from '#db/roles.ts';
import { createUser } from '#identity/index.ts';
import { sha256Hex } from '#platform/hash.ts';
import { leaseNext } from '#review/index.ts';
import { approveVersions } from '#standing/index.ts';
import type { Context } from '../../src/context.ts';
import { sessionCookieOf } from '../../test/support/people.ts';
import { seedPosts } from '../support/many-posts.ts';

const roles = ['triager', 'drafter', 'reviewer', 'auditor', 'admin', 'evaluator'] as const;
export type Viewer = (typeof roles)[number];

export interface Stage {
  /** Some posts that wait for a review, newest first. */
  readonly waiting: readonly string[];
  readonly drafted: readonly string[];
  readonly leased: string;
  /** A `Cookie` header: the session, and the reviewer's lease. */
  readonly cookieOf: (viewer: Viewer) => string;
}

const documents = 60;
const passagesEach = 20;

/** Invented documents, many posts, and people of each role who are signed in. */
export async function setTheStage(
  ctx: Context,
  { posts, days }: { posts: number; days: number },
): Promise<Stage> {
  const person = async (name: string, own: readonly Role[]): Promise<Context> => ({
    ...ctx,
    actor: await createUser(ctx, { name, roles: own }),
  });
  await importLibrary(
    await person('bien-tap', ['corpus_editor']),
    await person('duyet-kho', ['corpus_approver']),
  );
  await seedPosts(ctx.db, { posts, days });
  const cookies = new Map<Viewer, string>();
  let lease: Awaited<ReturnType<typeof leaseNext>> = null;
  for (const role of roles) {
    const acting = await person(`nguoi-${role}`, [role]);
    cookies.set(role, await sessionCookieOf(ctx, acting.actor));
    if (role === 'reviewer') lease = await leaseNext(acting, { leaseMs: 3_600_000 });
  }
  if (lease === null) throw new Error('nothing waits for a review');
  const held = `doichung_lease=${lease.itemId}.${lease.fence}.${lease.token}`;
  return {
    waiting: await postsIn(ctx, 'IN_REVIEW'),
    drafted: await postsIn(ctx, 'IN_DRAFT'),
    leased: lease.postId,
    cookieOf: (viewer) =>
      viewer === 'reviewer' ? `${cookies.get(viewer)}; ${held}` : (cookies.get(viewer) ?? ''),
  };
}

async function importLibrary(editor: Context, approver: Context): Promise<void> {
  const items = await Promise.all(
    Array.from({ length: documents }, async (_, number) => {
      const text = Array.from(
        { length: passagesEach },
        (_, index) =>
          `Điều ${index + 1}. Quy định giả định ${number + 1}.${index + 1}\nThư viện giả định số ${number + 1} cho mượn tối đa ${index + 3} cuốn sách trong ${index + 10} ngày.`,
      ).join('\n');
      const key = `thu-vien-${number + 1}`;
      const title = `Nội quy thư viện giả định số ${number + 1}`;
      const document = { key, title, text, language: 'vi', topics: ['thư viện'], citable: true };
      return {
        document: { ...document, valid_from: '2020-01-01' },
        sourceName: `${key}.md`,
        sourceSha256: await sha256Hex(text),
      };
    }),
  );
  const results = await importDocuments(editor, { items });
  await approveVersions(approver, {
    versionIds: results.flatMap(({ versionId }) => versionId ?? []),
  });
}

async function postsIn(ctx: Context, state: 'IN_REVIEW' | 'IN_DRAFT'): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('post')
    .select('id')
    .where('state', '=', state)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ id }) => id);
}
