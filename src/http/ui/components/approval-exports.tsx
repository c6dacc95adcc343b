import type { ItemView } from '#review/index.ts';
import { formatTime } from '../format.ts';
import { textOf } from '../forms.ts';
import { type Feedback, may, type View } from '../view.ts';
import { TextField } from './text-field.tsx';

interface ExportProps {
  readonly view: View;
  readonly item: ItemView;
}

/** What can be taken along: the answer while it is in force, its evidence also afterwards. */
export function ApprovalExports({ view, item }: ExportProps) {
  const { t } = view;
  const { approval } = item;
  if (approval === null) return null;
  const address = `/v1/approvals/${approval.id}`;
  const forms = [
    ['markdown', t.review.markdown],
    ['docx', t.exports.docx],
    ['json', t.review.json],
    ['claimreview', t.exports.claimreview],
  ] as const;
  return (
    <>
      {approval.status === 'in_force' && may(view, 'export.read') ? (
        <p class="actions">
          <span>{t.review.export}:</span>
          {forms.map(([format, label]) => (
            <a href={`${address}/export?format=${format}`} download>
              {label}
            </a>
          ))}
        </p>
      ) : null}
      {may(view, 'bundle.read') ? (
        <p class="actions">
          <a href={`${address}/bundle`} download>
            {t.exports.bundle}
          </a>
          <span class="muted">{t.exports.bundleHint}</span>
        </p>
      ) : null}
    </>
  );
}

/** Where the team says it published the answer, and the form to say so. */
export function Published({ view, item, feedback }: ExportProps & { feedback: Feedback }) {
  const { t, locale } = view;
  const { approval, published } = item;
  if (approval === null) return null;
  const refused = feedback.problem?.form === 'published';
  return (
    <section id="published" aria-labelledby="published-title">
      <h3 id="published-title">{t.exports.published}</h3>
      {published.length === 0 ? (
        <p class="muted">{t.exports.nowhere}</p>
      ) : (
        <ul>
          {published.map(({ url, addedBy, addedAt }) => (
            <li>
              <a href={url} rel="noreferrer nofollow">
                {url}
              </a>{' '}
              <span class="muted">{t.exports.addedBy(addedBy, formatTime(addedAt, locale))}</span>
            </li>
          ))}
        </ul>
      )}
      {may(view, 'published.record') ? (
        <form method="post" action={`/posts/${item.post.id}/published`}>
          <input type="hidden" name="approval" value={approval.id} />
          <TextField
            id="published-url"
            name="url"
            type="url"
            label={t.exports.url}
            hint={t.exports.urlHint}
            value={refused ? textOf(feedback.typed, 'url') : ''}
            required
          />
          <button type="submit">{t.exports.record}</button>
        </form>
      ) : null}
    </section>
  );
}
