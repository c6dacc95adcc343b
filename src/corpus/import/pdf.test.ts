import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';

import { TooLargeError, ValidationError } from '#platform/errors.ts';

import { drawPdf, streamObject, writePdf } from '../../../test/support/pdf-file.ts';
import { PDF_BOUNDS, readPdf } from './pdf.ts';

const file = { fileName: 'mau.pdf' };
const draw = (options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> =>
  drawPdf((document) => void document.text('Thư viện giả định mở cửa lúc 8 giờ.'), options);
const withContent = (content: Uint8Array): Uint8Array =>
  writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    content,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
const flate = (data: Uint8Array): Uint8Array =>
  streamObject(deflateSync(data), '/Filter /FlateDecode');

test('a file is read in its thread, and its bytes stay with the caller', async () => {
  const bytes = await draw({ ownerPassword: 'y', permissions: { copying: false } });
  const before = bytes.slice();
  expect(await readPdf(bytes, file)).toEqual({
    text: 'Thư viện giả định mở cửa lúc 8 giờ.',
    places: [{ start: 0, page: 1 }],
    title: null,
    warnings: [],
  });
  expect(bytes).toEqual(before);
});

const whole = await draw();
const broken = whole.slice();
broken.set(Buffer.from('xx'), whole.length >> 1);
const cases: Array<[string, Uint8Array, string]> = [
  ['a file that needs a password', await draw({ userPassword: 'x' }), 'needs a password'],
  ['nothing', new Uint8Array(), 'not a PDF'],
  ['a zip', Buffer.from('PK\u0003\u0004 and more'), 'not a PDF'],
  ['half a file', whole.slice(0, whole.length >> 1), 'cut off'],
  ['only an end', Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'), 'damaged'],
  [
    'pages in a circle',
    writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 9 >>']),
    'damaged',
  ],
  [
    'a packed stream that is broken',
    withContent(streamObject('no zlib', '/Filter /FlateDecode')),
    '',
  ],
  ['a picture', await drawPdf((document) => void document.rect(9, 9, 9, 9).fill('red')), 'scan'],
];

test.each(cases)('%s is refused', async (_, bytes, message) => {
  const error = await readPdf(bytes, file).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({ field: 'file', remedy: expect.any(String) as string });
  expect((error as Error).message).toMatch(/^mau\.pdf: /);
  expect((error as Error).message).toContain(message);
});

test('a stream that unpacks without end is stopped by its memory', async () => {
  const bytes = withContent(flate(Buffer.alloc(400_000_000, ' ')));
  expect(bytes.length).toBeLessThan(1_000_000);
  const bounds = { ...PDF_BOUNDS, maxBytes: 150_000_000 };
  await expect(readPdf(bytes, { ...file, bounds })).rejects.toThrow(/takes too much memory/);
});

test('work without end is stopped by its time', async () => {
  const bytes = withContent(flate(Buffer.alloc(60_000_000, 'q Q ')));
  const bounds = { ...PDF_BOUNDS, timeoutMs: 1500 };
  const start = performance.now();
  await expect(readPdf(bytes, { ...file, bounds })).rejects.toThrow(/takes too much time/);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('too many pages and too many runs of text are refused', async () => {
  const kids = Array.from({ length: 2001 }, () => '3 0 R').join(' ');
  const pages = writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count 2001 >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>',
  ]);
  await expect(readPdf(pages, file)).rejects.toThrow(TooLargeError);
  await expect(readPdf(pages, file)).rejects.toThrow(/more than 2000 pages/);
  const runs = 'BT /F 9 Tf 1 0 0 1 100 700 Tm (a) Tj 1 0 0 1 300 500 Tm (b) Tj ET ';
  const bytes = withContent(flate(Buffer.from(runs.repeat(30_000))));
  await expect(readPdf(bytes, file)).rejects.toThrow(/more than 50000 runs of text on a page/);
});
