import { describe, expect, test } from 'vitest';
import { maskComment, maxCommentLength, readCommentText } from './comment-text.ts';

describe('what is typed', () => {
  test('is kept in NFC without white space around it', () => {
    expect(readCommentText('  Số thứ hai\r\nkhác \n')).toBe('Số thứ hai\nkhác');
    expect(readCommentText('Vie\u0323\u0302t')).toBe('Việt');
    expect(readCommentText('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
  });

  test.each([
    ['nothing', ' \n\u200b'],
    ['NUL', 'a\0b'],
    ['a control character', 'a\u0007b'],
    ['half of a surrogate pair', 'a\ud800'],
    ['more than 5,000 code points', 'a'.repeat(maxCommentLength + 1)],
  ])('is refused: %s', (_, raw) => {
    expect(() => readCommentText(raw)).toThrow(expect.objectContaining({ field: 'text' }));
  });

  test('counts code points, not UTF-16 units', () => {
    expect(readCommentText('😀'.repeat(maxCommentLength))).toHaveLength(2 * maxCommentLength);
  });
});

describe('masking', () => {
  const people = [{ userId: 'lan', name: 'Lan Anh' }];

  test('keeps colleagues and hides accounts, telephones and addresses', () => {
    const { text, mentions } = maskComment(
      '@Lan Anh: bài của @nguoidang_88, gọi 0912 345 678, thư a.b@thuvien.example',
      people,
    );
    expect(text).toBe('@Lan Anh: bài của [tài khoản], gọi [số điện thoại], thư [thư điện tử]');
    expect(mentions).toHaveLength(1);
  });

  test('is refused when its placeholders make it too long', () => {
    expect(() => maskComment('@ab12 '.repeat(800), people)).toThrow(/at most 5000/);
  });
});
