import type { VersionView } from '#corpus/index.ts';
import { type QuoteSpan, passagesShown } from '../../version-place.ts';
import type { View } from '../../view.ts';
import { QuotedText } from './quoted-text.tsx';
import { SourcePlaceText } from './source-place.tsx';

type Passage = VersionView['passages'][number];

interface PassageListProps {
  readonly view: View;
  /** With the passages of one page of its text. */
  readonly version: VersionView;
  readonly quote: QuoteSpan | null;
}

/** The text of a version, passage by passage, each with its anchor and its place in the original. */
export function PassageList({ view, version, quote }: PassageListProps) {
  const { t } = view;
  return (
    <section id="text" aria-labelledby="text-title">
      <h2 id="text-title">{t.version.text}</h2>
      <p class="muted">{t.version.passages(version.passage_count)}</p>
      <TextPages view={view} version={version} label={t.version.pagesAbove} />
      {bySection(version.passages).map(({ path, passages }) => (
        <div class="passages">
          {path.length === 0 ? (
            <h3>{t.version.opening}</h3>
          ) : (
            <h3 lang={version.metadata.language}>{path.join(' › ')}</h3>
          )}
          {passages.map((passage) => (
            <article id={`p${passage.id}`} class="passage">
              <div class="passage-text" lang={version.metadata.language}>
                {quote === null || !isQuoted(passage, quote) ? (
                  passage.text
                ) : (
                  <QuotedText text={passage.text} start={passage.start_offset} quote={quote} />
                )}
              </div>
              <p class="muted">
                <a href={`#p${passage.id}`} aria-label={t.version.link(passage.ordinal + 1)}>
                  {t.version.passage(passage.ordinal + 1)}
                </a>
                <SourcePlaceText
                  view={view}
                  places={version.source_places}
                  start={passage.start_offset}
                  end={passage.end_offset}
                />
              </p>
            </article>
          ))}
        </div>
      ))}
      <TextPages view={view} version={version} label={t.version.pagesBelow} />
    </section>
  );
}

/** The ways to the rest of a text that is longer than one page; nothing for one that is not. */
function TextPages({ view, version, label }: Omit<PassageListProps, 'quote'> & { label: string }) {
  const { t } = view;
  const first = version.passages[0]?.ordinal ?? 0;
  const next = first + passagesShown;
  if (version.passage_count <= passagesShown) return null;
  const href = (start: number): string =>
    `/corpus/versions/${version.id}?start=${Math.max(0, start)}#text`;
  return (
    <nav class="pages" aria-label={label}>
      <span>
        {t.version.window(first + 1, first + version.passages.length, version.passage_count)}
      </span>
      {first === 0 ? null : <a href={href(first - passagesShown)}>{t.version.earlier}</a>}
      {next >= version.passage_count ? null : <a href={href(next)}>{t.version.later}</a>}
    </nav>
  );
}

function isQuoted({ start_offset, end_offset }: Passage, { from, to }: QuoteSpan): boolean {
  return start_offset < to && end_offset > from;
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
