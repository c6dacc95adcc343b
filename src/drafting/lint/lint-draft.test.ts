import { describe, expect, test } from 'vitest';
import { sliceCodePoints } from '#language/code-points.ts';
import type { GateFailure } from '../gate/gate-failures.ts';
import { sampleSource } from '../sample-source.ts';
import type { DraftSentence, SentenceRole } from '../types.ts';
import { findingOf, type LintCode } from './lint-codes.ts';
import { lintDraft } from './lint-draft.ts';
import type { LintInput } from './lint-input.ts';
import { lintTexts } from './lint-texts.ts';
import { currentFindings } from './live-rules.ts';

const quote = 'Mỗi bạn đọc được mượn tối đa 5 cuốn sách trong 30 ngày.';
const why = 'Thư viện giả định cho mượn 5 cuốn, theo nội quy năm 2020.';
const simple = 'Con số 3 cuốn là của một thư viện khác.';
const source = sampleSource([quote, why, simple].join(' '), {
  documentTitle: 'Sổ tay thư viện giả định',
  headingPath: ['Điều 2'],
});
const cite = (text: string) => {
  const start = source.start + Array.from(source.text.slice(0, source.text.indexOf(text))).length;
  const { versionId, passageId } = source;
  return { versionId, passageId, start, end: start + Array.from(text).length, quote: text };
};
const say = (role: SentenceRole, text: string, lead = 'Theo'): DraftSentence => ({
  role,
  text: `${lead} Sổ tay thư viện giả định, Điều 2: “${text}”`,
  citations: [cite(text)],
});
const bare = (role: SentenceRole, text: string): DraftSentence => ({ role, text, citations: [] });

const headline = say('FACT', quote);
const opening = say('FACT', quote);
const warning = bare('WARNING', 'Lưu ý: luận điểm sau đây không khớp với nguồn được trích dẫn.');
const myth = bare('MYTH', 'Luận điểm được nêu: “Thư viện chỉ cho mượn 3 cuốn”.');
const reason = say('WHY', why, 'Lý do: theo');
const alternative = say('ALTERNATIVE', simple);
const closing = say('FACT', quote, 'Nhắc lại, theo');
const clean = [opening, warning, myth, reason, alternative, closing];

function lint(changes: Partial<LintInput> = {}): string[] {
  const input = draft(changes);
  const all = [input.headline, ...input.sentences];
  return lintDraft(input).map(({ rule, severity, code, sentence, start, end, values }) => {
    const place = sentence === null ? '' : ` @${sentence}`;
    const text = sentence === null ? '' : (all[sentence]?.text ?? '');
    const words = start === null ? '' : ` “${sliceCodePoints(text, start, end ?? 0)}”`;
    const more = start === null && values.length > 0 ? ` [${values.join(', ')}]` : '';
    return `${rule} ${severity} ${code}${place}${words}${more}`;
  });
}

function draft(changes: Partial<LintInput> = {}): LintInput {
  return {
    headline,
    sentences: clean,
    claim: { text: 'Thư viện chỉ cho mượn 3 cuốn mỗi tháng', checkable: true },
    sources: [source],
    post: {
      text: 'Nghe nói Thư viện chỉ cho mượn 3 cuốn mỗi tháng! https://example.org/bai/1',
      canonicalUrl: 'https://example.org/goc/2',
      response: 'respond',
    },
    reviewBy: '2027-11-22',
    noAlternative: false,
    gate: { dropped: [] },
    asOf: '2026-11-22',
    ...changes,
  };
}

/** The clean draft with one sentence in another's place; 0 is the headline. */
function swap(ordinal: number, sentence: DraftSentence): Partial<LintInput> {
  if (ordinal === 0) return { headline: sentence };
  return { sentences: clean.map((each, index) => (index === ordinal - 1 ? sentence : each)) };
}

/** The same, with what the gate says of that sentence. */
function failing(ordinal: number, sentence: DraftSentence, ...failures: GateFailure[]) {
  return { ...swap(ordinal, sentence), gate: { dropped: [{ sentence, failures }] } };
}

const without = (...gone: DraftSentence[]): Partial<LintInput> => ({
  sentences: clean.filter((sentence) => !gone.includes(sentence)),
});
const adding = (sentence: DraftSentence, text: string): DraftSentence => ({
  ...sentence,
  text: `${sentence.text} ${text}`,
});

test('a clean draft has no finding', () => {
  expect(lint()).toEqual([]);
});

