import { expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import type { Gap } from './gap.ts';
import { gapCsv, toCell } from './gap-csv.ts';

const gap: Gap = {
  id: '0190-a',
  claimText: 'Cầu gỗ "giả định", dài\nbốn mươi mét',
  language: 'vi',
  claims: 2,
  posts: 2,
  declinedPosts: 1,
  submissions: 3,
  firstSubmittedAt: new Date('2026-11-01T00:00:00Z'),
  lastSubmittedAt: new Date('2026-11-20T00:00:00Z'),
  score: 1.234567,
  topic: '=cmd',
  pillar: null,
  nearest: { documentTitle: 'Sổ tay', documentKey: 'so-tay', probability: 0.123456 },
  answer: null,
  answerableNow: false,
  postIds: ['p1', 'p2'],
};

test.each([
  ['', ''],
  ['chữ thường', 'chữ thường'],
  ['a,b', '"a,b"'],
  ['a "b"', '"a ""b"""'],
  ['a\r\nb', '"a\r\nb"'],
  ['=1+1', "'=1+1"],
  ['+84', "'+84"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['  =1', "'  =1"],
  ['\t=1', "'\t=1"],
  ['＝1', "'＝1"],
  ['1=1', '1=1'],
  [-1, '-1'],
  [0.5, '0.5'],
  [true, 'true'],
  [null, ''],
] as const)('%j becomes %j', (value, cell) => {
  expect(toCell(value)).toBe(cell);
});

test('a spreadsheet reads back what was written', () => {
  const text = gapCsv([gap]);
  expect(text.startsWith('\uFEFFid,claim_text,')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(parse(text, { columns: true, bom: true })).toEqual([
    {
      id: '0190-a',
      claim_text: 'Cầu gỗ "giả định", dài\nbốn mươi mét',
      language: 'vi',
      topic: "'=cmd",
      pillar: '',
      score: '1.2346',
      submissions: '3',
      posts: '2',
      declined_posts: '1',
      claims: '2',
      first_submitted_at: '2026-11-01T00:00:00.000Z',
      last_submitted_at: '2026-11-20T00:00:00.000Z',
      nearest_document: 'Sổ tay',
      nearest_document_key: 'so-tay',
      nearest_probability: '0.1235',
      answerable_now: 'false',
      answer_document: '',
      answer_document_key: '',
      answer_probability: '',
      post_ids: 'p1 p2',
    },
  ]);
});

test('no gaps: the header alone', () => {
  expect(gapCsv([]).split('\r\n')).toHaveLength(2);
});
