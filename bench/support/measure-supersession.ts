import type { DbContext } from '#db/context.ts';
import { createUser } from '#identity/index.ts';
import { approveVersions } from '#standing/index.ts';
import { storeApprovedAnswers } from './approved-answers.ts';
import { articlesPerDocument, importLaws, quotableSentences } from './law-library.ts';
import type { QuotedPassage } from './reviewable-items.ts';
import { seededRandom } from './random.ts';

const quotesPerAnswer = 4;

/**
 * New versions of documents with this many passages in all, of which a third stays, a third is reworded
 * and a third goes, cited by this many approved answers; milliseconds from the approval of all of them to
 * its commit, every quote placed. Vectors are not made.
 */
export async function measureSupersession(
  ctx: DbContext,
  sizes: { readonly passages: number; readonly answers: number; readonly seed: number },
): Promise<Record<string, number>> {
  const random = seededRandom(sizes.seed);
  const as = async (name: string, role: 'corpus_editor' | 'corpus_approver') => ({
    ...ctx,
    actor: await createUser(ctx, { name, roles: [role] }),
  });
  const editor = await as('supersede-editor', 'corpus_editor');
  const approver = await as('supersede-approver', 'corpus_approver');
  const count = Math.ceil(sizes.passages / articlesPerDocument);
  const first = await importLaws(editor, count, 1);
  for (const versionId of first) await approveVersions(approver, { versionIds: [versionId] });
  const quoted = await quotableSentences(ctx);
  const answers = Array.from({ length: sizes.answers }, () =>
    Array.from(
      { length: quotesPerAnswer },
      () => quoted[Math.floor(random() * quoted.length)] as QuotedPassage,
    ),
  );
  await storeApprovedAnswers(ctx, answers);
  const second = await importLaws(editor, count, 2);
  const startedAt = performance.now();
  await approveVersions(approver, { versionIds: second });
  const ms = performance.now() - startedAt;
  const counted = async (table: 'citation_anchor' | 'recheck'): Promise<number> => {
    const { rows } = await ctx.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return rows;
  };
  return {
    supersessionMs: Math.round(ms),
    passages: quoted.length,
    answers: answers.length,
    citations: answers.length * quotesPerAnswer,
    reanchored: await counted('citation_anchor'),
    rechecks: await counted('recheck'),
  };
}
