import { expect, test } from 'vitest';
import { checkPassword, passwordForm } from './password-rule.ts';

const person = { name: 'Nguyễn Văn Giả', email: 'van.gia@thu-vien.invalid' };

test.each([
  'một con mèo ngồi',
  'Ngày mai trời nắng đẹp',
  'correct horse battery',
  'a'.repeat(3) + 'bcdefghij',
  'Nguyễn Văn Giả thích đọc sách',
  '𝒶𝒷𝒸𝒹𝑒𝒻𝑔𝒽𝒾𝒿𝓀𝓁',
])('%s may be a password', (password) => {
  expect(() => checkPassword(password, person)).not.toThrow();
});

test.each([
  ['eleven chars', 'abcdefghijk', 'password'],
  ['too long', 'ab cd'.repeat(26), 'password'],
  ['empty', '', 'password'],
  ['half a character', `abcdefghijkl\ud800`, 'password'],
  ['common', 'PassWord 1234', 'password.common'],
  ['common in Vietnamese', 'matkhau-123456', 'password.common'],
  ['one letter', 'aaaaaaaaaaaaa', 'password.common'],
  ['own name', 'nguyễn văn giả 1', 'password.own'],
  ['own name, decomposed', 'Nguyễn Văn Giả'.normalize('NFD') + '12', 'password.own'],
  ['own address twice', 'van.giavan.gia', 'password.own'],
])('%s is refused', (_case, password, field) => {
  expect(() => checkPassword(password, person)).toThrow(expect.objectContaining({ field }));
});

test('however the marks were typed, it is one password', () => {
  expect(passwordForm('mật khẩu'.normalize('NFD'))).toBe(passwordForm('mật khẩu'));
});