describe('each rule broken alone gives its finding', () => {
  const link = 'http://www.example.org/goc/2/';
  const words13 = 'một hai ba bốn năm sáu bảy tám chín mười mươi trăm nghìn';
  const long = `${'và '.repeat(30)}hết.`;
  test.each<[string, Partial<LintInput>, string[]]>([
    [
      'R1: nobody decided',
      { post: { ...draft().post, response: null } },
      ['R1 H no_response_decision'],
    ],
    [
      'R1: not to be answered',
      { post: { ...draft().post, response: 'monitor' } },
      ['R1 H no_response_decision'],
    ],
    [
      'R2: headline role',
      { headline: { ...headline, role: 'WHY' } },
      ['R2 H headline_not_fact @0'],
    ],
    [
      'R2: headline without source',
      failing(0, bare('FACT', 'Được mượn 5 cuốn.'), 'unsupported_sentence'),
      ['R2 H headline_uncited @0'],
    ],
    [
      'R2: a question mark, after an emoji',
      { headline: { ...headline, text: `😀 ${headline.text} Đúng không?` } },
      ['R2 H headline_question @0 “?”'],
    ],
    [
      'R2: words that ask',
      { headline: { ...headline, text: `Có phải ${headline.text}` } },
      ['R2 H headline_question @0 “Có phải”'],
    ],
    [
      'R2: the myth in the headline',
      failing(0, adding(headline, '😀 Đừng nói thư viện chỉ cho mượn 3.'), 'restates_myth'),
      ['R2 H headline_restates_myth @0 “thư viện chỉ cho mượn 3”'],
    ],
    ['R2: no fact first', without(opening), ['R2 H first_not_fact @1', 'R7 H too_few_facts']],
    [
      'R2: the first sentence without source',
      failing(1, bare('FACT', 'Được mượn 5 cuốn.'), 'unsupported_sentence'),
      ['R2 H first_uncited @1'],
    ],
    ['R3: no myth', without(warning, myth), ['R3 H no_myth']],
    [
      'R3: two myths',
      { sentences: [opening, warning, myth, warning, myth, reason, alternative, closing, closing] },
      ['R3 H second_myth @5'],
    ],
    ['R3: no warning', without(warning), ['R3 H myth_without_warning @2']],
    [
      'R3: a warning too early',
      { sentences: [opening, warning, reason, myth, alternative, closing] },
      ['R3 H myth_without_warning @4'],
    ],
    [
      'R3: the myth again',
      failing(6, adding(closing, '😀😀 Thư viện chỉ cho mượn 3 cuốn!'), 'restates_myth'),
      ['R3 H restates_myth @6 “Thư viện chỉ cho mượn 3 cuốn”'],
    ],
    [
      'R4: 13 words of the post',
      {
        ...swap(3, bare('MYTH', `😀 Luận điểm được nêu: “${words13}”.`)),
        post: { ...draft().post, text: `Rằng ${words13.toUpperCase()} đó` },
      },
      [`R4 W long_quote_of_post @3 “${words13}”`],
    ],
    [
      'R4: the address of the post',
      swap(3, adding(myth, `😀 ${link}, đó`)),
      [`R4 W link_to_post @3 “${link.slice(0, -1)}/”`],
    ],
    [
      'R4: an address in the post',
      swap(3, adding(myth, '(https://example.org/bai/1).')),
      ['R4 W link_to_post @3 “https://example.org/bai/1”'],
    ],
    ['R5: no reason', without(reason), ['R5 H no_why']],
    [
      'R5: a reason without source',
      failing(4, bare('WHY', 'Vì điều đó sai.'), 'unsupported_sentence'),
      ['R5 H why_uncited @4'],
    ],
    [
      'R5: only “sai”',
      swap(4, {
        role: 'WHY',
        text: 'Lý do: theo Sổ tay thư viện giả định, Điều 2: “Điều này là hoàn toàn sai sự thật.”',
        citations: [{ ...cite(why), quote: 'Điều này là hoàn toàn sai sự thật.' }],
      }),
      ['R5 H why_says_only_wrong @4'],
    ],
    ['R6: no alternative', without(alternative), ['R6 W no_alternative']],
    [
      'R6: a long alternative',
      swap(5, {
        ...alternative,
        text: alternative.text.replace(simple, long),
        citations: [{ ...cite(simple), quote: long }],
      }),
      ['R6 W alternative_too_complex @5 [31, 25]'],
    ],
    [
      'R7: no fact last',
      { sentences: [opening, warning, myth, opening, closing, alternative, reason] },
      ['R7 H last_not_fact @7'],
    ],
    [
      'R8: no source',
      failing(5, bare('ALTERNATIVE', 'Đó là thư viện khác.'), 'unsupported_sentence'),
      ['R8 H uncited @5'],
    ],
    [
      'R9: an opinion',
      { claim: { text: 'Thư viện chán quá', checkable: false } },
      ['R9 H answers_opinion'],
    ],
    ['R10: no day', { reviewBy: null }, ['R10 W no_review_by']],
    ['R10: today', { reviewBy: '2026-11-22' }, ['R10 W review_by_past [2026-11-22]']],
    ['R10: two years and a day', { reviewBy: '2028-11-23' }, ['R10 W review_by_far [2028-11-23]']],
  ])('%s', (_, changes, expected) => {
    expect(lint(changes)).toEqual(expected);
  });

  test('what a person may set is no fault', () => {
    expect(lint({ ...without(alternative), noAlternative: true })).toEqual([]);
    expect(lint({ reviewBy: '2028-11-22' })).toEqual([]);
    expect(lint({ reviewBy: '2026-11-23' })).toEqual([]);
  });

  test('12 words of the post are no long quote, and words of a source are none of the post', () => {
    const words12 = 'một hai ba bốn năm sáu bảy tám chín mười mươi trăm';
    const post = { ...draft().post, text: `${words12} khác. ${quote} ${why} ${quote}` };
    expect(lint({ ...swap(3, bare('MYTH', `Nêu: “${words12}”.`)), post })).toEqual([]);
  });
});

