import { applyChange, type Change, type PerturbTools } from '../perturb/change.ts';
import { PERTURBERS } from '../perturb/make-pairs.ts';
import { FURTHER } from '../perturb/perturb-further.ts';
import { shuffled } from '../shuffle.ts';

export interface ChangedStatement {
  readonly text: string;
  readonly change: Change;
  /** The changed place with up to three words on either side. */
  readonly excerpt: string;
}

/** The sentence with one fault of a kind; null when it offers no place for it. */
export function changeStatement(
  text: string,
  kind: keyof typeof PERTURBERS,
  tools: PerturbTools,
): ChangedStatement | null {
  for (const perturb of shuffled([PERTURBERS[kind], ...FURTHER[kind]], tools.random)) {
    const change = perturb(text, tools);
    if (change === null) continue;
    const changed = tidy(applyChange(text, change));
    if (same(changed, text)) continue;
    return { text: changed, change, excerpt: excerptOf(text, change) };
  }
  return null;
}

function excerptOf(text: string, { at, removed, inserted }: Change): string {
  const before = text.slice(0, at).split(/\s+/u).slice(-4).join(' ');
  const after = text
    .slice(at + removed.length)
    .split(/\s+/u)
    .slice(0, 4)
    .join(' ');
  return tidy(`${before}${inserted}${after.replace(/[.!?。]["”’)]*$/u, '')}`).replace(
    /[,;:]$/u,
    '',
  );
}

/** What is left when words are taken out, as somebody would type it. */
function tidy(text: string): string {
  const closed = text
    .replace(/\s+(?=[,.;:])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return closed.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function same(a: string, b: string): boolean {
  return a.replace(/\s+/gu, ' ').toLowerCase() === b.replace(/\s+/gu, ' ').toLowerCase();
}
