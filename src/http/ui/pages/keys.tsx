import { Destinations, GeneralKeys, Key } from '../components/key-sheet.tsx';
import { Layout } from '../components/layout.tsx';
import { may, type View } from '../view.ts';

/** The keys in words, for who cannot or does not want to open the sheet. */
export function KeysPage({ view }: { view: View }) {
  const { keyPage, keySheet } = view.t;
  return (
    <Layout view={view} title={keyPage.title}>
      <h1>{keyPage.title}</h1>
      {view.preferences.keys === 'off' ? <p class="callout">{keyPage.off}</p> : null}
      <p class="lead">{keyPage.intro}</p>
      <section aria-labelledby="everywhere-title">
        <h2 id="everywhere-title">{keySheet.everywhere}</h2>
        <GeneralKeys view={view} />
        <Destinations view={view} />
        {may(view, 'review.decide') ? (
          <>
            <h3>{keyPage.review}</h3>
            <dl class="keys">
              <Key name="n">{keyPage.reviewKeys.n}</Key>
            </dl>
          </>
        ) : null}
        <p>{keyPage.more}</p>
        <p>{keyPage.safe}</p>
        <p class="muted">{keyPage.needsScript}</p>
      </section>
      {view.actor === null ? null : (
        <p>
          <a href="/account#preferences">{keyPage.settings}</a>
        </p>
      )}
    </Layout>
  );
}
