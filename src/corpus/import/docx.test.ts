import {
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { expect, test } from 'vitest';

import { sliceCodePoints } from '#language/code-points.ts';
import { TooLargeError, ValidationError } from '#platform/errors.ts';

import { makeZip } from '../../../test/support/zip-file.ts';
import { readDocx } from './docx.ts';

const file = { fileName: 'mau.docx' };
type Children = NonNullable<ConstructorParameters<typeof Document>[0]['sections'][0]['children']>;
type Extra = Partial<ConstructorParameters<typeof Document>[0]>;

async function docx(children: Children, extra: Extra = {}): Promise<Uint8Array> {
  return new Uint8Array(
    await Packer.toBuffer(new Document({ ...extra, sections: [{ children }] })),
  );
}
const paragraph = (...children: Array<string | ParagraphChild>): Paragraph =>
  new Paragraph({
    children: children.map((child) => (typeof child === 'string' ? new TextRun(child) : child)),
  });
const heading = (text: string, level: 1 | 2): Paragraph =>
  new Paragraph({ text, heading: HeadingLevel[`HEADING_${level}`] });
const cell = (...lines: string[]): TableCell =>
  new TableCell({ children: lines.map((line) => paragraph(line)) });

test('headings, notes, tables, lists and tracked changes become text with places', async () => {
  const bytes = await docx(
    [
      heading('Chương I', 1),
      paragraph('Thư viện giả định mở cửa lúc 8 giờ', new FootnoteReferenceRun(1), '.'),
      heading('Điều 1. Giờ mở cửa', 2),
      paragraph('Ngày '.normalize('NFD'), new TextRun({ text: 'thứ hai', bold: true }), ' nghỉ.'),
      new Paragraph({ text: 'mục một', bullet: { level: 0 } }),
      new Paragraph({ text: 'mục hai', bullet: { level: 0 } }),
      new Table({
        rows: [
          new TableRow({ children: [cell('Phòng'), cell('Chỗ')] }),
          new TableRow({ children: [cell('Đọc', 'chung'), cell('40')] }),
          new TableRow({ children: [cell('Thiếu nhi'), cell('20')] }),
        ],
      }),
      paragraph(
        'Phí là ',
        new DeletedTextRun({ text: '10', id: 1, author: 'a', date: '2026-01-01T00:00:00Z' }),
        new InsertedTextRun({ text: '20', id: 2, author: 'a', date: '2026-01-01T00:00:00Z' }),
        ' đồng 😀',
      ),
    ],
    {
      title: 'Nội quy <giả định>',
      footnotes: { 1: { children: [paragraph('Trừ ngày lễ.')] } },
    },
  );
  const read = await readDocx(bytes, file);
  expect(read.text).toBe(
    [
      '# Chương I',
      'Thư viện giả định mở cửa lúc 8 giờ[1].',
      '## Điều 1. Giờ mở cửa',
      'Ngày thứ hai nghỉ.',
      '- mục một',
      '- mục hai',
      'Phòng | Chỗ',
      'Đọc chung | 40',
      'Thiếu nhi | 20',
      'Phí là 20 đồng 😀',
      '[1] Trừ ngày lễ.',
    ].join('\n\n'),
  );
  expect(read.title).toBe('Nội quy <giả định>');
  expect(read.places.map(({ heading: name }) => name)).toEqual(['Chương I', 'Điều 1. Giờ mở cửa']);
  expect(sliceCodePoints(read.text, read.places[1]?.start ?? 0)).toMatch(/^## Điều 1/);
  expect(read.warnings).toEqual([expect.stringContaining('tracked changes')]);
});

test('the head of an official document is read cell by cell', async () => {
  const head = new TableRow({
    children: [cell('CƠ QUAN GIẢ ĐỊNH', 'Số: 12/BC'), cell('QUỐC HIỆU', 'Tiêu ngữ')],
  });
  const { text, places, title } = await readDocx(await docx([new Table({ rows: [head] })]), file);
  expect(text.split(/\n+/)).toEqual(['CƠ QUAN GIẢ ĐỊNH', 'Số: 12/BC', 'QUỐC HIỆU', 'Tiêu ngữ']);
  expect(places).toEqual([]);
  expect(title).toBeNull();
});

test('automatic numbers are missed aloud', async () => {
  const numbering = {
    config: [
      { reference: 'n', levels: [{ level: 0, format: 'decimal', text: 'Điều %1.' } as const] },
    ],
  };
  const numbered = new Paragraph({ text: 'Phạm vi', numbering: { reference: 'n', level: 0 } });
  const { warnings } = await readDocx(await docx([numbered], { numbering }), file);
  expect(warnings).toEqual([expect.stringMatching(/^1 paragraphs are numbered automatically/)]);
});

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const document = (body: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`;
const withBody = (xml: string, more: Record<string, string> = {}): Uint8Array =>
  makeZip([
    { name: '[Content_Types].xml', data: TYPES },
    { name: 'word/document.xml', data: xml },
    ...Object.entries(more).map(([name, data]) => ({ name, data })),
  ]);
const run = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

test('a minimal file made by hand is read, so that the refusals below are about what they name', async () => {
  expect((await readDocx(withBody(document(run('Nội dung'))), file)).text).toBe('Nội dung');
});

test.each<[string, Uint8Array, string]>([
  ['an encrypted file', Buffer.concat([OLE, wide('EncryptedPackage')]), 'encrypted'],
  ['an old Word file', Buffer.concat([OLE, wide('WordDocument')]), 'old Word document'],
  ['another OLE file', Buffer.concat([OLE, wide('Workbook')]), 'old Office file'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'not a DOCX'],
  ['nothing', new Uint8Array(), 'not a DOCX'],
  ['a spreadsheet', makeZip([{ name: 'xl/workbook.xml', data: '<a/>' }]), 'spreadsheet'],
  ['an ODT', makeZip([{ name: 'mimetype', data: 'application/x' }]), 'OpenDocument'],
  ['a zip', makeZip([{ name: 'a.txt', data: 'a' }]), 'zip archive'],
  ['half a document', withBody(document(run('a')).slice(0, -30)), 'could not be read'],
  ['no paragraphs', withBody(document('')), 'no text'],
  ['only punctuation', withBody(document(run('—'))), 'no text'],
  ['deep nesting', withBody(document('<w:sdt><w:sdtContent>'.repeat(20_000))), 'could not be read'],
  [
    'an entity bomb',
    withBody(
      document(
        run('&b;'),
        `<!DOCTYPE x [<!ENTITY a "${'lol'.repeat(99)}"><!ENTITY b "${'&a;'.repeat(999)}">]>`,
      ),
    ),
    'declares entities',
  ],
])('%s is refused', async (_, bytes, message) => {
  const error = await readDocx(bytes, file).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({ field: 'file', remedy: expect.any(String) as string });
  expect((error as Error).message).toMatch(/^mau\.docx: /);
  expect((error as Error).message).toContain(message);
});

test('a truncated file and one with a changed byte are refused as damaged', async () => {
  const bytes = await docx([paragraph('Nội dung của thư viện giả định.'.repeat(50))]);
  const changed = bytes.slice();
  changed[Math.floor(bytes.length / 3)] = (changed[Math.floor(bytes.length / 3)] ?? 0) ^ 0x55;
  for (const broken of [bytes.subarray(0, bytes.length - 100), changed]) {
    await expect(readDocx(broken, file)).rejects.toThrow(/mau\.docx: the file is damaged/);
  }
});

test('too many elements are refused before they are read', async () => {
  const bytes = withBody(document('<w:p/>'.repeat(2_000_001)));
  await expect(readDocx(bytes, file)).rejects.toThrow(TooLargeError);
});

test('one long note that is referred to ten thousand times is copied once', async () => {
  const note = `<w:footnotes xmlns:w="${W}"><w:footnote w:id="2">${run('chú '.repeat(20_000))}</w:footnote></w:footnotes>`;
  const marks = '<w:r><w:footnoteReference w:id="2"/></w:r>'.repeat(10_000);
  const xml = document(`<w:p><w:r><w:t>Nội dung</w:t></w:r>${marks}</w:p>`);
  const { text } = await readDocx(withBody(xml, { 'word/footnotes.xml': note }), file);
  expect(text.length).toBeLessThan(100_000);
  expect(text).toMatch(/^Nội dung\[1\]\n\n\[1\] chú/);
});
