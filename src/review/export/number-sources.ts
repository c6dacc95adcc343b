import { answerWords } from './answer-words.ts';
import type { ApprovedAnswer, ExportedCitation, ExportedSentence } from './approved-answer.ts';

export interface NumberedSource {
  /** Fact, or whose stance; null: cited before quotes were labelled. */
  readonly label: string | null;
  /** Issuer, title, number, place, and since when it is in force. */
  readonly place: string;
  readonly quote: string;
  readonly url: string | null;
}

export interface NumberedAnswer {
  readonly sources: readonly NumberedSource[];
  /** Numbers (from 1) of what a sentence cites. */
  numbersOf(sentence: ExportedSentence): readonly number[];
}

/** Each quote once, numbered in the order it is first cited. Pure. */
export function numberSources(answer: ApprovedAnswer): NumberedAnswer {
  const numbers = new Map<string, number>();
  const sources: NumberedSource[] = [];
  for (const { citations } of [answer.headline, ...answer.sentences]) {
    for (const citation of citations) {
      if (numbers.has(keyOf(citation))) continue;
      sources.push(describe(citation, answer.language));
      numbers.set(keyOf(citation), sources.length);
    }
  }
  return {
    sources,
    numbersOf: ({ citations }) => [
      ...new Set(citations.map((citation) => numbers.get(keyOf(citation)) ?? 0)),
    ],
  };
}

function keyOf({ versionId, start, end }: ExportedCitation): string {
  return `${versionId}:${start}:${end}`;
}

function describe(citation: ExportedCitation, language: string): NumberedSource {
  const word = answerWords(language);
  const place = [citation.issuer, citation.document, citation.number, ...citation.place]
    .filter((part) => part !== null)
    .join(', ');
  const labels = { fact: word.fact, stance: word.stance(citation.issuer) };
  return {
    label: citation.nature === null ? null : labels[citation.nature],
    place: `${place} (${word.since} ${citation.validFrom})`,
    quote: citation.quote,
    url: citation.sourceUrl,
  };
}
