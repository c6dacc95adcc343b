import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';

import { sliceCodePoints } from '#language/code-points.ts';
import { AppError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';

import { drawPdf } from '../../../test/support/pdf-file.ts';
import { readCorpusFile } from './read-file.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const prose =
  'Thư viện giả định mở cửa từ thứ hai đến thứ bảy. Mỗi bạn đọc được mượn năm quyển sách.';
/** `prose` as a font of the TCVN3 family shows it. */
const tcvn3 =
  'Th\u00AD viÖn gi¶ ®Þnh më cöa tõ thø hai ®Õn thø b¶y. Mçi b¹n ®äc ®\u00ADîc m\u00ADîn n¨m quyÓn s¸ch.';

async function docx(lines: readonly (string | Paragraph)[], title?: string): Promise<Uint8Array> {
  const children = lines.map((line) =>
    typeof line === 'string' ? new Paragraph({ children: [new TextRun(line)] }) : line,
  );
  const document = new Document({
    ...(title === undefined ? {} : { title }),
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const head = [
  'HỘI ĐỒNG GIẢ ĐỊNH',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Số: 12/2031/QĐ-HĐGĐ',
  'Hà Nội, ngày 15 tháng 6 năm 2031',
  'QUYẾT ĐỊNH',
  'Về thẻ bạn đọc của thư viện giả định',
  'Điều 1. Thẻ bạn đọc',
  prose,
];

describe('one document', () => {
  test('Markdown: fields, lines behind the front matter, hash of the bytes', async () => {
    const raw = `---\ntitle: Thể lệ\nnumber: 12/2031/QĐ-HĐGĐ\n---\n# Một\n\n<!-- ẩn\nhết -->${prose}\n\nSố: 12/2031/QĐ-HĐGĐ\n`;
    const { mediaType, documents, errors, warnings } = await readCorpusFile(
      bytesOf(raw),
      'a/b/the-le.md',
    );
    expect({ mediaType, errors, warnings }).toEqual({
      mediaType: 'text/markdown',
      errors: [],
      warnings: [],
    });
    expect(documents).toEqual([
      {
        document: {
          key: 'the-le.md',
          title: 'Thể lệ',
          number: '12/2031/QĐ-HĐGĐ',
          text: `# Một\n\n${prose}\n\nSố: 12/2031/QĐ-HĐGĐ`,
          language: 'vi',
          topics: [],
          citable: true,
        },
        places: [
          { start: 0, line: 5 },
          { start: 7, line: 7 },
          { start: 9 + Array.from(prose).length, line: 10 },
        ],
        proposals: [],
        locator: null,
        sourceSha256: await sha256Hex(raw),
      },
    ]);
  });

  test('HTML: places are headings, given fields win', async () => {
    const raw = `<!doctype html><html lang="vi"><title>Trang</title><h2>Giờ</h2><p>${prose}</p></html>`;
    const { documents } = await readCorpusFile(bytesOf(raw), 'trang.html', {
      key: 'k',
      citable: false,
    });
    expect(documents[0]?.document).toMatchObject({
      key: 'k',
      title: 'Trang',
      citable: false,
      language: 'vi',
    });
    expect(documents[0]?.places).toEqual([{ start: 0, heading: 'Giờ' }]);
  });

  test('plain text: what the head says is proposed, the title is kind and subject', async () => {
    const { documents } = await readCorpusFile(bytesOf(head.join('\n')), 'qd.txt');
    const [read] = documents;
    expect(read?.document).toEqual({
      key: 'qd.txt',
      title: 'Quyết định Về thẻ bạn đọc của thư viện giả định',
      text: head.join('\n'),
      language: 'vi',
      topics: [],
      citable: true,
    });
    expect(read?.proposals.map(({ field, value }) => `${field} ${value}`)).toEqual([
      'issuer HỘI ĐỒNG GIẢ ĐỊNH',
      'number 12/2031/QĐ-HĐGĐ',
      'kind law',
      'issued_on 2031-06-15',
    ]);
    expect(read?.places).toHaveLength(8);
  });

  test('DOCX: title from the head, its own properties, a heading, or as given', async () => {
    const titleOf = async (bytes: Uint8Array, title?: string): Promise<string | undefined> =>
      (await readCorpusFile(bytes, 'a.docx', title === undefined ? {} : { title })).documents[0]
        ?.document.title;
    expect(await titleOf(await docx(head))).toBe('Quyết định Về thẻ bạn đọc của thư viện giả định');
    expect(await titleOf(await docx(head, 'Thẻ bạn đọc'))).toBe('Thẻ bạn đọc');
    expect(await titleOf(await docx(head, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))).toMatch(
      /^Quyết định/,
    );
    const heading = new Paragraph({ text: 'Mục đầu', heading: HeadingLevel.HEADING_1 });
    expect(await titleOf(await docx([prose, heading]))).toBe('Mục đầu');
    expect(await titleOf(await docx([prose]))).toBe(prose);
    expect(await titleOf(await docx([prose]), 'Khác')).toBe('Khác');
  });

  test('PDF: pages are places', async () => {
    const bytes = await drawPdf((pdf) => {
      pdf.text(prose);
      pdf.addPage().text('Trang hai nói về phòng đọc giả định.');
    });
    const { documents, mediaType } = await readCorpusFile(bytes, 'mau.pdf');
    expect(mediaType).toBe('application/pdf');
    expect(documents[0]?.document.key).toBe('mau.pdf');
    expect(documents[0]?.places.map(({ page }) => page)).toEqual([1, 2]);
  });
});

describe('older encodings', () => {
  test.each([
    ['a.txt', latin1(tcvn3), /^the file was in TCVN3/],
    ['b.txt', bytesOf(tcvn3), /^the text was in TCVN3/],
    ['c.html', bytesOf(`<title>T</title><p>${tcvn3}</p>`), /^the text was in TCVN3/],
    ['d.csv', latin1(`key,text\na,${tcvn3}`), /^the file was in TCVN3/],
    ['e.txt', new Uint8Array(Buffer.from(`\uFEFF${prose}`, 'utf16le')), null],
  ])('%s is converted, with a warning', async (name, bytes, warning) => {
    const { documents, warnings } = await readCorpusFile(bytes, name);
    expect(documents[0]?.document.text).toBe(prose);
    expect(warnings).toEqual(warning === null ? [] : [expect.stringMatching(warning)]);
  });

  test('a DOCX in a VNI font: places and title move with the text', async () => {
    const vni = 'Thö vieän giaû ñònh môû cöûa töø thöù hai ñeán thöù baûy.';
    const heading = new Paragraph({ text: 'Giôø môû cöûa', heading: HeadingLevel.HEADING_1 });
    const { documents, warnings } = await readCorpusFile(
      await docx([vni, heading, vni]),
      'cu.docx',
    );
    const [read] = documents;
    expect(warnings).toEqual([expect.stringMatching(/VNI/)]);
    expect(read?.document.title).toBe('Giờ mở cửa');
    const [place] = read?.places ?? [];
    expect(place).toEqual({ start: 50, heading: 'Giờ mở cửa' });
    expect(sliceCodePoints(read?.document.text ?? '', place?.start ?? 0, 62)).toBe('# Giờ mở cửa');
  });
});

describe('files of many documents', () => {
  test('JSON lines: hash of each line, faults by line, defaults', async () => {
    const raw =
      '{"id":"a","text":"Nội dung giả định","lang":"vi"}\n\nx\n{"id":"b","text":"Nội dung khác"}\n';
    const { documents, errors } = await readCorpusFile(bytesOf(raw), 'a.jsonl', {
      topics: ['t'],
      key: 'k',
    });
    expect(
      documents.map(({ document, places, locator }) => [
        document.key,
        document.topics,
        places,
        locator,
      ]),
    ).toEqual([
      ['a', ['t'], [{ start: 0, line: 1 }], 'line 1'],
      ['b', ['t'], [{ start: 0, line: 4 }], 'line 4'],
    ]);
    expect(documents[0]?.sourceSha256).toBe(await sha256Hex(raw.split('\n')[0] ?? ''));
    expect(errors.map(({ where, error }) => `${where}: ${error.message}`)).toEqual([
      'line 3: line 3: not valid JSON',
    ]);
  });

  test('CSV and TSV: the same row has the same hash', async () => {
    const csv = await readCorpusFile(bytesOf('key,text\na,Nội dung giả định\nb,\n'), 'a.csv');
    const tsv = await readCorpusFile(
      bytesOf('text\tkey\tghi chú\nNội dung giả định\ta\tx'),
      'a.tsv',
    );
    expect([csv.mediaType, tsv.mediaType]).toEqual(['text/csv', 'text/tab-separated-values']);
    expect(csv.documents[0]?.locator).toBe('line 2');
    expect(csv.errors.map(({ where }) => where)).toEqual(['line 3']);
  });
});

describe('what cannot be read is refused with a remedy', () => {
  test.each([
    ['a.txt', '', 'a.txt: the file is empty', /copied completely/],
    ['a.txt', ' \n', 'a.txt: text is empty (offset 0)', /visible/],
    ['thu-muc/', 'a', 'thu-muc/: the file is a folder', /files in it/],
    ['..', 'a', '..: the file is a folder', /files in it/],
    ['', 'a', 'the file: the file is a folder', /files in it/],
    ['a', 'a', 'a: the file has no extension', /use one of \.md/],
    ['a.exe', 'a', 'a.exe: the file is of an unknown kind (.exe)', /use one of \.md/],
    ['a.doc', 'a', 'a.doc: the file is of an unknown kind (.doc)', /save it as \.docx/],
    ['a.xlsx', 'a', 'a.xlsx: the file is of an unknown kind (.xlsx)', /\.csv/],
    ['a.docx', '%PDF-1.7', 'a.docx: the file is a PDF named .docx', /name it \.pdf/],
    [
      'a.pdf',
      'PK\u0003\u0004',
      'a.pdf: the file is a zip archive such as .docx named .pdf',
      /\.docx/,
    ],
    [
      'a.txt',
      'ÐÏ\u0011à¡±\u001Aá',
      'a.txt: the file is an Office file of before 2007, or an encrypted one named .txt',
      /\.docx/,
    ],
    ['a.txt', '{\\rtf1', 'a.txt: the file is an RTF document named .txt', /\.docx/],
    ['a.pdf', '\u0089PNG', 'a.pdf: the file is a picture named .pdf', /text/],
    ['a.md', ' <!DOCTYPE html><p>a', 'a.md: the file is an HTML page named .md', /name it \.html/],
    ['a.md', 'Nội dung', 'a.md is not UTF-8, and its encoding is not clear', /UTF-8/],
    ['a.txt', '123 456', 'a.txt: the language could not be detected', /language/],
    ['a.html', '<p>a</p>', 'a.html: title is missing', /<title>/],
    ['a.csv', 'a,b', 'a.csv: no rows below the names of the columns', /first row/],
  ])('%s %j', async (name, content, message, remedy) => {
    const error = await readCorpusFile(latin1(content), name).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ message, remedy: expect.stringMatching(remedy) as string });
  });

  test('a file above 64 MiB', async () => {
    const error = await readCorpusFile(new Uint8Array(67_108_865), 'a.pdf').catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({
      code: 'too_large',
      message: 'a.pdf: the file is larger than 64 MiB',
    });
  });
});
