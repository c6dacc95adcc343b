import type { SourcePlace } from '#db/schema/corpus.ts';

/** The place in the original that holds at an offset (code points): the last that starts at or before it. */
export function placeAt(places: readonly SourcePlace[], offset: number): SourcePlace | null {
  return places.findLast((place) => place.start <= offset) ?? null;
}
