import { importLaws, quotableSentences } from '../../bench/support/law-library.ts';
import { storeReviewableItems } from '../../bench/support/reviewable-items.ts';
import { readConfig } from '#config/env.ts';
import { issueKey } from '#identity/index.ts';
import { approveVersions } from '#standing/index.ts';
import { createContext } from '../../src/context.ts';
import { actingAs } from '../plan.ts';

const documents = 3;
const quotesPerAnswer = 4;

/** Fills an empty database with drafts in review and people to read them; returns the reviewers' keys. */
export async function setTheStage(
  env: Readonly<Record<string, string>>,
  sizes: { readonly items: number; readonly reviewers: number },
): Promise<string[]> {
  await using ctx = await createContext(readConfig(env), { logToStderr: true });
  const editor = await actingAs(ctx, 'load-editor', 'corpus_editor');
  const approver = await actingAs(ctx, 'load-approver', 'corpus_approver');
  const drafter = await actingAs(ctx, 'load-drafter', 'drafter');
  for (const versionId of await importLaws(editor, documents, 1)) {
    await approveVersions(approver, { versionIds: [versionId] });
  }
  const sentences = await quotableSentences(ctx);
  const answers = Array.from({ length: sizes.items }, (_, item) =>
    Array.from(
      { length: quotesPerAnswer },
      (_, quote) =>
        sentences[(item * quotesPerAnswer + quote) % sentences.length] as (typeof sentences)[0],
    ),
  );
  await storeReviewableItems(ctx, answers, drafter.actor.userId as string);
  const keys: string[] = [];
  for (let number = 1; number <= sizes.reviewers; number += 1) {
    const userName = `load-reviewer-${number}`;
    await actingAs(ctx, userName, 'reviewer');
    keys.push((await issueKey(ctx, { userName, label: 'load', days: 1 })).key);
  }
  return keys;
}
