import type { PreparedPost } from '#posts/index.ts';
import { ProblemAlert } from '../components/feedback.tsx';
import { IntakeNav } from '../components/intake-nav.tsx';
import { maskedKinds } from '../components/intake-preview.tsx';
import { Layout } from '../components/layout.tsx';
import { TextField } from '../components/text-field.tsx';
import { optionalText, textOf } from '../forms.ts';
import type { Feedback, View } from '../view.ts';

/** What a pasted post would be stored as. */
export interface PastePreview {
  readonly post: PreparedPost;
  /** The post that has this text already. */
  readonly knownPostId: string | null;
}

interface SubmitProps {
  readonly view: View;
  readonly feedback: Feedback;
  readonly preview?: PastePreview;
}

export function SubmitPage({ view, feedback, preview }: SubmitProps) {
  const { t } = view;
  const { typed } = feedback;
  const words = t.intake;
  return (
    <Layout
      view={view}
      title={t.submit.title}
      failed={feedback.problem !== undefined}
      styles={['intake']}
      scripts={['intake']}
    >
      <h1>{t.submit.title}</h1>
      <IntakeNav view={view} />
      <ProblemAlert view={view} problem={feedback.problem} />
      <p class="lead">{t.submit.intro}</p>
      <div class="intake-sides">
        <form method="post" action="/submit" id="submit-post" data-preview="/submit/preview">
          <div class="field">
            <label for="text">{t.submit.text}</label>
            <textarea
              id="text"
              name="text"
              rows={12}
              required
              data-key="i"
              data-counts="text-count"
              data-max-bytes={65_536}
              aria-describedby="text-count"
            >
              {textIn(typed)}
            </textarea>
            <p
              class="muted"
              id="text-count"
              data-count={words.count}
              data-too-long={words.tooLong}
            />
          </div>
          <fieldset class="choices origin">
            <legend>{words.origin}</legend>
            <TextField
              id="platform"
              name="platform"
              label={t.submit.platform}
              hint={t.submit.platformHint}
              value={textOf(typed, 'platform')}
            />
            <TextField
              id="url"
              name="url"
              type="url"
              label={t.submit.url}
              value={textOf(typed, 'url')}
            />
            <div class="field">
              <label for="posted_at">{t.submit.postedAt}</label>
              <input
                id="posted_at"
                name="posted_at"
                type="datetime-local"
                value={textOf(typed, 'posted_at')}
              />
            </div>
          </fieldset>
          <p class="buttons">
            <button type="submit" class="primary">
              {t.submit.button}
            </button>
            <button type="submit" formaction="/submit/preview">
              {words.previewButton}
            </button>
          </p>
        </form>
        <section id="submit-preview" aria-labelledby="preview-title">
          <h2 id="preview-title">{words.preview}</h2>
          {preview === undefined ? (
            <p class="muted">{words.previewHint}</p>
          ) : (
            <Preview view={view} preview={preview} typed={typed} />
          )}
        </section>
      </div>
    </Layout>
  );
}

interface PreviewProps {
  readonly view: View;
  readonly preview: PastePreview;
  readonly typed: FormData | undefined;
}

function Preview({ view, preview: { post, knownPostId }, typed }: PreviewProps) {
  const words = view.t.intake;
  const masked = maskedKinds(view, post.masked);
  const gaveAddress = typed !== undefined && optionalText(typed, 'url') !== null;
  return (
    <>
      <p>
        <strong>{masked === null ? words.previewNothing : words.previewMasked(masked)}</strong>
      </p>
      {knownPostId === null ? null : (
        <p class="callout">
          {words.known} <a href={`/posts/${knownPostId}`}>{words.openKnown}</a>
        </p>
      )}
      <blockquote class="as-stored" lang={post.language}>
        {post.text}
      </blockquote>
      {post.canonicalUrl === null ? null : (
        <p class="muted break">{words.previewAddress(post.canonicalUrl)}</p>
      )}
      {gaveAddress && post.canonicalUrl === null ? (
        <p class="muted">{words.previewNoAddress}</p>
      ) : null}
    </>
  );
}

/** A parser drops the first line break of a text area. */
function textIn(typed: FormData | undefined): string {
  const text = textOf(typed, 'text');
  return text.startsWith('\n') ? `\n${text}` : text;
}
