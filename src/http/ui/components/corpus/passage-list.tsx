import type { VersionView } from '#corpus/index.ts';
import type { SourcePlace } from '#db/schema/index.ts';
import { formatList } from '../../format.ts';
import type { View } from '../../view.ts';

type Passage = VersionView['passages'][number];

/** The text of a version, passage by passage, each with its anchor and its place in the original. */
export function PassageList({ view, version }: { view: View; version: VersionView }) {
  const { t } = view;
  const sections = bySection(version.passages);
  return (
    <section id="text" aria-labelledby="text-title">
      <h2 id="text-title">{t.version.text}</h2>
      <p class="muted">{t.version.passages(version.passages.length)}</p>
      {sections.map(({ path, passages }) => (
        <div class="passages">
          {path.length === 0 ? (
            <h3>{t.version.opening}</h3>
          ) : (
            <h3 lang={version.metadata.language}>{path.join(' › ')}</h3>
          )}
          {passages.map((passage) => (
            <article id={`p${passage.id}`} class="passage">
              <div class="passage-text" lang={version.metadata.language}>
                {passage.text}
              </div>
              <p class="muted">
                <a href={`#p${passage.id}`} aria-label={t.version.link(passage.ordinal + 1)}>
                  {t.version.passage(passage.ordinal + 1)}
                </a>
                <Place view={view} places={version.source_places} passage={passage} />
              </p>
            </article>
          ))}
        </div>
      ))}
    </section>
  );
}

function Place(props: { view: View; places: readonly SourcePlace[]; passage: Passage }) {
  const { t, locale } = props.view;
  const { start_offset: start, end_offset: end } = props.passage;
  const place = placeAt(props.places, start);
  if (place === null) return null;
  const lastPage = placeAt(props.places, end - 1)?.page ?? place.page;
  const parts = [
    ...pagesOf(props.view, place.page, lastPage),
    ...(place.line === undefined ? [] : [t.version.line(place.line)]),
    ...(place.heading === undefined ? [] : [t.version.heading(place.heading)]),
  ];
  if (parts.length === 0) return null;
  return <> · {t.version.inOriginal(formatList(parts, locale))}</>;
}

function pagesOf({ t }: View, first: number | undefined, last: number | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  return [first === last ? t.version.page(first) : t.version.pages(first, last)];
}

/** The place that holds at an offset (code points): the last that starts at or before it. */
function placeAt(places: readonly SourcePlace[], offset: number): SourcePlace | null {
  return places.findLast((place) => place.start <= offset) ?? null;
}

/** Neighbours under one heading; a heading that comes back later starts a section of its own. */
function bySection(passages: readonly Passage[]) {
  const sections: { path: readonly string[]; passages: Passage[] }[] = [];
  for (const passage of passages) {
    const last = sections.at(-1);
    if (last !== undefined && last.path.join('\n') === passage.heading_path.join('\n')) {
      last.passages.push(passage);
    } else {
      sections.push({ path: passage.heading_path, passages: [passage] });
    }
  }
  return sections;
}
