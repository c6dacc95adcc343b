import { ValidationError } from '#platform/errors.ts';

/** Longer input is refused before it is hashed (UTF-16 units; the rule itself counts characters). */
export const maxTypedLength = 1024;

const minCharacters = 12;
const maxCharacters = 128;

/** Long enough to pass the rule, and among the first that anybody tries. */
const common = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '123456123456',
  '123123123123',
  '111111111111',
  '000000000000',
  'abcdefghijkl',
  'abc123abc123',
  'passwordpassword',
  'password1234',
  'password12345',
  'password123456',
  'passw0rd1234',
  'administrator',
  'administrator1',
  'adminadminadmin',
  'admin1234567',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdfghjkl',
  'qwerty123456',
  'iloveyou1234',
  'matkhau12345',
  'matkhau123456',
  'matkhaumatkhau',
  'anhyeuem1234',
  'emyeuanh1234',
  'doichung1234',
  'doichungdoichung',
]);

/** The form that is hashed: however a keyboard writes a letter with its marks, it is one password. */
export function passwordForm(typed: string): string {
  return typed.normalize('NFC');
}

/**
 * What a new password must be: 12 to 128 characters (letters with marks and spaces included), not one of
 * the common ones, not made of the person's own name or address. Length instead of kinds of characters,
 * as NIST SP 800-63B-4 section 3.1.1.2 asks. @throws ValidationError
 */
export function checkPassword(
  typed: string,
  person: { readonly name: string; readonly email: string | null },
): void {
  const password = passwordForm(typed);
  const characters = Array.from(password).length;
  if (!typed.isWellFormed() || characters < minCharacters || characters > maxCharacters) {
    throw refused(`a password has ${minCharacters} to ${maxCharacters} characters`, 'password');
  }
  const bare = bareForm(password);
  if (common.has(bare) || new Set(bare).size < 4) {
    throw refused('this password is one of the first that anybody tries', 'password.common');
  }
  const own = [person.name, person.email?.split('@')[0] ?? '', person.email ?? ''].map(bareForm);
  if (own.some((word) => word.length >= 3 && isMadeOf(bare, word))) {
    throw refused('a password is not your own name or address', 'password.own');
  }
}

/** Nothing but the word, repeated or with at most three more characters. */
function isMadeOf(password: string, word: string): boolean {
  const rest = password.replaceAll(word, '');
  return rest !== password && rest.length <= 3;
}

function bareForm(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s._-]/gu, '');
}

function refused(message: string, field: string): ValidationError {
  return new ValidationError(message, {
    field,
    remedy: 'A short sentence that only you know is easy to keep and hard to guess.',
  });
}
