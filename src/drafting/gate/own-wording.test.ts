import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointLength } from '#language/code-points.ts';
import { checkSentence } from './gate-sentence.ts';
import type { GateFailure } from './gate-failures.ts';
import { sampleSource, sampleTexts } from '../sample-source.ts';
import type { DraftSentence, SourcePassage } from '../types.ts';

const rules = sampleSource(
  [
    'Thư viện giả định mở cửa 12 giờ mỗi ngày, và phục vụ 300 người đọc ở tầng hai.',
    'Người đọc được mượn 5 cuốn sách (loại thường) trong 14 ngày; người đọc không được viết vào sách.',
    'Nếu trả muộn, người đọc nộp 2.000 đồng cho mỗi ngày.',
    'Tổ Sông Mơ giám sát Đội Đồi Xa.',
    'Ông A nói rằng thư viện đóng cửa, và sách bị mất.',
    'Ngoài ra, thư viện tổ chức đọc sách hòa bình.',
    'Kẻ trộm sách bị phạt tiền.',
    'Phòng đọc mở cho mọi người (trừ trẻ em) vào buổi sáng.',
  ].join(' '),
  { documentTitle: 'Nội quy thư viện giả định', documentNumber: '12/NQ', issuer: 'Sở Văn thư' },
);
const stance = sampleSource('Thư viện giả định kiên quyết phản đối việc thu phí người đọc.', {
  passageId: 'p2',
  versionId: 'v2',
  documentTitle: 'Tuyên bố giả định',
  headingPath: [],
  issuer: 'Ban Quản lý Sông Mơ',
});
const english = sampleSource(
  'The imaginary library lends five books for two weeks, and it opens at noon. Some readers may not enter.',
  {
    passageId: 'p3',
    versionId: 'v3',
    documentTitle: 'Library Rules',
    language: 'en',
    issuer: null,
  },
);
const sources = [rules, stance, english];
const evidence = { sources, canonicalTexts: sampleTexts(sources), asOf: '2026-11-22' };

const cite = (quote: string, from: SourcePassage) => {
  const start = from.start + codePointLength(from.text.slice(0, from.text.indexOf(quote)));
  const { versionId, passageId } = from;
  return { versionId, passageId, start, end: start + codePointLength(quote), quote };
};
const sentencesOf = ({ text }: SourcePassage): string[] => text.split(/(?<=\.) (?=\p{Lu})/u);
const [
  hours = '',
  loans = '',
  fines = '',
  bodies = '',
  hearsay = '',
  further = '',
  thief = '',
  room = '',
] = sentencesOf(rules);

function failuresOf(text: string, quotes: readonly string[], from = rules): GateFailure[] {
  const sentence: DraftSentence = {
    role: 'FACT',
    text,
    citations: quotes.map((quote) => cite(quote, from)),
  };
  return checkSentence(sentence, evidence, [{ text: 'Thư viện thu phí', checkable: true }]);
}

describe('wording that its quotes carry', () => {
  test.each<[string, string, string[]]>([
    ['a whole sentence', hours, [hours]],
    ['with its document', `Theo Nội quy thư viện giả định, Điều 5: ${hours}`, [hours]],
    ['with its number', `Theo 12/NQ, ${hours}`, [hours]],
    ['with its issuer', `Theo Sở Văn thư, ${hours}`, [hours]],
    ['after neutral words', `Văn bản này nêu rõ rằng ${hours}`, [hours]],
    ['its first clause', 'Thư viện giả định mở cửa 12 giờ mỗi ngày.', [hours]],
    ['a clause behind a semicolon', 'Người đọc không được viết vào sách.', [loans]],
    ['without a gloss', 'Người đọc được mượn 5 cuốn sách trong 14 ngày.', [loans]],
    ['without its connective', 'Thư viện tổ chức đọc sách hòa bình.', [further]],
    ['in capitals', hours.toUpperCase(), [hours]],
    ['in lower case', hours.toLowerCase(), [hours]],
    ['decomposed', hours.normalize('NFD'), [hours]],
    ['with the other tone placement', further.replace('hòa', 'hoà'), [further]],
    ['without diacritics', 'Thu vien gia dinh mo cua 12 gio moi ngay.', [hours]],
    ['two sentences', `${hours} ${further}`, [hours, further]],
    [
      'a clause and its quote',
      `Theo 12/NQ, thư viện giả định mở cửa 12 giờ mỗi ngày: “${hours}”`,
      [hours],
    ],
    [
      'words in marks as they stand',
      'Theo 12/NQ, “Thư viện giả định mở cửa 12 giờ mỗi ngày”.',
      [hours],
    ],
    ['attribution at the end', `${hours.slice(0, -1)} (theo Nội quy thư viện giả định).`, [hours]],
  ])('%s', (_, text, quotes) => {
    expect(failuresOf(text, quotes)).toEqual([]);
  });

  test('English, and a stance that says whose it is', () => {
    const said = 'The imaginary library lends five books for two weeks';
    expect(
      failuresOf(
        `The document states that ${said.toLowerCase()}.`,
        [`${said}, and it opens at noon.`],
        english,
      ),
    ).toEqual([]);
    expect(failuresOf(`Theo Tuyên bố giả định, ${stance.text}`, [stance.text], stance)).toEqual([]);
    expect(failuresOf(stance.text, [stance.text], stance)).toEqual(['misattributed']);
  });
});

