import { expect, test } from 'vitest';
import { maxPostBytes, preparePost } from './prepare-post.ts';

test('what is kept of a post is masked text, platform, address and time', async () => {
  const post = await preparePost({
    text: '\uFEFFTheo @tai_khoan: giá điện tăng 3% từ 1/1/2026.\r\n',
    platform: ' Facebook ',
    url: 'https://facebook.com/tai.khoan/posts/1?fbclid=x',
    postedAt: '2026-01-02T08:00:00+07:00',
  });
  expect(post.text).toBe('Theo [tài khoản]: giá điện tăng 3% từ 1/1/2026.');
  expect(post).toMatchObject({
    platform: 'facebook',
    canonicalUrl: 'https://facebook.com/_/posts/1',
    language: 'vi',
    masked: { handle: 1 },
  });
  expect(post.postedAt?.toISOString()).toBe('2026-01-02T01:00:00.000Z');
  expect(Object.keys(post).toSorted()).toEqual([
    'canonicalUrl',
    'contentSha256',
    'language',
    'masked',
    'platform',
    'postedAt',
    'requestSha256',
    'text',
  ]);
});

test('the hash is of the masked text in one normal form', async () => {
  const [a, b] = await Promise.all([
    preparePost({ text: 'Việt Nam có 63 tỉnh.' }),
    preparePost({ text: 'Việt Nam có 63 tỉnh.'.normalize('NFD') }),
  ]);
  expect(a.contentSha256).toBe(b.contentSha256);
});

test.each([
  ['text', { text: '' }],
  ['text', { text: ' \n\t\u200B' }],
  ['text', { text: 'a\0b' }],
  ['text', { text: 'a\uD800b' }],
  ['platform', { text: 'a', platform: '<script>' }],
  ['platform', { text: 'a', platform: '' }],
  ['url', { text: 'a', url: 'javascript:alert(1)' }],
  ['posted_at', { text: 'a', postedAt: 'yesterday' }],
  ['posted_at', { text: 'a', postedAt: '2026-13-45' }],
  ['posted_at', { text: 'a', postedAt: '0001-01-01' }],
])('a wrong %s is named: %j', async (field, input) => {
  await expect(preparePost(input, 'posts[7].')).rejects.toMatchObject({
    code: 'validation',
    field: `posts[7].${field}`,
    remedy: expect.stringMatching(/./),
  });
});

test('a post over the limit is refused with the limit', async () => {
  await expect(preparePost({ text: 'a'.repeat(maxPostBytes + 1) })).rejects.toMatchObject({
    code: 'too_large',
    field: 'text',
  });
  await expect(preparePost({ text: 'a'.repeat(maxPostBytes) })).resolves.toBeDefined();
});
