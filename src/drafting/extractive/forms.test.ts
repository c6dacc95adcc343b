import { describe, expect, test } from 'vitest';
import type { Audience, DraftLength } from '#db/schema/index.ts';
import { gateDraft } from '../gate/gate.ts';
import { sampleSource, sampleTexts } from '../sample-source.ts';
import type { SourcePassage } from '../types.ts';
import type { ExtractiveDraft } from './answerable.ts';
import { draftExtractive } from './extractive.ts';
import { spokenLength } from './spoken-length.ts';
import { type DraftLanguage, draftLanguages, TEMPLATES } from './templates.ts';

const audiences: readonly Audience[] = ['domestic', 'diaspora', 'foreign', 'official'];
const lengths: readonly DraftLength[] = ['short', 'statement', 'note', 'qa'];

const rules = sampleSource(
  [
    'Điều 7. Mượn sách',
    '1. Thư viện giả định mở cửa cả tuần.',
    '2. Mỗi bạn đọc được mượn tối đa 5 cuốn sách:',
    'a) Mỗi lần mượn sách được giữ trong 30 ngày.',
    'b) Bạn đọc được mượn thêm 2 cuốn sách dịp hè.',
    '3. Bạn đọc dưới 18 tuổi được mượn 4 cuốn sách.',
  ].join('\n'),
  {
    passageId: 'p7',
    versionId: 'v7',
    headingPath: ['Chương II', 'Điều 7'],
    documentTitle: 'Nội quy thư viện giả định',
    documentNumber: '12/NQ-TV',
    issuer: 'Thư viện giả định',
    issuerNames: { vi: 'Ban quản lý', en: 'Imaginary Library', fr: 'Bibliothèque imaginaire' },
    documentKind: 'law',
    validFrom: '2020-02-01',
  },
);
const stores = sampleSource(
  Array.from({ length: 9 }, (_, n) => `Bạn đọc được mượn ${n + 20} cuốn sách ở kho ${n}.`).join(
    '\n',
  ),
  { passageId: 'p8', versionId: 'v8', documentTitle: 'Nội quy kho giả định' },
);
const claim = 'Bạn đọc dưới 18 tuổi được mượn 9 cuốn sách.';
const quote = 'Bạn đọc dưới 18 tuổi được mượn 4 cuốn sách.';

function draft(
  language: DraftLanguage,
  audience: Audience,
  length: DraftLength,
  { text = claim, sources = [rules] }: { text?: string; sources?: SourcePassage[] } = {},
): ExtractiveDraft | null {
  const claims = [{ text, language: 'vi' }];
  return draftExtractive({ claims, sources, language, audience, length });
}

function gate(made: ExtractiveDraft, text: string, sources: SourcePassage[]) {
  const canonicalTexts = sampleTexts(sources);
  const claims = [{ text, checkable: true }];
  return gateDraft({ ...made, sources, canonicalTexts, asOf: '2026-11-22', claims });
}

const at = (...texts: string[]): string => texts.join('');

