import { placeAt } from '#corpus/index.ts';
import type { SourcePlace } from '#db/schema/index.ts';
import { formatList } from '../../format.ts';
import type { View } from '../../view.ts';

interface SourcePlaceProps {
  readonly view: View;
  readonly places: readonly SourcePlace[];
  /** Code points into the canonical text. */
  readonly start: number;
  readonly end: number;
}

/** Where a span stands in its original, after a dot; nothing where the importer knew no places. */
export function SourcePlaceText(props: SourcePlaceProps) {
  const parts = placeWords(props);
  if (parts === null) return null;
  return <> · {props.view.t.version.inOriginal(parts)}</>;
}

/** Page, line and heading of a span in words; null where none is known. */
export function placeWords({ view, places, start, end }: SourcePlaceProps): string | null {
  const { t, locale } = view;
  const place = placeAt(places, start);
  if (place === null) return null;
  const lastPage = placeAt(places, end - 1)?.page ?? place.page;
  const parts = [
    ...pagesOf(view, place.page, lastPage),
    ...(place.line === undefined ? [] : [t.version.line(place.line)]),
    ...(place.heading === undefined ? [] : [t.version.heading(place.heading)]),
  ];
  return parts.length === 0 ? null : formatList(parts, locale);
}

function pagesOf({ t }: View, first: number | undefined, last: number | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  return [first === last ? t.version.page(first) : t.version.pages(first, last)];
}
