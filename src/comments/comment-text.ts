import { assertStorableText, canonicalText } from '#language/canonical-text.ts';
import { codePointLength } from '#language/code-points.ts';
import { ValidationError } from '#platform/errors.ts';
import { maskIdentity } from '#posts/index.ts';
import { findMentions, type Mentionable, type MentionSpan } from './find-mentions.ts';

/** Code points of a comment as it is stored. */
export const maxCommentLength = 5000;

const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u;

/** What was typed, in NFC and without white space around it. @throws ValidationError | TooLargeError */
export function readCommentText(raw: string): string {
  // Four bytes hold any code point: above that it is too long whatever it says.
  assertStorableText(raw, { field: 'text', maxBytes: 4 * maxCommentLength });
  if (controls.test(raw.replaceAll('\r\n', '\n'))) {
    throw new ValidationError('text contains a control character', {
      field: 'text',
      remedy: 'Type it again as plain text.',
    });
  }
  const text = canonicalText(raw).trim();
  checkLength(text);
  return text;
}

/**
 * Masks what identifies the author of a post, as intake does, but not the names of the colleagues it
 * mentions. @throws ValidationError when the placeholders make it too long.
 */
export function maskComment(
  text: string,
  people: readonly Mentionable[],
): { text: string; mentions: readonly MentionSpan[] } {
  const mentions = findMentions(text, people);
  let masked = '';
  let copied = 0;
  for (const { start, end } of mentions) {
    masked += maskIdentity(text.slice(copied, start)).text + text.slice(start, end);
    copied = end;
  }
  masked += maskIdentity(text.slice(copied)).text;
  checkLength(masked);
  return { text: masked, mentions };
}

function checkLength(text: string): void {
  if (codePointLength(text) <= maxCommentLength) return;
  throw new ValidationError(`a comment has at most ${maxCommentLength} characters`, {
    field: 'text',
    remedy: 'Shorten it, or write two.',
  });
}
