import type { View } from '../../view.ts';

/** The parts of the corpus, on each of its pages. */
export function CorpusNav({ view }: { view: View }) {
  const { t } = view;
  const path = view.path.split('?')[0];
  const places = [
    ['/corpus', t.corpus.documents],
    ['/corpus/search', t.corpusSearch.title],
    ['/corpus/gaps', t.corpus.gaps],
    ['/corpus/health', t.corpus.health],
  ] as const;
  // A document, a version and an upload belong to the documents.
  const isPart = places.some(([href]) => href === path);
  return (
    <nav class="tabs" aria-label={t.corpus.parts}>
      {places.map(([href, label]) => (
        <a
          href={href}
          aria-current={path === href ? 'page' : !isPart && href === '/corpus' ? 'true' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