describe('wording that its quotes do not carry', () => {
  test.each<[string, string, string[], GateFailure]>([
    ['another number', hours.replace('300', '400'), [hours], 'number_mismatch'],
    ['another unit', hours.replace('12 giờ', '12 phút'), [hours], 'number_mismatch'],
    [
      'numbers moved',
      hours.replace('12', 'x').replace('300', '12').replace('x', '300'),
      [hours],
      'number_mismatch',
    ],
    ['a date', `Từ năm 1999, ${hours}`, [hours], 'date_mismatch'],
    ['another name', bodies.replace('Đồi Xa', 'Rừng Gần'), [bodies], 'name_mismatch'],
    ['names put together anew', 'Tổ Đồi Xa giám sát Đội Sông Mơ.', [bodies], 'name_mismatch'],
    [
      'who does what turned round',
      'Đội Đồi Xa giám sát Tổ Sông Mơ.',
      [bodies],
      'unsupported_sentence',
    ],
    [
      'a negation added',
      'Thư viện giả định không mở cửa 12 giờ mỗi ngày.',
      [hours],
      'negation_flip',
    ],
    ['a negation taken out', 'Người đọc được viết vào sách.', [loans], 'negation_flip'],
    ['a quantifier added', `Hầu hết ${hours.toLowerCase()}`, [hours], 'quantifier_shift'],
    ['a condition left out', 'Người đọc nộp 2.000 đồng cho mỗi ngày.', [fines], 'quantifier_shift'],
    ['whose words they are left out', 'Sách bị mất.', [hearsay], 'unsupported_sentence'],
    [
      'words left out inside a clause',
      'Thư viện mở cửa 12 giờ mỗi ngày.',
      [hours],
      'unsupported_sentence',
    ],
    ['half a clause', 'Thư viện giả định mở cửa 12 giờ.', [hours], 'unsupported_sentence'],
    [
      'words of two sentences',
      'Thư viện giả định mở cửa 12 giờ cho mỗi ngày.',
      [hours, fines],
      'stitched',
    ],
    ['another diacritic', hours.replace('tầng', 'tăng'), [hours], 'unsupported_sentence'],
    ['a question', hours.replace('.', '?'), [hours], 'unsupported_sentence'],
    ['a second subject', `Sở Văn thư, ${bodies}`, [bodies], 'unsupported_sentence'],
    [
      'another clause than its quote',
      `${bodies.slice(0, -1)}: “${hours}”`,
      [hours, bodies],
      'misattributed',
    ],
    [
      'changed words in marks',
      'Theo 12/NQ: “thư viện giả định mở cửa 12 giờ mỗi ngày”.',
      [hours],
      'fabricated',
    ],
    ['a citation nothing uses', hours, [hours, further], 'unsupported_sentence'],
    ['a link', `${hours} https://example.com`, [hours], 'unsupported_sentence'],
    ['markup', `**${hours}**`, [hours], 'unsupported_sentence'],
    ['an invisible character', hours.replace('mở', 'm\u200bở'), [hours], 'unsupported_sentence'],
    ['a reserved character', `\ue000 ${hours}`, [hours], 'unsupported_sentence'],
    ['a minus sign', hours.replace('12', '-12'), [hours], 'unsupported_sentence'],
    [
      'a clause beside another quote',
      `Theo 12/NQ, ${bodies.slice(0, -1)}: “${hours}”`,
      [hours, bodies],
      'unsupported_sentence',
    ],
    [
      'a source named inside a clause',
      `${further.slice(0, -1)} theo 12/NQ.`,
      [further],
      'unsupported_sentence',
    ],
    ['an insult, though a quote has it', thief, [thief], 'person_directed'],
    [
      'without a gloss that limits',
      'Phòng đọc mở cho mọi người vào buổi sáng.',
      [room],
      'quantifier_shift',
    ],
  ])('%s', (_, text, quotes, failure) => {
    const failures = failuresOf(text, quotes);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures).toContain(failure);
  });

  test('words of two passages are stitched', () => {
    const citations = [cite(hours, rules), cite(stance.text, stance)];
    const text = `Theo 12/NQ, ${hours} ${stance.text}`;
    expect(checkSentence({ role: 'FACT', text, citations }, evidence, [])).toEqual(['stitched']);
  });

  test('no word can be put in, taken out, doubled or moved inside a clause', () => {
    const words = hours.slice(0, -1).split(' ');
    const index = fc.nat({ max: words.length - 1 });
    const foreign = fc.constantFrom('không', 'chỉ', 'mọi', 'đã', 'rất', '13', 'Sông', 'và', 'của');
    const change = fc.oneof(
      fc.record({ kind: fc.constant('in'), at: index, word: foreign }),
      fc.record({ kind: fc.constant('out'), at: index, word: foreign }),
      fc.record({
        kind: fc.constant('swap'),
        at: fc.nat({ max: words.length - 2 }),
        word: foreign,
      }),
    );
    fc.assert(
      fc.property(change, ({ kind, at, word }) => {
        const changed = words.slice();
        if (kind === 'in') changed.splice(at, 0, word);
        if (kind === 'out') changed.splice(at, 1);
        if (kind === 'swap') changed.splice(at, 2, words[at + 1] ?? '', words[at] ?? '');
        const text = `${changed.join(' ')}.`;
        fc.pre(!(kind === 'in' && at === 0 && word === 'và'));
        expect(failuresOf(text, [hours])).not.toEqual([]);
      }),
    );
  });
});
