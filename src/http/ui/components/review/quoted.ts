import type { DraftView, QuotedPassage, ReviewView, SentenceView } from '#review/index.ts';

type Citation = SentenceView['citations'][number];

/** A quoted span with the passage it stands in and the sentences that lean on it. */
export interface Quoted {
  /** From 1, in order of first use. */
  readonly number: number;
  readonly citation: Citation;
  /** Null: the passage could not be read again. */
  readonly passage: QuotedPassage | null;
  /** Ordinals; 0 is the headline. */
  readonly sentences: readonly number[];
}

/** One number per quoted span, in order of first use. */
export function quotedIn(
  draft: Pick<DraftView, 'sentences'>,
  passages: ReviewView['sources'],
): Quoted[] {
  const spans = new Map<string, { citation: Citation; sentences: number[] }>();
  for (const { ordinal, citations } of draft.sentences) {
    for (const citation of citations) {
      const span = spans.get(keyOf(citation)) ?? { citation, sentences: [] };
      if (!span.sentences.includes(ordinal)) span.sentences.push(ordinal);
      spans.set(keyOf(citation), span);
    }
  }
  return [...spans.values()].map(({ citation, sentences }, index) => ({
    number: index + 1,
    citation,
    sentences,
    passage: passages.find(({ id }) => id === citation.passage_id) ?? null,
  }));
}

/** The numbers of what a sentence quotes. */
export function numbersOf(quoted: readonly Quoted[], ordinal: number): number[] {
  return quoted.filter(({ sentences }) => sentences.includes(ordinal)).map(({ number }) => number);
}

function keyOf({ version_id, start_offset, end_offset }: Citation): string {
  return `${version_id}:${start_offset}:${end_offset}`;
}
