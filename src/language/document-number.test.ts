import { expect, test } from 'vitest';
import { documentNumberTerms, findDocumentNumbers } from './document-number.ts';
import { lexicalTerms } from './terms.ts';

test.each([
  ['57-KL/TW', ['57-kl/tw']],
  ['57/KL-TW', ['57-kl/tw']],
  ['57 - KL/TW', ['57-kl/tw']],
  ['KL 57', ['57-kl/tw']],
  ['KL57-TW', ['57-kl/tw']],
  ['kl57', ['57-kl/tw']],
  ['Kết luận số 57', ['57-kl/tw']],
  ['Kết luận 57-KL/TW', ['57-kl/tw']],
  ['ket luan so: 57', ['57-kl/tw']],
  ['Conclusion No. 57-KL/TW', ['57-kl/tw']],
  ['Conclusion No. 57', ['57-kl/tw']],
  ['Nghị quyết 18-NQ/TW', ['18-nq/tw']],
  ['NQ 18', ['18-nq/tw', '18/nq-cp']],
  ['NGHỊ QUYẾT SỐ 18', ['18-nq/tw', '18/nq-cp']],
  ['Chỉ thị 12', ['12-ct/tw', '12/ct-ttg']],
  ['Chỉ thị số 12-CT/TW', ['12-ct/tw']],
  ['12/CT-TTg', ['12/ct-ttg']],
  ['Nghị định 100/2015/NĐ-CP', ['100/2015/nd-cp']],
  ['nd 100/2015', ['100/2015/nd-cp']],
  ['Nghị định 100/2015', ['100/2015/nd-cp']],
  ['Decree 100/2015/ND-CP', ['100/2015/nd-cp']],
  ['Luật số 45/2019/QH14', ['45/2019/qh14']],
  ['Luật 45/2019', ['45/2019/qh14']],
  ['luat so 45/2016', ['45/2016/qh13', '45/2016/qh14']],
  ['1-ĐA/TW', ['1-da/tw']],
  ['01-ĐA/TW', ['1-da/tw']],
  ['Đề án 01', ['1-da/tw']],
  ['05/2020/TT-BTC', ['5/2020/tt-btc']],
  ['01/2021/TTLT-BTP-BNG', ['1/2021/ttlt-btp-bng']],
  ['1/2013/UBTVQH13', ['1/2013/ubtvqh13']],
  ['Kết luận 57 - nội dung', ['57-kl/tw']],
  ['NQ18/TW', ['18-nq/tw']],
])('%s', (text, candidates) => {
  for (const copy of [text, text.toUpperCase(), text.toLowerCase()]) {
    expect(findDocumentNumbers(`theo ${copy}, rồi`).map((one) => one.candidates)).toEqual([
      candidates,
    ]);
  }
});

test.each([
  'ngày 15/6/2023',
  'năm 2023',
  '24/7',
  'COVID-19',
  'kết luận 5,7 triệu',
  'quyết định 57%',
  'quyết định quan trọng 57',
  'Luật 45',
  'luật pháp 2019',
  'kl',
  '1945-1975',
  '10/2/x',
  '',
])('%j names no document', (text) => {
  expect(findDocumentNumbers(text)).toEqual([]);
});

test('places are code points and the longest form counts', () => {
  const text = '😀 Kết luận 57-KL/TW và NQ18';
  const points = Array.from(text);
  expect(
    findDocumentNumbers(text).map(({ start, end }) => points.slice(start, end).join('')),
  ).toEqual(['57-KL/TW', 'NQ18']);
});

test.each(['57-KL/TW', '57/KL-TW', '57-KL-TW', '01-ĐA/TW', '100/2015/NĐ-CP', '45/2019/QH14'])(
  'the index term of %s is among the terms of its candidate',
  (text) => {
    const [number] = findDocumentNumbers(text);
    expect(documentNumberTerms(number?.candidates[0] ?? '')).toContain(lexicalTerms(text)[0]);
  },
);

test('a text of 100,000 characters takes less than a second', () => {
  const started = performance.now();
  expect(findDocumentNumbers('kết luận 57 - nq 18/ '.repeat(5000))).toHaveLength(10_000);
  expect(findDocumentNumbers('1/'.repeat(50_000))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(3000);
});
