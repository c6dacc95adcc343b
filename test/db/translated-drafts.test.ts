import { expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { searchText } from '#corpus/index.ts';
import { redraft } from '#drafting/index.ts';
import { readItem } from '#review/index.ts';
import { approveAlignment, proposeAlignment } from '#translations/index.ts';
import { appOver, keyOf, sender } from '../http/client.ts';
import { approveCorpus } from '../support/corpus.ts';
import { libraryEn, libraryVi } from '../support/library-in-two-languages.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const claim = 'In 2024 the imaginary library lent each reader at most 3 books for 30 days.';

function articleTwo({ text, title }: typeof libraryVi): string {
  const path = [libraryVi.title === title ? 'Điều 2' : 'Article 2'];
  return searchText(title, path, text.slice(text.search(/Điều 2|Article 2/)));
}

// The claim means what the Vietnamese article says; only an alignment leads to the English one.
const ctx = await createTestContext({
  embedder: createScriptedEmbedder({
    vectors: {
      [claim]: [1, 0],
      [articleTwo(libraryVi)]: [1, 0],
      [articleTwo(libraryEn)]: [0, 1],
    },
  }),
});
const [vi = '', en = ''] = await approveCorpus(ctx, [libraryVi, libraryEn]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const key = await keyOf(ctx, 'drafter');
const send = sender(appOver(ctx));

interface Shown {
  readonly draft: { readonly notes: ReadonlyArray<{ code: string; passage_ids: number[] }> };
}

async function draftOf(postId: string) {
  const { draft } = await readItem(drafter, postId);
  const citations = draft?.sentences.flatMap((sentence) => sentence.citations) ?? [];
  const { body } = await send<Shown>('GET', `/v1/posts/${postId}`, { key });
  return { draft, citations, notes: body.draft.notes };
}

test('an English draft quotes the official English text, and says where there is none', async () => {
  const postId = await analysedPost(ctx, claim);
  const before = await draftOf(postId);
  expect(before.draft?.language).toBe('en');
  expect(before.citations.map((citation) => citation.version_id)).toContain(vi);
  const quoted = [...new Set(before.citations.map((citation) => citation.passage_id))];
  expect(before.notes).toEqual([{ code: 'missing_translation', passage_ids: quoted }]);

  const editor = await actAs(ctx, 'editor', ['corpus_editor']);
  const approver = await actAs(ctx, 'approver', ['corpus_approver']);
  const { alignmentId } = await proposeAlignment(editor, {
    left: { versionId: vi },
    right: { versionId: en },
  });
  const claimId = before.draft?.claim_id ?? '';
  await redraft(drafter, { claimId, passageIds: quoted });
  expect((await draftOf(postId)).notes).toHaveLength(1);

  await approveAlignment(approver, { alignmentId: alignmentId ?? '' });
  await redraft(drafter, { claimId, passageIds: quoted });
  const after = await draftOf(postId);
  expect(new Set(after.citations.map((citation) => citation.version_id))).toEqual(new Set([en]));
  expect(after.citations[0]?.quote).toContain('may borrow at most 5 books');
  expect(after.notes).toEqual([]);
  expect(new Set(after.citations.map(({ nature }) => nature))).toEqual(new Set(['fact']));
  const other = await draftOf(await analysedPost(ctx, `News of the day.\n${claim}`));
  expect(new Set(other.citations.map((citation) => citation.version_id))).toEqual(new Set([en]));
});
