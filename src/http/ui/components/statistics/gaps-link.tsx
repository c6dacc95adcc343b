import type { InBuckets } from '#review/index.ts';
import { may, type View } from '../../view.ts';

interface GapsLinkProps {
  readonly view: View;
  readonly of: InBuckets;
  /** The groups are on this page already. */
  readonly computed: boolean;
}

/** The groups of what the corpus lacks are made when somebody asks for them: it takes more than a count. */
export function GapsLink({ view, of: { from, to }, computed }: GapsLinkProps) {
  const words = view.t.plots.gaps;
  return (
    <>
      {computed ? null : (
        <p>
          <a class="button" href={`/statistics/corpus?from=${from}&to=${to}&gaps=1`}>
            {words.compute}
          </a>{' '}
          <span class="muted">{words.computeNote}</span>
        </p>
      )}
      {may(view, 'corpus.read') ? (
        <p>
          <a href="/corpus/gaps">{words.report}</a>
        </p>
      ) : null}
    </>
  );
}
