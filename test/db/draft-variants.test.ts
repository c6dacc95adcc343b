import { expect, test } from 'vitest';
import { draftVariants, redraft, setOutcome } from '#drafting/index.ts';
import { readItem } from '#review/index.ts';
import { withdrawVersions } from '#standing/index.ts';
import { appOver, keyOf, sender } from '../http/client.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const frenchText =
  'Article 2. Prêt\n\nChaque lecteur de la bibliothèque imaginaire emprunte 5 livres pour 30 jours.';
const french = {
  key: 'reglement-fr',
  title: 'Règlement de la bibliothèque imaginaire',
  language: 'fr',
  text: frenchText,
};
const frenchClaim = 'Chaque lecteur de la bibliothèque imaginaire emprunte 3 livres pour 30 jours.';

const ctx = await createTestContext();
const [versionId = ''] = await approveCorpus(ctx, [invented, french]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const key = await keyOf(ctx, 'drafter');
const send = sender(appOver(ctx));

async function claimOf(text: string) {
  const postId = await analysedPost(ctx, text);
  const { claims } = await readItem(drafter, postId);
  const claim = claims.find(({ checkable, matches }) => checkable && matches.length > 0);
  if (claim === undefined) throw new Error('nothing to answer');
  return { postId, claim };
}

const { postId, claim } = await claimOf(contradictingClaim);
const claimId = claim.id;

test('every audience and length is offered or says why not, and nothing is stored', async () => {
  const before = await readItem(drafter, postId);
  const variants = await draftVariants(ctx, { claimId, languages: ['vi', 'en', 'fr'] });
  expect(variants).toHaveLength(48);
  for (const { language, length, draft, gap, characters } of variants) {
    if (language === 'fr') expect(gap).toBe('no_source_in_language');
    else if (draft === null) expect([length, gap]).toEqual(['short', 'too_long']);
    else {
      expect(draft.blocked).toBe(false);
      expect(draft.gate.dropped).toEqual([]);
      if (length === 'short') expect(characters).toBeLessThanOrEqual(280);
    }
  }
  const texts = variants.flatMap(({ language, length, draft }) =>
    language === 'vi' && length === 'statement' ? (draft?.headline.text ?? []) : [],
  );
  expect(new Set(texts).size).toBeGreaterThanOrEqual(2);
  expect((await readItem(drafter, postId)).draft?.revision).toBe(before.draft?.revision);
});

test('a claim is answered in its own language where the corpus has it', async () => {
  const { claim: asked } = await claimOf(frenchClaim);
  const [usual] = await draftVariants(ctx, { claimId: asked.id, lengths: ['statement'] });
  expect(usual?.language).toBe('fr');
  expect(usual?.draft?.headline.text).toMatch(/^Selon Règlement .*\u00a0: «\u00a0Chaque lecteur/u);
});

test('a variant is taken as the next revision, as it was shown', async () => {
  const [shown] = await draftVariants(ctx, { claimId, audiences: ['official'], lengths: ['note'] });
  const contentSha256 = shown?.draft?.contentSha256;
  const form = { audience: 'official', length: 'note', language: 'vi' } as const;
  const { revision } = await redraft(drafter, { claimId, ...form, contentSha256 });
  const { draft } = await readItem(drafter, postId);
  expect(draft).toMatchObject({ revision, ...form, content_sha256: contentSha256 });
  await expect(
    redraft(drafter, { claimId, ...form, length: 'qa', contentSha256 }),
  ).rejects.toMatchObject({ code: 'conflict', field: 'content_sha256' });
  expect((await readItem(drafter, postId)).draft?.revision).toBe(revision);
});

test('only probable matches are quoted while there are any, also after a person has decided', async () => {
  const { claim: other } = await claimOf(
    'Theo quy định, mỗi bạn đọc của thư viện giả định được mượn tối đa 4 cuốn sách trong 30 ngày.',
  );
  const cited = async (): Promise<Set<string>> => {
    const variants = await draftVariants(ctx, { claimId: other.id, lengths: ['note'] });
    return new Set(
      variants.flatMap(
        ({ draft }) =>
          draft?.sentences.flatMap(({ citations }) => citations.map((one) => one.passageId)) ?? [],
      ),
    );
  };
  const probable = other.matches.filter(
    ({ probability }) => other.threshold !== null && probability >= other.threshold,
  );
  expect(probable.length).toBeGreaterThan(0);
  expect(probable.length).toBeLessThan(other.matches.length);
  const ids = new Set(probable.map((match) => String(match.passage_id)));
  expect((await cited()).isSubsetOf(ids)).toBe(true);
  await setOutcome(drafter, { claimId: other.id, outcome: 'CONTRADICTED', reason: 'Số khác.' });
  expect((await cited()).isSubsetOf(ids)).toBe(true);
});

test('the API shows variants, takes one, and refuses what it does not know', async () => {
  interface Shown {
    variants: Array<{ gap: string | null; draft: { content_sha256: string } | null }>;
  }
  const path = `/v1/claims/${claimId}/drafts`;
  const json = { audiences: ['diaspora'], lengths: ['qa'], languages: ['vi', 'ru'] };
  const { status, body } = await send<Shown>('POST', `${path}/preview`, { key, json });
  expect(status).toBe(200);
  expect(body.variants.map(({ gap }) => gap)).toEqual([null, 'no_source_in_language']);
  const taken = await send('POST', path, {
    key,
    json: {
      audience: 'diaspora',
      length: 'qa',
      language: 'vi',
      content_sha256: body.variants[0]?.draft?.content_sha256,
    },
  });
  expect(taken.status).toBe(201);
  const wrong = await send('POST', `${path}/preview`, { key, json: { audience: 'diaspora' } });
  expect(wrong.status).toBe(400);
  const russian = await send<{ field: string }>('POST', path, { key, json: { language: 'ru' } });
  expect([russian.status, russian.body.field]).toEqual([409, 'language']);
});

test('a passage withdrawn between looking and taking: nothing is stored', async () => {
  const { postId: later, claim: asked } = await claimOf(`Nghe nói: ${contradictingClaim}`);
  const [shown] = await draftVariants(ctx, {
    claimId: asked.id,
    audiences: ['domestic'],
    lengths: ['statement'],
  });
  const contentSha256 = shown?.draft?.contentSha256;
  expect(contentSha256).toBeDefined();
  const before = await readItem(drafter, later);
  const approver = await actAs(ctx, 'approver', ['corpus_approver']);
  await withdrawVersions(approver, { versionIds: [versionId], reason: 'Thay bằng bản khác.' });
  await expect(redraft(drafter, { claimId: asked.id, contentSha256 })).rejects.toMatchObject({
    code: 'conflict',
    field: 'content_sha256',
  });
  const after = await readItem(drafter, later);
  expect(after.draft?.revision).toBe(before.draft?.revision);
  expect(after.contributed).toBe(false);
  const gaps = await draftVariants(ctx, { claimId: asked.id, languages: ['vi'] });
  expect(new Set(gaps.map(({ gap }) => gap))).toEqual(new Set(['nothing_quotable']));
});