describe('a failure of the gate is a finding at the words it is about', () => {
  test.each<[GateFailure, string, string[]]>([
    ['number_mismatch', 'Đã có 77 vụ.', ['R8 H number_mismatch @6 “77”']],
    ['date_mismatch', 'Từ năm 1999.', ['R8 H date_mismatch @6 “năm 1999”']],
    ['name_mismatch', 'Ở đó, Nguyễn Mẫu biết.', ['R8 H name_mismatch @6 “Nguyễn Mẫu”']],
    ['negation_flip', 'Điều ấy không sai.', ['R8 H negation_flip @6 “không”']],
    ['quantifier_shift', 'Hầu hết biết vậy.', ['R8 H quantifier_shift @6 “Hầu hết”']],
    [
      'unsupported_sentence',
      'Ai cũng rõ điều ấy.',
      ['R8 H unsupported_sentence @6 “Ai cũng rõ điều ấy”'],
    ],
    ['misattributed', '', ['R8 H misattributed @6']],
    ['not_in_force', '', [`R8 H not_in_force @6 “${quote}”`]],
    ['fabricated', '', [`R8 H fabricated @6 “${quote}”`]],
    [
      'person_directed',
      'Kẻ xấu cố tình nói thế.',
      ['R9 H person_directed @6 “Kẻ”', 'R9 H person_directed @6 “cố tình”'],
    ],
    ['person_directed', 'Hỏi @ai_do.', ['R9 H person_directed @6 “@ai_do”']],
  ])('%s: %s', (failure, words, expected) => {
    const sentence = adding({ ...closing, text: `😀 ${closing.text}` }, words);
    const found = lint(failing(6, sentence, failure));
    expect(found).toEqual(expected);
  });

  test('a negation that was cut off is the quote’s', () => {
    expect(lint(failing(6, closing, 'negation_flip'))).toEqual([
      `R8 H negation_flip @6 “${quote}”`,
    ]);
  });

  test('an exact failure goes before “no quote says it”', () => {
    const sentence = adding(closing, 'Đã có 77 vụ.');
    expect(lint(failing(6, sentence, 'unsupported_sentence', 'number_mismatch'))).toEqual([
      'R8 H number_mismatch @6 “77”',
    ]);
  });

  test('a title with numbers and judging words is the document’s, not the sentence’s', () => {
    const titled = { ...source, documentTitle: 'Sổ tay số 99 về lừa đảo' };
    const sentence = {
      ...closing,
      text: `Theo Sổ tay số 99 về lừa đảo, Điều 2: “${quote}” Đã có 77 vụ lừa đảo.`,
    };
    const changes = failing(6, sentence, 'number_mismatch', 'person_directed');
    const found = lintDraft(draft({ ...changes, sources: [titled] }));
    expect(found.map(({ code, values }) => [code, ...values])).toEqual([
      ['number_mismatch', '77'],
      ['person_directed', 'lừa đảo'],
    ]);
  });

  test('warning and myth have remedies of their own', () => {
    const said = bare('WARNING', 'Cẩn thận nhé.');
    expect(lint(failing(2, said, 'unsupported_sentence'))).toEqual([
      'R8 H altered_warning @2 “Cẩn thận nhé”',
    ]);
    const other = bare('MYTH', 'Luận điểm được nêu: “Thư viện đóng cửa 9 ngày”.');
    expect(lint(failing(3, other, 'number_mismatch'))).toEqual(['R8 H number_mismatch @3 “9”']);
  });

  test('a sentence the gate dropped and that is not in the draft is no finding', () => {
    const gone = bare('FACT', 'Đã bị bỏ.');
    expect(lint({ gate: { dropped: [{ sentence: gone, failures: ['fabricated'] }] } })).toEqual([]);
  });
});

test('R1 and R10 are held against how things stand now, the rest stays', () => {
  const stored = (['no_response_decision', 'no_why', 'no_review_by'] as const).map((code) =>
    findingOf({ code, sentence: null }),
  );
  const codes = (state: Parameters<typeof currentFindings>[1]) =>
    currentFindings(stored, state).map(({ code }) => code);
  const asOf = '2026-11-22';
  expect(codes({ response: 'respond', reviewBy: '2027-01-01', asOf })).toEqual(['no_why']);
  expect(codes({ response: 'do_not_respond', reviewBy: asOf, asOf })).toEqual([
    'no_response_decision',
    'no_why',
    'review_by_past',
  ]);
});

test('every finding says what is wrong and what to do', () => {
  for (const [code, { message, remedy }] of Object.entries(lintTexts)) {
    expect(message, code).toMatch(/\.$/);
    expect(remedy, code).toMatch(/\.$/);
    expect(findingOf({ code: code as LintCode, sentence: null }).rule).toMatch(/^R\d+$/);
  }
});
