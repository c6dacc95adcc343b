import type { ItemView } from '#review/index.ts';
import { formatLanguage, formatList, formatTime } from '../format.ts';
import { lookUp } from '../problem.ts';
import type { View } from '../view.ts';
import { segmentText } from './segments.ts';

/** The post with its claims marked; each mark leads to its claim and ends with its number and kind. */
export function PostText({ view, item }: { view: View; item: ItemView }) {
  const { post, claims } = item;
  const numbers = new Map(claims.map((claim, index) => [claim.id, index + 1]));
  const spans = [
    ...claims.map(({ id, start_offset, end_offset }) => ({
      name: id,
      start: start_offset,
      end: end_offset,
    })),
    ...post.instructions.map(({ start, end }) => ({ name: 'instruction', start, end })),
  ];
  return (
    <div class="post-text" lang={post.language} id="post-text">
      {segmentText(post.text, spans).map((segment) => {
        const claim = claims.find(({ id }) => segment.names.includes(id));
        const instruction = segment.names.includes('instruction') ? ' instruction' : '';
        if (claim === undefined) {
          return instruction === '' ? (
            segment.text
          ) : (
            <mark class="instruction">{segment.text}</mark>
          );
        }
        const number = numbers.get(claim.id) ?? 0;
        const kind = lookUp(view.t.kinds, claim.kind) ?? claim.kind;
        const label = view.t.claims.mark(number, kind, view.t.outcomes[claim.outcome].name);
        const unchecked = claim.checkable ? '' : ' unchecked';
        const ends = segment.end >= claim.end_offset;
        return (
          <a class="claim-link" href={`#claim-${number}`} title={label}>
            <mark
              class={`claim outcome-${claim.outcome} kind-${claim.kind}${unchecked}${instruction}`}
            >
              {segment.text}
            </mark>
            {ends ? (
              <span class="claim-tag" lang={view.locale}>
                {' '}
                {number} {kind}
              </span>
            ) : null}
          </a>
        );
      })}
    </div>
  );
}

/** The kinds of claims in the post, in words, with how many of each there are. */
export function ClaimLegend({ view, item }: { view: View; item: ItemView }) {
  const { t, locale } = view;
  if (item.claims.length === 0) return null;
  const kinds = [...Map.groupBy(item.claims, ({ kind }) => kind)].map(([kind, claims]) =>
    t.postPage.kindCount(lookUp(t.kinds, kind) ?? kind, claims.length),
  );
  return (
    <p class="muted">
      {t.postPage.legend} {formatList(kinds, locale)}. {t.postPage.legendHint}
    </p>
  );
}

export function PostFacts({ view, item }: { view: View; item: ItemView }) {
  const { t, locale } = view;
  const { post } = item;
  const masked = Object.entries(post.masked)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => t.item.maskedCount(count, lookUp(t.masked, kind) ?? kind));
  return (
    <dl class="facts">
      <dt>{t.item.receivedAt}</dt>
      <dd>{formatTime(post.received_at, locale)}</dd>
      <dt>{t.item.language}</dt>
      <dd>{formatLanguage(post.language, locale)}</dd>
      <dt>{t.item.platform}</dt>
      <dd>{post.platform ?? t.item.unknown}</dd>
      {post.canonical_url === null ? null : (
        <>
          <dt>{t.item.url}</dt>
          <dd class="break">{post.canonical_url}</dd>
        </>
      )}
      {post.posted_at === null ? null : (
        <>
          <dt>{t.item.postedAt}</dt>
          <dd>{formatTime(post.posted_at, locale)}</dd>
        </>
      )}
      <dt>{t.item.masked}</dt>
      <dd>{masked.length === 0 ? t.item.maskedNothing : formatList(masked, locale)}</dd>
    </dl>
  );
}
