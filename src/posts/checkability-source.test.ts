import { expect, test } from 'vitest';
import { withoutSource } from './checkability-source.ts';

test.each([
  ['Nghe bà bán nước kể cầu mới đã sập một nhịp.', 'cầu mới đã sập một nhịp.'],
  ['Anh thợ điện khẳng định Điều 9 cấm bắt người.', 'Điều 9 cấm bắt người.'],
  ['Có tin nhà ga bị cháy đêm qua.', 'nhà ga bị cháy đêm qua.'],
  ['nghe noi nha ga bi chay dem qua', 'nha ga bi chay dem qua'],
  ['Hồ này thuộc tỉnh bên, tôi vừa xem bản đồ.', 'Hồ này thuộc tỉnh bên'],
  ['Hồ này thuộc tỉnh bên, sách địa ghi vậy.', 'Hồ này thuộc tỉnh bên'],
  ['Someone told me Article 9 permits exile.', 'Article 9 permits exile.'],
  ['The lake lies across the border, my notes say.', 'The lake lies across the border'],
  ['The lake lies across the border, look it up!', 'The lake lies across the border'],
])('%s', (text, core) => {
  expect(withoutSource(text)).toBe(core);
});

test.each([
  'Trang thông tin cho người nước ngoài đã cũ.',
  'Bệnh viện này dày đặc người chờ, báo cáo thì dày.',
  'Người ta nói nhiều quá.',
  'Nghe nói vậy.',
  'The town has three flags per lamp post.',
  'I heard it.',
  '',
  'İstanbul, I heard it somewhere',
])('nothing is taken from %j', (text) => {
  expect(withoutSource(text)).toBe(text);
});
