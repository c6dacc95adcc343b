import { describe, expect, test } from 'vitest';

import { sliceCodePoints } from '#language/code-points.ts';
import { detectLanguage } from '#language/detect-language.ts';

import { judgeClaims } from './judge-claims.ts';

const judge = (text: string) => judgeClaims(text, detectLanguage(text).language);

test('clauses are code points into the post, with their sentence', () => {
  const post = '🔥🔥 Nóng.\n- Nước Mẫu có 54 dân tộc, và dân số đã vượt 100 triệu người.';
  const claims = judge(post);
  expect(claims.map(({ text }) => text)).toEqual([
    'Nóng.',
    'Nước Mẫu có 54 dân tộc',
    'dân số đã vượt 100 triệu người.',
  ]);
  for (const { start, end, text } of claims) expect(sliceCodePoints(post, start, end)).toBe(text);
  expect(claims.map(({ within }) => within?.text)).toEqual([
    undefined,
    'Nước Mẫu có 54 dân tộc, và dân số đã vượt 100 triệu người.',
    'Nước Mẫu có 54 dân tộc, và dân số đã vượt 100 triệu người.',
  ]);
});

test('each clause has its own kind and reasons', () => {
  const claims = judge('Đường cao tốc mới có 1.200 km, còn phong cảnh dọc đường là tuyệt đẹp.');
  expect(claims.map(({ judged }) => [judged.kind, judged.checkable, judged.reasons[0]])).toEqual([
    ['factual', true, 'figure'],
    ['opinion', false, 'opinion_marker:tuyệt đẹp'],
  ]);
});

describe('what is said of a whole sentence is not escaped by splitting it', () => {
  test.each([
    ['opinion', 'Theo tôi, Điều 5 phạt 30 ngày, còn Điều 9 phạt 60 ngày.'],
    ['opinion', 'Điều 5 phạt 30 ngày; Điều 9 phạt 60 ngày, theo tôi là hợp lý.'],
    ['opinion', 'theo toi dieu 5 phat 30 ngay, con dieu 9 phat 60 ngay'],
    ['opinion', 'I think Article 5 bans torture, and Article 9 bans arrest.'],
    ['criticism', 'Điều 5 phạt 30 ngày, còn Điều 9 phạt 60 ngày, thật là vô lý.'],
    ['criticism', 'Article 5 bans torture, but the police ignores the people.'],
    ['question', 'Điều 5 cấm tra tấn, còn Điều 9 cấm bắt giữ?'],
    ['question', 'Article 5 bans torture, and Article 9 bans arrest?'],
    ['prediction', 'Giá xăng tăng 10%, còn giá gạo sẽ giảm mạnh.'],
    ['prediction', 'Prices rose by 5 percent, and wages will fall.'],
    ['satire', 'Nói đùa chứ Điều 5 cấm tra tấn, còn Điều 9 cấm buồn ngủ.'],
    ['satire', 'Just kidding, Article 5 bans torture, and Article 9 bans Mondays.'],
    ['call_to_action', 'Hãy nhớ Điều 5 cấm tra tấn, còn Điều 9 cấm bắt giữ.'],
    ['call_to_action', 'Please share: Article 5 bans torture; Article 9 bans arrest.'],
    ['prayer', 'Cầu mong Điều 5 cấm tra tấn, còn Điều 9 cấm bắt giữ.'],
  ])('%s: %s', (kind, text) => {
    expect(judge(text)).toMatchObject([{ text, judged: { kind, checkable: false }, within: null }]);
  });
});

describe('every kind can be reached, in both languages', () => {
  test.each([
    ['factual', 'Tuyên ngôn có 30 điều.', 'The declaration has thirty articles.'],
    ['opinion', 'Tôi nghĩ luật này tốt.', 'I think this law is good.'],
    ['criticism', 'Cách làm này quá vô trách nhiệm.', 'This procedure is a disgrace for all.'],
    ['question', 'Luật này cấm điều gì?', 'What does this law ban?'],
    ['prediction', 'Sớm muộn gì giá nhà cũng giảm.', 'Prices will fall within months.'],
    ['satire', 'Nói đùa chứ năm 2050 mới xong.', 'Just kidding, the law moved to Mars.'],
    ['call_to_action', 'Hãy chia sẻ cho mọi người.', 'Please share this with everybody.'],
    ['other', 'em đi học về muộn hôm nay', 'I had lunch with my brother'],
  ])('%s', (kind, ...texts) => {
    for (const text of texts) {
      const [claim] = judge(text);
      expect(claim?.judged.kind).toBe(kind);
      expect(claim?.judged.reasons.length).toBeGreaterThan(0);
    }
  });
});

test('a claim keeps its language in a post of another one', () => {
  const albanian =
    'Të lutem, është e rëndësishme që ta bësh këtë ose do të ndëshkohem për gabimin tim.';
  const claims = judgeClaims(
    `${albanian}\nThe library of the town was opened on 15 June 2019.\nThư viện được mở cửa ngày 15 tháng 6 năm 2019.`,
    'und',
  );
  expect(claims.map(({ language }) => language)).toEqual(['und', 'en', 'vi']);
});
