import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksRevision } from './lint/live-rules.ts';
import {
  type DraftEvidence,
  gated,
  judged,
  prepareDraft,
  type PreparedDraft,
} from './prepare-draft.ts';
import { sampleSource, sampleTexts } from './sample-source.ts';
import type { DraftSentence, SentenceRole } from './types.ts';

const roles = ['FACT', 'WARNING', 'MYTH', 'WHY', 'ALTERNATIVE', 'CONNECTIVE'] as const;
const source = sampleSource(
  'Mỗi bạn đọc được mượn tối đa 5 cuốn sách trong 30 ngày. Thư viện giả định không thu phí mượn.',
  { documentTitle: 'Sổ tay thư viện giả định', issuer: 'Thư viện giả định' },
);
const evidence: DraftEvidence = {
  claim: { text: 'Mỗi bạn đọc chỉ được mượn 3 cuốn sách', language: 'vi', checkable: true },
  sources: [source],
  untranslated: new Set(),
  canonicalTexts: sampleTexts([source]),
  asOf: '2026-11-22',
};
const form = { language: 'vi', audience: 'domestic', length: 'statement' } as const;
const written = { ...evidence, ...form, drafter: 'person', model: null } as const;
const machine = (await prepareDraft({ ...evidence, ...form })) as PreparedDraft;

function judge(headline: DraftSentence, sentences: readonly DraftSentence[]) {
  return judged({ ...written, headline, sentences, reviewBy: null, noAlternative: false });
}

test('a person’s draft keeps what fails, with its place; a machine’s has nothing that fails', async () => {
  expect(machine).toMatchObject({ blocked: false, gate: { dropped: [], reasons: [] } });
  const bad: DraftSentence = { role: 'WHY', text: 'Vì ai cũng biết.', citations: [] };
  const sentences = [...machine.sentences.slice(0, -1), bad, machine.headline];
  const draft = await judge(machine.headline, sentences);
  expect(draft.sentences).toEqual(sentences);
  expect(draft.blocked).toBe(true);
  expect(draft.gate.dropped.map(({ ordinal }) => ordinal)).toEqual([sentences.length - 1]);
});

test('a machine’s draft goes without what fails; without its structure it is none', async () => {
  const bad: DraftSentence = { role: 'WHY', text: 'Vì ai cũng biết.', citations: [] };
  const { headline, sentences } = machine;
  const offered = await gated({
    ...written,
    drafter: 'model',
    headline,
    sentences: [...sentences.slice(0, -1), bad, ...sentences.slice(-1)],
  });
  expect(offered).toMatchObject({ sentences, blocked: false });
  expect(offered?.gate.dropped).toMatchObject([{ ordinal: null, sentence: bad }]);
  expect(await gated({ ...written, headline, sentences: sentences.slice(1) })).toBeNull();
});

test('a missing decision to respond blocks no revision, and what passes is not blocked', async () => {
  const post = { text: evidence.claim.text, canonicalUrl: null, response: null };
  const { headline, sentences } = machine;
  const set = { reviewBy: '2027-01-01', noAlternative: true };
  const draft = await judged({ ...written, post, headline, sentences, ...set });
  expect(draft.lint.findings.map(({ code }) => code)).toEqual(['no_response_decision']);
  expect(draft.blocked).toBe(false);
});

test('a blocked draft always has a finding that says why, whatever was done to it', async () => {
  const change = fc.record({
    at: fc.nat({ max: 5 }),
    role: fc.option(fc.constantFrom<SentenceRole>(...roles), { nil: undefined }),
    words: fc.constantFrom(
      '',
      ' Đã có 77 vụ.',
      ' Kẻ xấu nói.',
      ' Không!',
      ' Chỉ được mượn 3 cuốn sách.',
    ),
    uncited: fc.boolean(),
    gone: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 3 }), async (changes) => {
      const all: Array<DraftSentence | null> = [machine.headline, ...machine.sentences];
      for (const { at, role, words, uncited, gone } of changes) {
        const old = all[at];
        if (old === null || old === undefined) continue;
        const citations = uncited ? [] : old.citations;
        const changed = { role: role ?? old.role, text: old.text + words, citations };
        all[at] = gone && at > 0 ? null : changed;
      }
      const [headline = machine.headline, ...sentences] = all.filter((each) => each !== null);
      const draft = await judge(headline, sentences);
      expect(draft.blocked).toBe(draft.lint.findings.some(blocksRevision));
      const texts = [draft.headline, ...draft.sentences].map(({ text }) => Array.from(text).length);
      for (const { sentence, start, end } of draft.lint.findings) {
        if (sentence === null || start === null || end === null) continue;
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(texts[sentence] ?? 0);
      }
    }),
    { numRuns: 300 },
  );
});
