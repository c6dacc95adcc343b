import type { PreparedPost, Refusal } from '#posts/index.ts';
import { formatList, formatNumber, formatTime } from '../format.ts';
import { lookUp } from '../problem.ts';
import type { View } from '../view.ts';

/** A row of a file as it would be stored, or why it would not. */
export type PreviewRow =
  | { readonly row: number; readonly post: PreparedPost }
  | (Refusal & { readonly post?: undefined });

/** What of who wrote it was masked, e.g. "2 telephone numbers"; null: nothing. */
export function maskedKinds(view: View, masked: PreparedPost['masked']): string | null {
  const { t, locale } = view;
  const kinds = Object.entries(masked).filter(([, count]) => count > 0);
  if (kinds.length === 0) return null;
  return formatList(
    kinds.map(([kind, count]) => t.item.maskedCount(count, lookUp(t.masked, kind) ?? kind)),
    locale,
  );
}

export function PreviewTable({ view, rows }: { view: View; rows: readonly PreviewRow[] }) {
  const { t, locale } = view;
  const words = t.intake;
  const { fields } = words;
  return (
    <table class="queue preview-rows">
      <caption>{words.firstRows}</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            {words.row}
          </th>
          <th scope="col">{fields.text}</th>
          <th scope="col">{fields.platform}</th>
          <th scope="col">{fields.url}</th>
          <th scope="col">{fields.posted_at}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr>
            <td data-label={words.row} class="number">
              {formatNumber(one.row, locale)}
            </td>
            {one.post === undefined ? (
              <td colspan={4} data-label={words.refusedRow}>
                <span>
                  <strong class="refused">{words.refusedRow}:</strong>{' '}
                  {t.importRefusals[one.code].message} {t.importRefusals[one.code].remedy}
                </span>
              </td>
            ) : (
              <PostCells view={view} post={one.post} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PostCells({ view, post }: { view: View; post: PreparedPost }) {
  const { locale } = view;
  const words = view.t.intake;
  const none = <span class="muted">{words.unknown}</span>;
  return (
    <>
      <td data-label={words.fields.text} class="said-text" lang={post.language}>
        <span class="excerpt">{post.text}</span>
      </td>
      <td data-label={words.fields.platform}>{post.platform ?? none}</td>
      <td data-label={words.fields.url} class="break">
        {post.canonicalUrl ?? none}
      </td>
      <td data-label={words.fields.posted_at}>
        {post.postedAt === null ? none : formatTime(post.postedAt, locale)}
      </td>
    </>
  );
}
