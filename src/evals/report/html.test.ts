import { expect, test } from 'vitest';
import { escapeHtml, html } from './html.ts';

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  [`" onload='x' &`, '&quot; onload=&#39;x&#39; &amp;'],
  ['Việt Nam 🙂', 'Việt Nam 🙂'],
  ['a\u0000b\u0008c\td', 'abc\td'],
])('%j is escaped', (text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped);
});

test('what is put into markup is escaped once, markup itself is not', () => {
  const item = html`<li title="${'"'}">${'<b>'}</li>`;
  const list = html`<ul>
    ${[item, item]}${null}${3}
  </ul>`;
  expect(list.markup.replace(/\s/gu, '')).toBe(
    '<ul><lititle="&quot;">&lt;b&gt;</li><lititle="&quot;">&lt;b&gt;</li>3</ul>',
  );
});
