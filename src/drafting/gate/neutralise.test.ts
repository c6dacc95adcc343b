import { describe, expect, test } from 'vitest';
import { hasAddress, hasMarkup, isJoining, isNeutralText, neutralise } from './neutralise.ts';

describe('neutralise', () => {
  test.each([
    ['a link', 'Ngoài ra, [xem đây](https://example.com/x "t"), theo', 'Ngoài ra, xem đây, theo'],
    ['an image', '![mô tả](data:image/png;base64,AAAA) theo', 'mô tả theo'],
    ['a reference link', '[xem][1] theo\n[1]: https://example.com', 'xem theo'],
    ['a bare link', 'Theo https://example.com/a?b=c nguồn', 'Theo nguồn'],
    ['a domain', 'Theo example.com/a nguồn', 'Theo nguồn'],
    ['a script link', 'Theo javascript:alert(1) nguồn', 'Theo nguồn'],
    ['an e-mail address', 'Theo ai@example.org nguồn', 'Theo nguồn'],
    ['a handle', 'Theo @ai_do nguồn', 'Theo nguồn'],
    ['HTML', 'Theo <img src=x onerror=a()> <b>nguồn</b>', 'Theo nguồn'],
    ['an HTML comment', 'Theo <!-- ẩn --> nguồn', 'Theo nguồn'],
    ['an entity', 'Theo&nbsp;nguồn&#60;', 'Theo nguồn'],
    ['emphasis', '**Theo** *nguồn* __này__ _đó_', 'Theo nguồn này đó'],
    ['a heading and a list', '# Theo\n- nguồn\n> này', 'Theo nguồn này'],
    ['code', '```js\nTheo\n``` `nguồn`', 'Theo nguồn'],
    ['invisible characters', 'Th\u200beo\u00ad \u202engu\u2066ồn\ufeff', 'Theo nguồn'],
    ['tag characters', 'Theo\u{e0041}\u{e0042} nguồn', 'Theo nguồn'],
    ['control characters', 'Theo\u0007\u001b[31m nguồn', 'Theo 31m nguồn'],
    ['NFD and runs of blanks', 'Theo  nguồn\u00a0\n'.normalize('NFD'), 'Theo nguồn'],
    ['nothing', ' \n', ''],
  ])('takes out %s', (_, text, expected) => {
    expect(neutralise(text)).toBe(expected);
    expect(neutralise(expected)).toBe(expected);
    expect(hasMarkup(expected)).toBe(false);
  });

  test.each(['Theo Điều 5, khoản 2 (1/TDK): văn bản nêu.', 'A.B. and 3.5 per cent', 'snake_case'])(
    'leaves %s',
    (text) => {
      expect(neutralise(text)).toBe(text);
      expect(hasMarkup(text)).toBe(false);
      expect(hasAddress(text)).toBe(false);
    },
  );
});

describe('neutral text', () => {
  test.each([
    ['Ngoài ra, theo', 'vi', true],
    ['Văn bản này nêu rõ rằng:', 'vi', true],
    ['Cụ thể như sau:', 'vi', true],
    ['In addition, according to', 'en', true],
    ['The document states that', 'en', true],
    ['', 'vi', true],
    ['', 'fr', true],
    ['Selon', 'fr', false],
    ['Ngoài ra, theo', 'en', false],
    ['Rõ ràng theo', 'vi', false],
    ['Văn bản không nêu', 'vi', false],
    ['Văn bản nêu mọi', 'vi', false],
    ['Văn bản chỉ nêu', 'vi', false],
    ['Văn bản đã nêu 3', 'vi', false],
    ['The document only states', 'en', false],
    ['The document never states', 'en', false],
    ['Contrary to the text', 'en', false],
    ['The document proves that', 'en', false],
    ['theo **nguồn**', 'vi', false],
    ['theo nguồn!', 'vi', false],
  ])('%j in %s: %s', (text, language, expected) => {
    expect(isNeutralText(text, language)).toBe(expected);
  });

  test.each([
    ['Cụ thể như sau:', true],
    ['In addition:', true],
    ['Theo văn bản.', false],
    ['Nguồn nói điều đó.', false],
    ['.', false],
    ['', false],
  ])('%j joins: %s', (text, expected) => {
    expect(isJoining(text)).toBe(expected);
  });
});
