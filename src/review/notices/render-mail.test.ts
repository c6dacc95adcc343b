import { expect, test } from 'vitest';
import { renderMail } from './render-mail.ts';

const base = 'https://doichung.example/';

test('counts, links under the public address, and nothing else', () => {
  const news = [
    { kind: 'mention', postId: 'p1' },
    { kind: 'mention', postId: 'p1' },
    { kind: 'returned', postId: 'p2' },
  ] as const;
  expect(renderMail(news, base)).toEqual({
    subject: 'Đối Chứng: 3 việc mới · 3 new notices',
    text: `Đối Chứng có việc mới dành cho bạn:
- Có người nhắc đến bạn: 2
- Dự thảo được trả lại: 1

New for you in Đối Chứng:
- Mentions of you: 2
- Returned drafts: 1

https://doichung.example/posts/p1
https://doichung.example/posts/p2

Tất cả · All: https://doichung.example/notices
`,
  });
});

test('one is one, and of many posts ten are linked', () => {
  expect(renderMail([{ kind: 'returned', postId: null }], base).subject).toMatch(/1 new notice$/);
  const many = Array.from({ length: 30 }, (_, n) => ({
    kind: 'returned' as const,
    postId: `p${n}`,
  }));
  expect(renderMail(many, base).text.match(/\/posts\//g)).toHaveLength(10);
});