describe('attribution', () => {
  test.each<[DraftLanguage, Audience, string]>([
    ['vi', 'domestic', at('Theo Nội quy thư viện giả định (12/NQ-TV), Điều 7: “', quote, '”')],
    [
      'vi',
      'diaspora',
      at(
        'Theo Nội quy thư viện giả định (12/NQ-TV, Thư viện giả định, có hiệu lực từ ngày 1/2/2020), Điều 7: “',
        quote,
        '”',
      ),
    ],
    [
      'vi',
      'foreign',
      at(
        'Theo Nội quy thư viện giả định (văn bản pháp luật, Ban quản lý, 12/NQ-TV), Điều 7: “',
        quote,
        '”',
      ),
    ],
    [
      'vi',
      'official',
      at(
        'Theo 12/NQ-TV, khoản 3 Điều 7 (Nội quy thư viện giả định, có hiệu lực từ ngày 1/2/2020): “',
        quote,
        '”',
      ),
    ],
    [
      'en',
      'foreign',
      at(
        'According to Nội quy thư viện giả định (legal document, Imaginary Library, 12/NQ-TV), Article 7: “',
        quote,
        '”',
      ),
    ],
    [
      'en',
      'official',
      at(
        'According to 12/NQ-TV, Article 7, clause 3 (Nội quy thư viện giả định, in force since 1 February 2020): “',
        quote,
        '”',
      ),
    ],
    ['zh', 'domestic', at('根据《Nội quy thư viện giả định》（12/NQ-TV），Điều 7：“', quote, '”')],
    [
      'zh',
      'official',
      at(
        '根据12/NQ-TV，第7条，第3款（《Nội quy thư viện giả định》，生效日期：2020年2月1日）：“',
        quote,
        '”',
      ),
    ],
    [
      'fr',
      'official',
      at(
        'Selon 12/NQ-TV, article 7, paragraphe 3 (Nội quy thư viện giả định, en vigueur depuis le 1er février 2020)\u00a0: «\u00a0',
        quote,
        '\u00a0»',
      ),
    ],
    [
      'ru',
      'foreign',
      at(
        'Согласно документу Nội quy thư viện giả định (правовой акт, Thư viện giả định, 12/NQ-TV), статья 7: «',
        quote,
        '»',
      ),
    ],
  ])('%s for %s', (language, audience, expected) => {
    expect(draft(language, audience, 'statement')?.headline.text).toBe(expected);
  });

  test('a point is named with the clause above it', () => {
    const made = draft('vi', 'official', 'short', {
      text: 'Mỗi lần mượn sách được giữ trong 60 ngày.',
    });
    expect(made?.headline.text).toBe(
      'Theo 12/NQ-TV, điểm a khoản 2 Điều 7: “Mỗi lần mượn sách được giữ trong 30 ngày.”',
    );
  });

  test('outside an article a list number is no clause', () => {
    const source = { ...rules, headingPath: ['Chương II'] };
    const made = draft('vi', 'official', 'short', { sources: [source] });
    expect(made?.headline.text).toMatch(/^Theo 12\/NQ-TV, Chương II: /);
  });
});

describe('lengths', () => {
  test('a question opens each part, and only it; the headline asks nothing', () => {
    const made = draft('vi', 'domestic', 'qa');
    const asked = made?.sentences.map(({ role, text }) => [role, /^([^“?]*\?)/.exec(text)?.[1]]);
    expect(asked?.slice(0, 4)).toEqual([
      ['FACT', 'Nguồn nói gì?'],
      ['WARNING', 'Luận điểm nào không khớp?'],
      ['MYTH', undefined],
      ['WHY', 'Vì sao không khớp?'],
    ]);
    expect(asked?.at(-1)).toEqual(['FACT', 'Cần nhớ điều gì?']);
    const more = draft('vi', 'domestic', 'qa', { sources: [rules, stores] });
    const openings = more?.sentences.map(
      ({ text }) => text.split(' Theo ')[0]?.split(', theo ')[0],
    );
    expect(openings?.slice(3)).toEqual([
      'Vì sao không khớp?',
      'Ngoài ra',
      'Nguồn còn nói gì?',
      'Ngoài ra',
    ]);
    expect(made?.headline.text).not.toContain('?');
  });

  test('a note quotes more, each once and those of a document together, and at most eight', () => {
    const made = draft('vi', 'domestic', 'note', { sources: [rules, stores] });
    const quotes = made?.sentences.flatMap(({ citations }) => citations.map((one) => one.quote));
    expect(new Set(quotes).size).toBe(quotes?.length);
    expect(quotes?.length).toBe(8);
    const versions = made?.sentences
      .filter(({ role }) => role === 'FACT')
      .slice(1)
      .map(({ citations }) => citations[0]?.versionId);
    expect(versions).toEqual(versions?.toSorted());
  });

  test('a short draft repeats its quotes where they fit', () => {
    const made = draft('vi', 'domestic', 'short');
    expect(made?.sentences.map(({ text }) => text)).toEqual([
      `Theo 12/NQ-TV, Điều 7: “${quote}”`,
      'Sau đây không khớp nguồn:',
      `Luận điểm: “${claim}”`,
      'Lý do: xem câu trích ở trên.',
      expect.stringMatching(/^(?:Và theo 12\/NQ-TV, Điều 7: “.*”|Cần nhớ: câu trích ở trên\.)$/u),
    ]);
  });

  test('a short draft points back at its quote where there is no room, with the same citation', () => {
    const long = sampleSource(
      'Bạn đọc dưới 18 tuổi của thư viện giả định được mượn tối đa 4 cuốn sách trong 30 ngày và không phải trả phí.',
    );
    const made = draft('vi', 'domestic', 'short', { sources: [long] });
    expect(made?.sentences.slice(3)).toEqual([
      { ...made?.sentences[3], role: 'WHY', text: TEMPLATES.vi.pointers.WHY },
      { ...made?.sentences[4], role: 'FACT', text: TEMPLATES.vi.pointers.FACT },
    ]);
    expect(made?.sentences[3]?.citations).toEqual(made?.headline.citations);
  });

  test('there is no short draft of a quote that fills it', () => {
    const long = sampleSource(`Bạn đọc được mượn 4 cuốn sách ${'và báo cũ '.repeat(20)}.`);
    expect(draft('vi', 'domestic', 'short', { sources: [long] })).toBeNull();
    expect(draft('vi', 'domestic', 'statement', { sources: [long] })).not.toBeNull();
  });
});

