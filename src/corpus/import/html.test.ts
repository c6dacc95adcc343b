import { expect, test } from 'vitest';

import { parseHtml } from './html.ts';

const file = { fileName: 'trang.html' };

test('a page becomes lines', () => {
  const raw = `<!doctype html><html lang="vi-VN"><head><title> Văn bản &amp; mẫu </title>
    <style>p{}</style></head><body><nav><a>Trang chủ</a></nav><main><h1>Tựa</h1>
    <script>alert('x')</script><div><p>Một&nbsp;hai <b>ba</b>,
    bốn.</p><p>Năm<br>sáu &lt;7&gt; &#272;iều.</p></div><ul><li>tám</li><li><p>chín</p></li></ul>
    <table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>
    <p style="display: none">ẩn</p><p hidden>ẩn</p></main><footer>chân trang</footer></body></html>`;
  const document = parseHtml(raw, file);
  expect(document.title).toBe('Văn bản & mẫu');
  expect(document.language).toBe('vi');
  expect(document.key).toBe('trang.html');
  expect(document.text).toBe(
    '# Tựa\n\nMột hai ba, bốn.\n\nNăm\nsáu <7> Điều.\n\n- tám\n\n- chín\n\na | b\n\n1 | 2',
  );
});

test('given fields win, and a heading stands in for a title', () => {
  const raw = '<h2>Phụ</h2><h1>Tên <i>trang</i></h1><p>Nội dung của trang này.</p>';
  expect(parseHtml(raw, file).title).toBe('Tên trang');
  expect(parseHtml(raw, { ...file, key: 'k', title: 'Khác', citable: false })).toMatchObject({
    key: 'k',
    title: 'Khác',
    citable: false,
    language: 'vi',
  });
});

test.each([
  ['<p>Chỉ có nội dung.</p>', 'title'],
  ['<title>Trống</title><body><script>1</script></body>', 'trang.html: text'],
])('%s is refused, naming %s', (raw, field) => {
  expect(() => parseHtml(raw, file)).toThrow(expect.objectContaining({ field }) as Error);
});

test('a page without a body leaves its declaration out', () => {
  const raw = '<!DOCTYPE html><title>Trang</title><p>Nội dung của trang này.</p>';
  expect(parseHtml(raw, file).text).toBe('Nội dung của trang này.');
});

test('deep nesting is no danger', () => {
  const depth = 5000;
  const raw = `<title>Sâu</title>${'<div>'.repeat(depth)}Nội dung của trang${'</div>'.repeat(depth)}`;
  expect(parseHtml(raw, file).text).toBe('Nội dung của trang');
});
