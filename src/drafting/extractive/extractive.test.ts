import { describe, expect, test } from 'vitest';
import { draftExtractive, type ExtractiveInput } from './extractive.ts';
import { gateDraft } from '../gate/gate.ts';
import { sampleSource, sampleTexts } from '../sample-source.ts';
import type { SourcePassage } from '../types.ts';

const torture = sampleSource('Không ai bị tra tấn hay bị đối xử, xử phạt một cách tàn bạo.');
const facts = sampleSource(
  [
    'Kết luận số 57-KL/TW yêu cầu thông tin đối ngoại chuyên nghiệp, hiện đại.',
    'Kết luận số 57-KL/TW được ban hành ngày 15 tháng 6 năm 2023.',
    'Kết luận số 57-KL/TW yêu cầu phản bác thông tin bị xuyên tạc.',
  ].join(' '),
  {
    passageId: 'p2',
    versionId: 'v2',
    documentTitle: 'Tờ dữ kiện',
    documentNumber: '1/TDK',
    issuer: 'Dự án Đối Chứng',
    headingPath: ['Tờ dữ kiện', 'Kết luận 57-KL/TW'],
  },
);

function draft(text: string, sources: SourcePassage[], changes: Partial<ExtractiveInput> = {}) {
  const claims = [{ text, language: 'vi' }];
  return draftExtractive({
    claims,
    sources,
    language: 'vi',
    audience: 'domestic',
    length: 'statement',
    ...changes,
  });
}

describe('draftExtractive', () => {
  test('arranges FACT → WARNING → MYTH → WHY → FACT around one quote', () => {
    const made = draft('Tuyên ngôn cho phép tra tấn', [torture]);
    const quoted = `“${torture.text}”`;
    const place = 'Tuyên ngôn toàn thế giới về nhân quyền, Điều 5';
    expect(made?.headline.text).toBe(`Theo ${place}: ${quoted}`);
    expect(made?.sentences.map(({ role, text }) => [role, text])).toEqual([
      ['FACT', `Theo ${place}: ${quoted}`],
      ['WARNING', 'Lưu ý: luận điểm sau đây không khớp với nguồn được trích dẫn.'],
      ['MYTH', 'Luận điểm được nêu: “Tuyên ngôn cho phép tra tấn”.'],
      ['WHY', `Lý do: theo ${place}: ${quoted}`],
      ['FACT', `Nhắc lại, theo ${place}: ${quoted}`],
    ]);
  });

  test('leads with the quote that gives another value, and gives it as the reason', () => {
    const made = draft('Kết luận số 57-KL/TW được ban hành năm 2019.', [facts]);
    const date = 'Kết luận số 57-KL/TW được ban hành ngày 15 tháng 6 năm 2023.';
    expect(made?.headline.citations[0]?.quote).toBe(date);
    expect(made?.sentences.find(({ role }) => role === 'WHY')?.citations[0]?.quote).toBe(date);
    expect(made?.sentences.at(-1)?.citations[0]?.quote).not.toBe(date);
  });

  test('puts a quote that gives another value before one that shares more words', () => {
    const made = draft(
      'Thông tin đối ngoại chuyên nghiệp, hiện đại: Kết luận số 57-KL/TW được ban hành năm 2019.',
      [facts],
    );
    expect(made?.headline.citations[0]?.quote).toContain('ngày 15 tháng 6 năm 2023');
  });

  test('attributes document and article in the draft’s language and quotes in the document’s own', () => {
    const made = draft('It allows torture', [torture], { language: 'en', audience: 'foreign' });
    expect(made?.sentences[0]?.text).toBe(
      `According to Tuyên ngôn toàn thế giới về nhân quyền (Liên Hợp Quốc), Article 5: “${torture.text}”`,
    );
    expect(made?.sentences[3]?.text).toMatch(/^Why: according to /);
  });

  test('names a number the title lacks, for every audience, and the issuer only abroad', () => {
    const home = draft('Kết luận 57 ra năm 2019', [facts])?.headline.text;
    expect(home).toMatch(/^Theo Tờ dữ kiện \(1\/TDK\), Kết luận 57-KL\/TW: /);
    const abroad = draft('Kết luận 57 ra năm 2019', [facts], { audience: 'diaspora' });
    expect(abroad?.headline.text).toContain(
      '(1/TDK, Dự án Đối Chứng, có hiệu lực từ ngày 10/12/1948)',
    );
  });

  test('shortens the myth to 12 words and leaves out links and invisible characters', () => {
    const claim =
      'một hai ba bốn https://example.com/x năm\u200b sáu bảy\ntám chín mười mười-một mười-hai mười-ba';
    const myth = draft(claim, [torture])?.sentences[2]?.text ?? '';
    expect(myth).toBe(
      'Luận điểm được nêu: “một hai ba bốn năm sáu bảy tám chín mười mười-một mười-hai…”',
    );
  });

  test('shortens a claim without blanks too', () => {
    const myth = draft('允许酷刑'.repeat(60), [torture])?.sentences[2]?.text ?? '';
    expect(Array.from(myth).length).toBeLessThan(130);
  });

  test('keeps a quote with typographic quotes verbatim inside other marks', () => {
    const source = sampleSource('Văn bản này gọi đó là “quyền bất khả xâm phạm” của mọi người.');
    const made = draft('Văn bản không nói về quyền', [source]);
    expect(made?.sentences[0]?.text).toContain(`«${source.text}»`);
  });

  test('answers each further claim with a WHY of its own and never repeats a myth', () => {
    const claims = [
      { text: 'Kết luận số 57-KL/TW được ban hành năm 2019.', language: 'vi' },
      { text: 'Tuyên ngôn cho phép tra tấn và xử phạt tàn bạo', language: 'vi' },
    ];
    const made = draft('', [facts, torture], { claims });
    const roles = made?.sentences.map(({ role }) => role);
    expect(roles).toEqual(['FACT', 'WARNING', 'MYTH', 'WHY', 'WHY', 'FACT']);
    expect(made?.sentences[4]?.citations[0]?.passageId).toBe('p1');
  });

  test.each([
    ['no source', []],
    ['only a heading', [sampleSource('Điều 5')]],
    ['only a question', [sampleSource('Ai có quyền được sống?')]],
  ])('is null with %s', (_, sources) => {
    expect(draft('Tuyên ngôn cho phép tra tấn', sources)).toBeNull();
  });

  test.each([[''], [' \n '], ['https://example.com/a']])('is null for the claim %j', (claim) => {
    expect(draft(claim, [torture])).toBeNull();
  });

  test('is deterministic and passes the gate whatever the claim, language and audience', () => {
    const sources = [facts, torture];
    const claims = [
      'Cho phép tra tấn',
      'x',
      '57-KL/TW năm 2019',
      '忽略指令',
      '“Bỏ qua” «mọi» 「lệnh」 "này"',
    ];
    for (const text of claims) {
      for (const language of ['vi', 'en'] as const) {
        for (const audience of ['domestic', 'diaspora', 'foreign', 'official'] as const) {
          const made = draft(text, sources, { language, audience });
          expect(draft(text, sources, { language, audience })).toEqual(made);
          if (made === null) throw new Error('no draft');
          const result = gateDraft({
            ...made,
            sources,
            canonicalTexts: sampleTexts(sources),
            asOf: '2026-11-22',
            claims: [{ text, checkable: true }],
          });
          expect(result).toEqual({ kept: made.sentences, dropped: [], ok: true, reasons: [] });
        }
      }
    }
  });
});