test('a pointer passes the gate only after the quote it points at', () => {
  const made = draft('vi', 'domestic', 'short', { sources: [rules] });
  if (made === null) throw new Error('no draft');
  const [first, warning, myth] = made.sentences;
  const citations = made.headline.citations;
  const why = { role: 'WHY' as const, text: TEMPLATES.vi.pointers.WHY, citations };
  const last = { role: 'FACT' as const, text: TEMPLATES.vi.pointers.FACT, citations };
  if (first === undefined || warning === undefined || myth === undefined) throw new Error('short');
  const sentences = [first, warning, myth, why, last];
  expect(gate({ ...made, sentences }, claim, [rules]).ok).toBe(true);
  const moved = citations.map((one) => ({ ...one, end: one.end - 1 }));
  const elsewhere = { ...why, citations: moved };
  const reworded = { ...why, text: 'Lý do: xem câu trích ở dưới.' };
  for (const wrong of [elsewhere, reworded, { ...why, citations: [] }]) {
    const result = gate({ ...made, sentences: [first, warning, myth, wrong, last] }, claim, [
      rules,
    ]);
    expect(result.dropped.map(({ sentence }) => sentence)).toEqual([wrong]);
  }
  expect(gate({ ...made, sentences: [last, warning, myth, why, first] }, claim, [rules]).ok).toBe(
    false,
  );
});

test('every form in every language passes the gate, and a short one has at most 280 code points', () => {
  const shortCases = { offered: 0, tried: 0 };
  for (let number = 0; number < 8; number += 1) {
    const place = ['thư viện', 'bảo tàng', 'bến xe'][number % 3] ?? '';
    const filler = ' theo nội quy đã niêm yết'.repeat(number % 5);
    const body = [
      `Mỗi khách của ${place} giả định được nhận ${number + 3} vé${filler}.`,
      `Khách của ${place} giả định được gửi ${number + 2} xe.`,
      `Khách đến ${place} giả định được nghỉ ${number + 5} phút${filler}.`,
    ].join(' ');
    const source = {
      ...rules,
      ...sampleSource(body, { passageId: `q${number}`, versionId: `w${number}` }),
      documentNumber: number % 2 === 0 ? null : `${number}/QĐ-GĐ`,
      documentTitle: `Quy định của ${place} giả định`,
      headingPath: ['Điều 3'],
    };
    const text = `Mỗi khách của ${place} giả định được nhận ${number + 90} vé.`;
    for (const language of draftLanguages) {
      for (const audience of audiences) {
        for (const length of lengths) {
          const made = draft(language, audience, length, { text, sources: [source] });
          if (length === 'short') shortCases.tried += 1;
          if (made === null) {
            expect(length).toBe('short');
            continue;
          }
          expect(gate(made, text, [source])).toMatchObject({ ok: true, dropped: [] });
          if (length !== 'short') continue;
          shortCases.offered += 1;
          const spoken = made.sentences.map((one) => one.text).join(' ');
          expect(Array.from(spoken).length).toBeLessThanOrEqual(280);
          expect(spokenLength(made.sentences)).toBe(Array.from(spoken).length);
        }
      }
    }
  }
  expect(shortCases.tried).toBe(160);
  expect(shortCases.offered).toBeGreaterThan(120);
});
