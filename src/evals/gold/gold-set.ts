/** A passage as a document of a gold set. */
export interface GoldPassage {
  /** `document-key@version#place`, stable across databases that hold the same versions. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
}

/** One sentence that quotes one passage in answer to a claim, and what reviewers said of it. */
export interface CitedPassage {
  readonly claimId: string;
  readonly claim: string;
  readonly language: string;
  readonly draftId: string;
  readonly revision: number;
  readonly sentence: number;
  readonly passage: string;
  /** Whether this revision was approved by two people. */
  readonly approved: boolean;
  /** Every reviewer's label of the sentence. */
  readonly labels: readonly string[];
}

export interface GoldSet {
  readonly queries: ReadonlyArray<{
    readonly id: string;
    readonly text: string;
    readonly lang: string;
  }>;
  /** Grade 1 for an accepted passage, 0 for one that was shown and rejected. */
  readonly qrels: ReadonlyArray<{
    readonly query: string;
    readonly passage: string;
    readonly grade: 0 | 1;
  }>;
  /** All groups are needed (AND), of each group one passage is enough (OR), as AutoRAG's `retrieval_gt`. */
  readonly groups: ReadonlyArray<{
    readonly query: string;
    readonly retrieval_gt: readonly (readonly string[])[];
  }>;
}

/**
 * A gold set out of what reviewers did. A passage is accepted for a claim when a sentence that quotes it
 * was approved, or labelled supported, and nobody labelled it otherwise; it is rejected when such a
 * sentence was labelled not supported, or when an earlier revision quoted it and the approved one no
 * longer does. What nobody judged is in neither. A claim without an accepted passage is left out.
 */
export function buildGoldSet(cited: readonly CitedPassage[]): GoldSet {
  const queries: Array<GoldSet['queries'][number]> = [];
  const qrels: Array<GoldSet['qrels'][number]> = [];
  const groups: Array<GoldSet['groups'][number]> = [];
  for (const [id, ofClaim] of Map.groupBy(cited, (one) => one.claimId)) {
    const accepted = ofClaim.filter(isAccepted);
    const [first] = accepted;
    if (first === undefined) continue;
    const right = new Set(accepted.map((one) => one.passage));
    const rejected = new Set(rejectedOf(ofClaim).filter((passage) => !right.has(passage)));
    queries.push({ id, text: first.claim, lang: first.language });
    for (const passage of right) qrels.push({ query: id, passage, grade: 1 });
    for (const passage of rejected) qrels.push({ query: id, passage, grade: 0 });
    groups.push({ query: id, retrieval_gt: sentenceGroups(accepted) });
  }
  return { queries, qrels, groups };
}

function isAccepted({ approved, labels }: CitedPassage): boolean {
  const objected = labels.some((label) => label === 'not_supported' || label === 'unclear');
  return !objected && (approved || labels.includes('supported'));
}

function rejectedOf(cited: readonly CitedPassage[]): string[] {
  const approved = cited.filter((one) => one.approved);
  const kept = new Set(approved.map((one) => one.passage));
  const last = Math.max(...approved.map((one) => one.revision));
  return cited
    .filter(
      ({ labels, revision, passage }) =>
        labels.includes('not_supported') || (revision < last && !kept.has(passage)),
    )
    .map((one) => one.passage);
}

/** One group per sentence of the latest accepted revision; sentences with the same passages are one. */
function sentenceGroups(accepted: readonly CitedPassage[]): string[][] {
  const latest = Math.max(...accepted.map((one) => one.revision));
  const sentences = Map.groupBy(
    accepted.filter((one) => one.revision === latest),
    (one) => one.sentence,
  );
  const groups = [...sentences.values()].map((of) =>
    [...new Set(of.map((one) => one.passage))].toSorted(),
  );
  return [...new Map(groups.map((group) => [group.join('\n'), group])).values()];
}
