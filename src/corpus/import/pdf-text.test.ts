import { expect, test } from 'vitest';

import { sliceCodePoints } from '#language/code-points.ts';
import type { ValidationError } from '#platform/errors.ts';

import { drawPdf, streamObject, writePdf } from '../../../test/support/pdf-file.ts';
import { readPdfText } from './pdf-text.ts';

const sentence = (number: number): string =>
  `Câu số ${number} của thư viện giả định nói về giờ mở cửa và việc mượn sách của bạn đọc.`;
const sentences = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => sentence(from + index)).join(' ');
const read = async (...drawing: Parameters<typeof drawPdf>): ReturnType<typeof readPdfText> =>
  readPdfText(await drawPdf(...drawing), 'mau.pdf');
const line = (document: PDFKit.PDFDocument, text: string, y: number, x = 72): PDFKit.PDFDocument =>
  document.text(text, x, y, { lineBreak: false });

test('lines become paragraphs, and titles, clauses and short lines stay apart', async () => {
  const { text, title, warnings } = await read(
    (document) => {
      document.fontSize(16).text('NỘI QUY GIẢ ĐỊNH', { align: 'center' }).fontSize(11).moveDown();
      document.text(sentences(1, 4), { align: 'justify', indent: 20 });
      document.text(sentences(5, 3), { align: 'justify', indent: 20 });
      document
        .text('Điều 2. Giờ mở cửa')
        .text('1. Sáng từ 8 giờ.')
        .text(`2. ${sentences(8, 2)}`);
    },
    { info: { Title: 'Nội quy  giả định' } },
  );
  expect(text.split('\n\n')).toEqual([
    'NỘI QUY GIẢ ĐỊNH',
    sentences(1, 4),
    sentences(5, 3),
    'Điều 2. Giờ mở cửa',
    '1. Sáng từ 8 giờ.',
    `2. ${sentences(8, 2)}`,
  ]);
  expect(title).toBe('Nội quy giả định');
  expect(warnings).toEqual([]);
});

test('two columns are read one after another below a title that crosses them', async () => {
  const { text } = await read((document) => {
    document.fontSize(14).text('Tựa chạy ngang qua cả hai cột của trang giả định này');
    document.fontSize(9).moveDown();
    document.text(sentences(1, 24), { columns: 2, columnGap: 20, height: 420, align: 'justify' });
  });
  expect(text.replace(/\n\n/g, ' ')).toBe(
    `Tựa chạy ngang qua cả hai cột của trang giả định này ${sentences(1, 24)}`,
  );
});

test('a table is one line per row', async () => {
  const { text } = await read((document) => {
    document.text(sentences(1, 2)).moveDown();
    document.table({
      data: [
        ['Phòng', 'Số chỗ', 'Ghi chú'],
        ['Đọc chung', '40', 'Tầng một'],
        ['Thiếu nhi', '20', 'Tầng hai'],
      ],
    });
    document.moveDown().text(sentences(3, 2));
  });
  const rows = 'Phòng | Số chỗ | Ghi chú\nĐọc chung | 40 | Tầng một\nThiếu nhi | 20 | Tầng hai';
  expect(text).toBe(`${sentences(1, 2)}\n\n${rows}\n\n${sentences(3, 2)}`);
});

test('a paragraph runs across a page, notes follow it, and headers and footers go', async () => {
  const { text, places, warnings } = await read(
    (document) => {
      for (let page = 1; page <= 4; page += 1) {
        if (page > 1) document.addPage();
        line(document.fontSize(8), 'Báo cáo của thư viện giả định', 30);
        line(document, `- ${page} -`, 800, 290);
        const start = page % 2 === 0 ? 'tiếp theo trang trước. ' : '';
        const end = page % 2 === 1 ? ` ${'và câu này còn đi '.repeat(9)}` : '';
        document.fontSize(11);
        document.text(`${start}${sentences(page * 10, 5)}${end}`, 72, 72, { align: 'justify' });
        if (page === 1) line(document.fontSize(7), '1 Chú thích về việc mượn sách.', 700);
      }
    },
    { margins: { top: 20, bottom: 20, left: 72, right: 72 } },
  );
  expect(text).not.toMatch(/Báo cáo|- \d -/);
  expect(warnings).toEqual(['8 headers, footers and page numbers were left out']);
  const [first, note, second] = text.split('\n\n');
  const crossing = `${'và câu này còn đi '.repeat(9)}tiếp theo trang trước. ${sentences(20, 5)}`;
  expect(first).toBe(`${sentences(10, 5)} ${crossing}`);
  expect(note).toBe('1 Chú thích về việc mượn sách.');
  expect(second).toMatch(/^Câu số 30 /);
  expect(places.map(({ page }) => page)).toEqual([1, 2, 1, 3, 4]);
  expect(sliceCodePoints(text, places[1]?.start ?? 0)).toMatch(/^tiếp theo trang trước/);
});

