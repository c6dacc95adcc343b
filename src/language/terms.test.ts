import { expect, test } from 'vitest';

import { lexicalTerms } from './terms.ts';

test.each([
  ['Quốc hội đã thông qua', ['quoc', 'hoi', 'da', 'thong', 'qua']],
  ['1.000.000 1,000,000 1000000', ['1000000', '1000000', '1000000']],
  ['2,5 triệu; 2.5 million', ['2.5', 'trieu', '2.5', 'million']],
  ['12.500 đồng, 0.125', ['12500', 'dong', '0.125']],
  ['Kết luận 57-KL/TW', ['ket', 'luan', '57-kl/tw', '57', 'kl', 'tw']],
  ['01-ĐA/TW', ['01-da/tw', '1', 'da', 'tw']],
  ['100/2015/QH13', ['100/2015/qh13', '100', '2015', 'qh13']],
  ['15/06/2023 và 15/6/2023', ['15', '6', '2023', 'va', '15', '6', '2023']],
  ['1945-1975', ['1945', '1975']],
  ['COVID-19, 5G', ['covid', '19', '5g']],
  ['xem https://a.vn/b?c=d và www.x.org/y nhé', ['xem', 'va', 'nhe']],
  ['vnexpress.net/tin-123.html đưa tin', ['dua', 'tin']],
  ['中国公民有自由', ['中国', '公民', '有', '自由']],
  ['南海诸岛', ['南海', '诸岛']],
  ['越南政府', ['越南', '政府']],
  ['ประเทศเวียดนามเป็นสมาชิกอาเซียน', ['ประเทศ', 'เวียดนาม', 'เป็น', 'สมาชิก', 'อาเซียน']],
  ['ປະເທດຫວຽດນາມເປັນສະມາຊິກ', ['ປະເທດ', 'ຫວຽດນາມ', 'ເປັນ', 'ສະມາຊິກ']],
  ['សមុទ្រចិនខាងត្បូង', ['សមុទ្រ', 'ចិន', 'ខាងត្បូង']],
  ['တောင်တရုတ်ပင်လယ်', ['တောင်', 'တရုတ်', 'ပင်လယ်']],
  ['ベトナム政府は発表した', ['ベトナム', '政府', 'は', '発表', 'した']],
  ['ប្រទេស\u200Bកម្ពុជា', ['ប្រទេស', 'កម្ពុជា']],
  ['Việt Nam说南海', ['viet', 'nam', '说', '南海']],
  ['ปี ๒๕๖๗, ឆ្នាំ ២០២៤, ၂၀၂၄, ２０２４, ٢٠٢٤', ['ปี', '2567', 'ឆ្នាំ', '2024', '2024', '2024', '2024']],
  ['于2023年发布', ['于', '2023', '年', '发布']],
  ['don’t stop', ['don', 't', 'stop']],
  ['한국 사람', ['한국', '사람']],
  ['... !!! 😀', []],
])('%s', (text, terms) => {
  expect(lexicalTerms(text)).toEqual(terms);
});

test.each(['ประเทศไทยเป็นสมาชิก', 'ປະເທດລາວເປັນສະມາຊິກ', 'ប្រទេសកម្ពុជាជាសមាជិក', '日本国憲法は施行された'])(
  '%s is cut into words that make up the text',
  (text) => {
    const terms = lexicalTerms(text);
    expect(terms.length).toBeGreaterThan(2);
    expect(terms.join('')).toBe(text.normalize('NFKC'));
  },
);

test('accented, bare, upper-case and decomposed copies agree', () => {
  const terms = lexicalTerms('Điều 5 quy định về thuế');
  for (const copy of ['Dieu 5 quy dinh ve thue', 'ĐIỀU 5 QUY ĐỊNH VỀ THUẾ']) {
    expect(lexicalTerms(copy)).toEqual(terms);
  }
  expect(lexicalTerms('Điều 5 quy định về thuế'.normalize('NFD'))).toEqual(terms);
});

test('10,000 passages of 60 words take less than a second or so', () => {
  const passage = 'Mọi người đều có quyền tự do ngôn luận và bày tỏ ý kiến '.repeat(5);
  const started = performance.now();
  for (let count = 0; count < 10_000; count += 1) lexicalTerms(passage);
  expect(performance.now() - started).toBeLessThan(3000);
});
