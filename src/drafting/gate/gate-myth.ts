import { cleanClaim } from '../extractive/myth.ts';
import { WORDINGS } from '../extractive/templates.ts';
import type { GateFailure } from './gate-failures.ts';
import { type GateClaim, newValues } from './name-faults.ts';
import { hasAddress } from './neutralise.ts';
import { hasNegation } from './omissions.ts';
import { ownTokens } from './own-tokens.ts';
import { isPersonDirected } from './person-directed.ts';
import { fold } from '#language/fold.ts';

// Folded. The post's own flag finds more; here only what no claim about the world says.
const INSTRUCTION = new RegExp(
  '\\b(?:bo qua|phot lo|quen(?: di)?)(?: (?:tat ca|moi|cac|nhung|toan bo)){0,2} (?:chi dan|huong dan|cau lenh|chi thi|lenh)(?: \\p{L}+){0,2} (?:truoc|tren|he thong)\\b|' +
    '\\b(?:ignore|disregard|forget|override)(?: (?:all|any|the|your|these|of)){0,3} (?:previous|prior|above|earlier|preceding|system|initial) (?:instructions?|prompts?|rules|directions|messages?)\\b|' +
    '\\bsystem prompt\\b|\\byou are now\\b|\\bas an ai\\b|\\bban (?:la|bay gio la) (?:mot )?(?:tro ly|ai)\\b|忽略.{0,6}(?:以上|之前|先前).{0,4}(?:指令|指示)',
  'u',
);
const OPENINGS = Array.from(new Set(WORDINGS.map(({ myth }) => myth)), wordsOf);

/**
 * The MYTH sentence is its fixed opening and words of one checkable claim, one after another; what it
 * leaves out before them holds no negation. Links, handles and words written to a machine have no place
 * in it, even where the claim has them.
 */
export function checkMyth(text: string, claims: readonly GateClaim[]): GateFailure[] {
  const said = wordsOf(text);
  const myths = OPENINGS.filter((each) => each.every((word, index) => said[index] === word))
    .map(({ length }) => said.slice(length))
    .filter(({ length }) => length > 0);
  const found = claims.find(({ text: claim }) => myths.some((myth) => holds(claim, myth)));
  const unfit = hasAddress(text) || INSTRUCTION.test(fold(text));
  const failures: GateFailure[] = unfit ? ['unsupported_sentence'] : [];
  if (found !== undefined) return found.checkable ? failures : [...failures, 'answers_opinion'];
  failures.push(...newValues(text, claims.map((each) => each.text).join('\n')));
  if (isPersonDirected(text)) failures.push('person_directed');
  return failures.length === 0 ? ['unsupported_sentence'] : failures;
}

function holds(claim: string, myth: readonly string[]): boolean {
  const clean = cleanClaim(claim);
  const tokens = ownTokens(clean).filter(({ isWord }) => isWord);
  return tokens.some((first, at) => {
    const same = myth.every((word, index) => tokens[at + index]?.key === word);
    return same && !hasNegation(clean.slice(0, first.start));
  });
}

function wordsOf(text: string): string[] {
  return ownTokens(text.normalize('NFC'))
    .filter(({ isWord }) => isWord)
    .map(({ key }) => key);
}
