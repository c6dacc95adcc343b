import type { DraftView, ItemView, SentenceView } from '#review/index.ts';

export type CitationView = SentenceView['citations'][number];

export interface NumberedSource {
  readonly number: number;
  readonly citation: CitationView;
  /** Where the quote stands on this page. */
  readonly href: string;
}

/** One number per quoted span, in order of first use. */
export function numberSources(item: ItemView, draft: DraftView): NumberedSource[] {
  const shown = new Set(
    item.claims.flatMap((claim) => claim.matches.map((match) => match.passage_id)),
  );
  const sources = new Map<string, NumberedSource>();
  for (const citation of draft.sentences.flatMap((sentence) => sentence.citations)) {
    const key = keyOf(citation);
    if (sources.has(key)) continue;
    const number = sources.size + 1;
    const href = shown.has(citation.passage_id)
      ? `#passage-${citation.passage_id}`
      : `#source-${number}`;
    sources.set(key, { number, citation, href });
  }
  return [...sources.values()];
}

export function sourceOf(
  sources: readonly NumberedSource[],
  citation: CitationView,
): NumberedSource | undefined {
  return sources.find((source) => keyOf(source.citation) === keyOf(citation));
}

function keyOf(citation: CitationView): string {
  return `${citation.version_id}:${citation.start_offset}:${citation.end_offset}`;
}