test('every sentence of 200 pages is on the page that places name', async () => {
  const { text, places } = await read((document) => {
    for (let page = 0; page < 200; page += 1) {
      if (page > 0) document.addPage();
      document.text(sentences(page * 20, 20));
    }
  });
  for (const number of [0, 19, 20, 1999, 2000, 3999]) {
    const at = text.indexOf(sentence(number));
    expect(at).toBeGreaterThanOrEqual(0);
    expect(places.findLast(({ start }) => start <= at)?.page).toBe(Math.floor(number / 20) + 1);
  }
});

test.each([
  [
    ['Một truyền thống về co-', 'operation with inter-', 'national libraries'],
    'cooperation with international libraries',
  ],
  [['It is well-known, and well-', 'known things are written'], 'well-known things'],
  [['Bệnh do COVID-', '19 gây ra'], 'COVID-19'],
  [['Quan hệ Việt-', 'Lào hữu nghị giả định'], 'Việt-Lào'],
  [['Phát triển kinh tế -', 'xã hội của vùng giả định'], 'kinh tế - xã hội'],
])('%j has %s', async (lines, expected) => {
  const { text } = await read((document) => {
    for (const [index, own] of lines.entries()) line(document, own, 100 + index * 14);
  });
  expect(text.replace(/\n+/g, ' ')).toContain(expected);
});

test('raised marks, letters printed twice and separate tone marks stay in their words', async () => {
  const { text } = await read((document) => {
    line(document, 'mượn sách', 100);
    const end = 72 + document.widthOfString('mượn sách');
    line(document.fontSize(6), '12', 101, end + 0.5).fontSize(11);
    line(document, 'Đậm', 140);
    line(document, 'Đậm', 140, 72.3);
    line(document, 'Ti', 180);
    line(document, 'ê\u0301ng', 180, 72 + document.widthOfString('Ti'));
  });
  expect(text.split('\n\n')).toEqual(['mượn sách12', 'Đậm', 'Tiếng']);
});

test('a page that is only a picture is named, and a file of pictures is refused', async () => {
  const picture = (document: PDFKit.PDFDocument): unknown =>
    document.rect(100, 100, 200, 200).fill('red');
  const mixed = await read((document) => {
    document.text(sentences(1, 3));
    for (let page = 2; page <= 4; page += 1) picture(document.addPage());
    document.addPage().fill('black').text(sentences(4, 3));
  });
  expect(mixed.warnings).toEqual(['pages without text, perhaps pictures of text: 2–4']);
  expect(mixed.places.map(({ page }) => page)).toEqual([1, 5]);
  await expect(read(picture)).rejects.toThrow(
    expect.objectContaining({
      message: expect.stringContaining('scan') as string,
      remedy: expect.stringContaining('OCR') as string,
    }) as ValidationError,
  );
});

test('text at an angle is left out aloud', async () => {
  const { text, warnings } = await read((document) => {
    document.text(sentences(1, 2));
    document.rotate(45, { origin: [300, 400] });
    line(document, 'BẢN NHÁP', 400, 300);
  });
  expect(text).toBe(sentences(1, 2));
  expect(warnings).toEqual(['1 pieces of text at an angle were left out']);
});

const withFont = (cmap: string): Uint8Array =>
  writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    streamObject('BT /F 12 Tf 100 700 Td (ABAB CC) Tj ET'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
    streamObject(
      `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar ${cmap} endbfchar endcmap end`,
    ),
  ]);

test('fonts that do not say which letters they draw are refused', async () => {
  await expect(readPdfText(withFont('<41> <E041> <42> <E042>'), 'mau.pdf')).rejects.toThrow(
    /mau\.pdf: 67 % of the characters cannot be read/,
  );
  expect((await readPdfText(withFont('<41> <0110> <42> <1EC1>'), 'mau.pdf')).text).toBe('ĐềĐề CC');
});
