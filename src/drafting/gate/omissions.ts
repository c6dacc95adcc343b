import { codePointLength, sliceCodePoints } from '#language/code-points.ts';
import { CONNECTIVES } from './neutral-words.ts';

/** What a part cut out of its sentence would lose; `unsupported_sentence`: it is no clause of it. */
export type Omission =
  | 'negation_flip'
  | 'quantifier_shift'
  | 'misattributed'
  | 'unsupported_sentence';

const B = '(?<![\\p{L}\\p{M}\\p{N}])';
const E = '(?![\\p{L}\\p{M}\\p{N}])';
const any = (words: string): RegExp => new RegExp(`${B}(?:${words})${E}`, 'iu');

const NEGATION = new RegExp(
  `${B}(?:không|chưa|chẳng|chả|cấm|trái|sai|giả|bịa đặt|nhầm|bác bỏ|phủ nhận|từ chối|bãi bỏ|hủy bỏ|huỷ bỏ|` +
    'not|no(?!\\.)|never|none|nobody|nor|neither|cannot|prohibited|forbidden|without|false|wrong|untrue|' +
    `den(?:y|ies|ied)|reject(?:s|ed)?|refus(?:e|es|ed)|repealed)${E}|n['’]t${E}`,
  'iu',
);
const LIMIT = any(
  'chỉ|một số|đa số|hầu hết|phần lớn|trừ|ngoại trừ|nếu|nhưng|tuy nhiên|với điều kiện|miễn là|ít nhất|tối đa|' +
    'tối thiểu|nhiều nhất|không quá|dự kiến|có thể|có lẽ|dường như|giả sử|trong trường hợp|hoặc|' +
    'only|some|most|many|few|several|except|unless|if|but|provided|however|at least|at most|may|might|could|' +
    'would|possibly|perhaps|likely|alleged(?:ly)?|reportedly|supposedly|or',
);
/** Whose words they are, or that they are only held to be so. */
const SPEAKER = any(
  'cho rằng|nói rằng|được cho là|bị cho là|cáo buộc|tin rằng|cho biết|tuyên bố|khẳng định|theo lời|theo ông|theo bà|' +
    'said|says|saying|claim(?:s|ed|ing)?|argu(?:e|es|ed)|believ(?:e|es|ed)|according to|accus(?:e|es|ed)|is of the view',
);
const EXCEPTION =
  /^\s*(?:trừ|ngoại trừ|nhưng|tuy nhiên|với điều kiện|except|unless|but|provided|however)(?![\p{L}\p{N}])/iu;
/** What follows a comma and says when, where, for whom or on what ground the clause before it holds. */
const SCOPE =
  /^[\s,–—-]*(?:trong|tại|ở|khi|từ|đến|tới|trước|sau|theo|với|đối với|cho đến|kể từ|nhằm|in|at|on|when|where|while|from|until|till|before|after|during|within|under|subject|for|by|as|since|who|whose|which|that)(?![\p{L}\p{N}])/iu;
const MARKER = '(?:(?:\\d{1,3}(?:\\.\\d{1,3})*|\\p{L})[.)]|[-–—•*+])';
/** What may stand before a clause and say nothing: a list's marker, an opening mark, a connective. */
const OPENING = new RegExp(
  `^[\\s"“„«「『(\\['‘]*(?:${MARKER}\\s*)?(?:(?:${CONNECTIVES})\\s*,?\\s*)?["“„«「『(\\['‘]*$`,
  'iu',
);
const CLOSING = /^\s*["”»」』)\]'’]*\s*(?:$|[,;:.!?…，；：。！？、)(（]|[–—](?=\s)|-(?=\s))/u;
const CLAUSE_END = /[;；]/u;

/**
 * Tells whether leaving out the rest of a sentence could change what a part of it says.
 * `start` and `end` are code points within `sentence`. The rest is read up to the next semicolon, with
 * the lead-in of a list ("It is forbidden to: …; …") and an exception that follows. A part begins where
 * a clause begins and ends where one ends: "to reject the ban" says nothing that "the ban" says.
 */
export function findOmission(sentence: string, start: number, end: number): Omission | null {
  const before = sliceCodePoints(sentence, 0, start);
  const after = sliceCodePoints(sentence, end, codePointLength(sentence));
  const leadIn = lastClause(before.slice(0, Math.max(0, before.lastIndexOf(':'))));
  const closed = CLAUSE_END.test(sliceCodePoints(sentence, start, end).trimEnd().slice(-1));
  const [ending = '', next = ''] = (closed ? `;${after}` : after).split(CLAUSE_END);
  const exception = EXCEPTION.test(next) ? next : '';
  const own = lastClause(before);
  const rest = [leadIn, own, ending, exception].join(' ');
  if (NEGATION.test(rest)) return 'negation_flip';
  if (LIMIT.test(rest)) return 'quantifier_shift';
  if (SPEAKER.test(rest) || SPEAKER.test(before)) return 'misattributed';
  const opening = own.slice(own.lastIndexOf(':') + 1);
  if (SCOPE.test(opening) || SCOPE.test(ending.replace(/^\s*[,，(（]/u, ''))) {
    return 'quantifier_shift';
  }
  return OPENING.test(opening) && CLOSING.test(ending) ? null : 'unsupported_sentence';
}

/** Whether a text denies, forbids or takes back something. */
export function hasNegation(text: string): boolean {
  return NEGATION.test(text);
}

function lastClause(text: string): string {
  const parts = text.split(CLAUSE_END);
  return parts.at(-1) ?? '';
}
