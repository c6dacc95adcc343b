import type { QuotedPassage } from '#drafting/index.ts';
import { PassageResults, PassageSearch, type Pick } from '../components/editor/passage-picker.tsx';
import { PassageView } from '../components/editor/passage-view.tsx';
import { ProblemAlert } from '../components/feedback.tsx';
import { Layout } from '../components/layout.tsx';
import type { Problem } from '../problem.ts';
import type { View } from '../view.ts';

interface PassageProps {
  readonly view: View;
  readonly postId: string;
  readonly passage: QuotedPassage;
  readonly asked: boolean;
}

/** A cited passage as a page of its own, for who works without script. */
export function PassagePage({ view, postId, passage, asked }: PassageProps) {
  const { t } = view;
  return (
    <Layout view={view} title={t.editor.passage} styles={['editor']}>
      <h1>{t.editor.passage}</h1>
      <p>
        <a href={`/posts/${postId}/edit`}>{t.editor.title}</a>
      </p>
      <section>
        <PassageView view={view} passage={passage} asked={asked} />
      </section>
    </Layout>
  );
}

interface FoundProps {
  readonly view: View;
  readonly postId: string;
  readonly asked: string;
  readonly picks: readonly Pick[];
  readonly problem: Problem | undefined;
}

/** What a search from the editor found, as a page of its own. */
export function PassagesPage({ view, postId, asked, picks, problem }: FoundProps) {
  const { t } = view;
  return (
    <Layout view={view} title={t.editor.search} styles={['editor']} failed={problem !== undefined}>
      <h1>{t.editor.search}</h1>
      <ProblemAlert view={view} problem={problem} />
      <p>
        <a href={`/posts/${postId}/edit`}>{t.editor.title}</a>
      </p>
      <PassageSearch view={view} postId={postId} asked={asked} />
      <section>
        <PassageResults view={view} postId={postId} picks={picks} />
      </section>
    </Layout>
  );
}
