import { lexicalTerms } from '#language/terms.ts';

/** Terms of one shingle: three in a row seldom come together by chance, and one changed word breaks three. */
const SIZE = 3;

/** Every three neighbouring terms of a text, folded; none for a text of fewer. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const terms = lexicalTerms(text);
  const shingles = new Set<string>();
  for (let start = 0; start + SIZE <= terms.length; start += 1) {
    shingles.add(terms.slice(start, start + SIZE).join('\n'));
  }
  return shingles;
}

/** How many shingles two texts have in common. */
export function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared += 1;
  return shared;
}

/** Shared shingles as a share of all, 0 to 1 (Jaccard; Broder 1997); 0 where neither text has one. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = countShared(a, b);
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
