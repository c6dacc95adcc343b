import { documentNumberTerms, findDocumentNumbers } from '#language/document-number.ts';
import { searchTerms } from '#language/search-terms.ts';
import { isShortAbbreviation, type NameIndex, namesIn } from '#names/index.ts';

/**
 * What a term of another name counts beside a word of the query. Over the queries of xquad and mlqa that
 * name something of `demo/names.yaml`, BM25 alone, S@10 / MRR: asking across languages (346) without
 * other names .306 / .183, with weight .3 .598 / .309, .5 .604 / .317, .7 .616 / .327, 1 .618 / .322;
 * within one language (88) .955 / .877 without, .878, .878, .870 and .855 with. Fused with the cosine
 * (xquad, 430 and 215 queries) R@1 .753 → .777 across at .5, .770 at 1; within .935 and .930.
 * Rejected: only the best of a thing's names (.610 / .319 and .857 at weight 1), a weight shared by a
 * thing's names (.601 / .308), the single syllables of Vietnamese names too (.613 / .335, but .869
 * within one language).
 */
const nameWeight = 0.5;
/** A document number is nothing but that document, however it is written. */
const numberWeight = 1;

export interface FoundName {
  /** Code points into the query. */
  readonly start: number;
  readonly end: number;
  /** Key of the name group, or the likeliest canonical number of a document. */
  readonly group: string;
  /** Everything the group is called, or every number the document may have. */
  readonly variants: readonly string[];
}

export interface NameExpansion {
  /** In the order of the query. */
  readonly found: readonly FoundName[];
  /**
   * Index terms the query itself lacks, and what one counts beside a term of the query (0 to 1). A
   * passage without them lacks nothing: they raise a score and belong in no denominator.
   */
  readonly extraTerms: ReadonlyMap<string, number>;
}

/**
 * The names in a query (NFC, as `queryText` leaves it) and the index terms of what else they are called,
 * so that "South China Sea" reaches a passage about Biển Đông or 南海, and "KL 57" one about 57-KL/TW.
 * Of a Vietnamese name only the pairs of syllables count ("bien dong", not "bien"); abbreviations that
 * are words elsewhere (UN, QH) are found but never searched for. A query without names gives nothing.
 */
export function expandNames(names: NameIndex, query: string): NameExpansion {
  const named = namesIn(names, query).map(({ start, end, group }) => ({
    start,
    end,
    group: group.key,
    variants: group.variants.map(({ text }) => text),
  }));
  const numbered = findDocumentNumbers(query).map(({ start, end, candidates }) => ({
    start,
    end,
    group: candidates[0],
    variants: candidates,
  }));
  const inQuery = new Set(searchTerms(query));
  const extraTerms = new Map<string, number>();
  const add = (terms: readonly string[], weight: number): void => {
    for (const term of terms) if (!inQuery.has(term)) extraTerms.set(term, weight);
  };
  for (const variant of new Set(named.flatMap(({ variants }) => variants))) {
    if (!isShortAbbreviation(variant)) add(nameTerms(variant), nameWeight);
  }
  for (const candidate of new Set(numbered.flatMap(({ variants }) => variants))) {
    add(documentNumberTerms(candidate), numberWeight);
  }
  return { found: [...named, ...numbered].toSorted((a, b) => a.start - b.start), extraTerms };
}

/** The pairs where there are any: a syllable alone says too little. */
function nameTerms(variant: string): string[] {
  const terms = searchTerms(variant);
  const pairs = terms.filter((term) => term.includes(' '));
  return pairs.length > 0 ? pairs : terms;
}
