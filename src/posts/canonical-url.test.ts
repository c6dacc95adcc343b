import { expect, test } from 'vitest';
import { canonicalUrl } from './canonical-url.ts';

test.each([
  ['https://example.com/a?utm_source=x&id=1#top', 'https://example.com/a?id=1'],
  ['https://user:secret@example.com/a', 'https://example.com/a'],
  ['http://www.example.com/tin/1', 'http://example.com/tin/1'],
  // The account's name goes, the post's own id stays.
  ['https://x.com/some_account/status/12345?s=20', 'https://x.com/_/status/12345'],
  ['https://m.facebook.com/some.account/posts/777?mibextid=a', 'https://facebook.com/_/posts/777'],
  ['https://facebook.com/watch?v=99&ref=share', 'https://facebook.com/watch?v=99'],
  ['https://www.tiktok.com/@some_account/video/1', 'https://tiktok.com/_/video/1'],
  ['https://t.me/some_channel/42', 'https://t.me/_/42'],
  ['https://www.youtube.com/watch?v=abc&si=tracker', 'https://youtube.com/watch?v=abc'],
  // Nothing but a profile: nothing is kept.
  ['https://facebook.com/some.account', null],
  ['https://www.youtube.com/@some_account', null],
  ['https://zalo.me/0900000000', null],
  ['https://www.facebook.com/profile.php?id=100000000000001', null],
  ['https://x.com/', null],
])('%s → %s', (raw, expected) => {
  expect(canonicalUrl(raw)).toBe(expected);
});

test.each([
  '',
  'not a url',
  'javascript:alert(1)',
  'ftp://example.com/a',
  `https://example.com/${'a'.repeat(2000)}`,
])('%j is refused', (raw) => {
  expect(() => canonicalUrl(raw, 'posts[0].url')).toThrow(
    expect.objectContaining({ code: 'validation', field: 'posts[0].url' }),
  );
});
