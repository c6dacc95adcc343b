import { describe, expect, test } from 'vitest';

import { readCsv } from './csv.ts';

const file = { fileName: 'bang.csv' };

test('a table with the fields of a document', () => {
  const raw =
    '\uFEFFkey,title,text,topics,citable,issued_on,valid_from,source_url\r\n' +
    'a,Tựa,"Nội dung, có dấu phẩy\nvà ""hai"" dòng.",mẫu; thử,false,2031-01-05,15/6/2031,https://a.vn/x\r\n' +
    '\r\n' +
    'b,,"=SUM(A1:A9) là chữ, không phải phép tính.",,,,,\r\n';
  const { documents, errors } = readCsv(raw, file);
  expect(errors).toEqual([]);
  expect(documents.map(({ document }) => document)).toEqual([
    {
      key: 'a',
      title: 'Tựa',
      text: 'Nội dung, có dấu phẩy\nvà "hai" dòng.',
      topics: ['mẫu', 'thử'],
      citable: false,
      issued_on: '2031-01-05',
      valid_from: '2031-06-15',
      source_url: 'https://a.vn/x',
      language: 'vi',
    },
    {
      key: 'b',
      title: '=SUM(A1:A9) là chữ, không phải phép tính.',
      text: '=SUM(A1:A9) là chữ, không phải phép tính.',
      topics: [],
      citable: true,
      language: 'vi',
    },
  ]);
  expect(documents.map(({ line }) => line)).toEqual([2, 5]);
});

test.each([';', '\t'])('Vietnamese names of columns, parted by %j', (delimiter) => {
  const rows = [
    [
      'STT',
      'Số hiệu',
      'Tiêu đề',
      'NỘI DUNG',
      'Ngày ban hành',
      'Cơ quan ban hành',
      'Được trích dẫn',
      'Khối',
    ],
    [
      '1',
      '98-KL/TW',
      'Kết luận giả định',
      'Thư viện giả định mở cửa.',
      '5.3.2031',
      'Hội giả định',
      'Không',
      'Đảng',
    ],
  ];
  const raw = rows.map((row) => row.join(delimiter)).join('\n');
  const { documents } = readCsv(raw, { ...file, defaults: { language: 'vi', topics: ['t'] } });
  expect(documents.map(({ document }) => document)).toEqual([
    {
      key: '98-KL/TW',
      number: '98-KL/TW',
      title: 'Kết luận giả định',
      text: 'Thư viện giả định mở cửa.',
      issued_on: '2031-03-05',
      issuer: 'Hội giả định',
      citable: false,
      pillar: 'party',
      language: 'vi',
      topics: ['t'],
    },
  ]);
});

test('the same cells are the same row, whatever parts them', () => {
  const one = readCsv('key,text\na,Nội dung giả định', file).documents[0];
  const other = readCsv('key;text;stt\na;Nội dung giả định;7', file).documents[0];
  expect(one?.source).toBe(other?.source);
});

describe('rows that are wrong are named, the others are read', () => {
  test.each([
    ['a,Nội dung khác,,', 'key', 'line 3: the key a was already used in line 2'],
    [',Nội dung khác,,', 'key', 'line 3: key is missing'],
    ['b,,,', 'line 3: text', 'line 3: text is empty (offset 0)'],
    ['b,Nội dung khác,31/02/2031,', 'issued_on', 'line 3: issued_on is not valid'],
    ['b,Nội dung khác,,maybe', 'citable', 'line 3: citable is not valid'],
    ['b,Nội dung,khác,,,', 'line', 'line 3: 6 cells for 4 columns'],
  ])('%s', (row, field, message) => {
    const raw = `key,text,issued_on,citable\na,Nội dung giả định,,\n${row}\nz,Nội dung cuối cùng,,`;
    const { documents, errors } = readCsv(raw, file);
    expect(documents.map(({ document }) => document.key)).toEqual(['a', 'z']);
    expect(errors).toEqual([
      { line: 3, error: expect.objectContaining({ field, message }) as Error },
    ]);
    expect(errors[0]?.error.remedy?.length).toBeGreaterThan(5);
  });
});

test.each([
  ['', 'file', 'bang.csv: no rows below the names of the columns'],
  ['key,text\n', 'file', 'bang.csv: no rows below the names of the columns'],
  ['key,title\na,b', 'text', 'bang.csv: no column for the text'],
  ['text\nb', 'key', 'bang.csv: no column that tells rows apart'],
  ['key,text,valid_too\na,b,c', 'valid_too', 'bang.csv: unknown column valid_too'],
  ['key,text,nội dung\na,b,c', 'text', 'bang.csv: two columns for text'],
  ['key,text\na,"b', 'file', 'bang.csv: line 2: a quotation mark is never closed'],
  ['key,text\na,"b" c', 'file', 'bang.csv: line 2: a quotation mark stands within a cell'],
])('%j is refused', (raw, field, message) => {
  expect(() => readCsv(raw, file)).toThrow(expect.objectContaining({ field, message }) as Error);
});
