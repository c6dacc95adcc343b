import { z } from 'zod';
import { ValidationError } from '#platform/errors.ts';
import { readJsonLines } from '../json-lines.ts';

/** A claim and every place in the demonstration corpus that answers it; one of them is enough. */
const GoldPair = z.object({
  id: z.string().min(1),
  lang: z.string().min(2),
  text: z.string().min(1),
  slice: z.string().min(1),
  /** None: the corpus says nothing of it. */
  relevant: z.array(z.object({ document: z.string().min(1), quote: z.string().min(1) })),
  /** Only passages in this language are searched: the answer in another language must be found. */
  search_language: z.string().min(2).optional(),
});
export type GoldPair = z.infer<typeof GoldPair>;

/** @throws ValidationError naming file, line and field. */
export function readGoldPairs(path: string): Promise<GoldPair[]> {
  return readJsonLines(path, GoldPair);
}

export interface PassageText {
  readonly id: number;
  readonly document: string;
  readonly language: string;
  readonly text: string;
}

/**
 * The passages that hold one of the pair's quotes; white space does not matter.
 * @throws ValidationError naming the pair when a quote stands in no passage.
 */
export function relevantPassages(
  pair: GoldPair,
  passages: readonly PassageText[],
): Map<string, number> {
  const relevant = new Map<string, number>();
  for (const { document, quote } of pair.relevant) {
    const wanted = oneSpaced(quote);
    const holding = passages.filter(
      (passage) => passage.document === document && oneSpaced(passage.text).includes(wanted),
    );
    if (holding.length === 0) {
      throw new ValidationError(`${pair.id}: no passage of ${document} holds its quote`, {
        field: 'quote',
        remedy: 'Quote a span that stands in one passage of the demonstration corpus.',
      });
    }
    for (const { id, language } of holding) {
      if ((pair.search_language ?? language) === language) relevant.set(String(id), 1);
    }
  }
  return relevant;
}

function oneSpaced(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
