import fc from 'fast-check';
import { expect, test } from 'vitest';

import { matchingText } from './matching-text.ts';

test.each([
  { name: 'decomposed letters', text: 'Việt Nam'.normalize('NFD'), expected: 'Việt Nam' },
  {
    name: 'invisible characters',
    text: 'Hoàng\u200B Sa\u202E là\uFEFF của\u00AD ta',
    expected: 'Hoàng Sa là của ta',
  },
  { name: 'struck-through letters', text: 'đ\u0336ả\u0336ng', expected: 'đảng' },
  { name: 'look-alikes among held letters', text: 'Hоàng Sа đẹpppp', expected: 'Hoàng Sa đẹp' },
  {
    name: 'a post',
    text: 'Mn ơiii 😱😱 CP bán #HoangSa cho TQ rùi, ko thấy ai nói j!!! https://example.org/x :((',
    expected: 'Mọi người ơi Chính phủ bán Hoang Sa cho Trung Quốc rồi, không thấy ai nói gì!',
  },
  {
    name: 'capitals',
    text: 'CHÍNH PHỦ VN KO CÒN TIỀN TRẢ LƯƠNG',
    expected: 'chính phủ việt nam không còn tiền trả lương',
  },
  { name: 'pieces', text: 'đ.ảng và H.ồ C.h.í M.i.n.h', expected: 'đảng và Hồ Chí Minh' },
  { name: 'hashtags alone', text: '#hoangsatruongsa', expected: 'hoang sa truong sa' },
  {
    name: 'English chat',
    text: 'was it 5 k for a vs b? They said so, see www.example.org',
    expected: 'was it 5 k for a vs b? They said so, see',
  },
  { name: 'only emoji', text: '😀😀 ❤️', expected: '' },
  { name: 'only an address', text: 'https://example.org/a?b=1', expected: '' },
  { name: 'nothing', text: ' \u200B\n', expected: '' },
])('$name', ({ text, expected }) => {
  expect(matchingText(text)).toBe(expected);
});

test.each([
  'Quốc hội đã thông qua Luật Đất đai với 87,63% đại biểu tán thành vào ngày 18/01/2024.',
  'Theo Nghị quyết 29-NQ/TW, đến năm 2030 GDP bình quân đạt 7.500 USD; xem điểm a, khoản 2, Điều 5.',
  'Ông nói: “Biển Đông là vấn đề chung của khu vực” – rồi ra về... Vì sao?',
  'Người dân khỏe mạnh, quý hóa; gìn giữ hòa bình ở thế kỷ XXI.',
  'The committee will see all of the books (see p. 5 k, vs. e.g. U.S. GDP) on a weekly basis.',
  'It’s 5 p.m.; Dr. J. K. Lee of the IAEA said: "No, it is not."',
  '中华人民共和国外交部发言人说：“南海问题”。',
  'Министр иностранных дел России прибыл в Ханой.',
])('plain text stays: %s', (text) => {
  expect(matchingText(text)).toBe(text);
});

const piece = fc.constantFrom(
  ...'ko k VN TQ đẹppp quáaa hoà qúy TP.HCM H.ồ C.h.í #hoangsa #BienDong2024 :)) =( ^^ ... !!! ** ` _ # @ . , ( ) 5 57-KL/TW V i ệ t N a m 😀 https://a.b/c www.x e ngại CHÍNH PHỦ KHÔNG NÓI a, b the of and Нам Vіệt 南海'.split(
    ' ',
  ),
);
const noisyText = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', '', '\n')), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(''));
const anyText = fc.string({ unit: 'binary', maxLength: 40 });

test('is idempotent and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(noisyText, anyText), (text) => {
      const once = matchingText(text);
      expect(matchingText(once)).toBe(once);
    }),
    { numRuns: 2000, seed: 20_261_122 },
  );
});

test.each([
  'a',
  'á',
  'a.',
  'a ',
  'A ',
  '#',
  '#a',
  '#A',
  ':(',
  '.',
  '!',
  '*',
  'ko ',
  'a_',
  'а',
  '😀',
  '<3 ',
  'a-',
  'www.',
])('takes linear time on 64 KiB of %j', (unit) => {
  const started = performance.now();
  matchingText(unit.repeat(65_536 / unit.length));
  expect(performance.now() - started).toBeLessThan(1500);
});
