import type { Notice, Opening } from '#review/index.ts';
import { Layout } from '../components/layout.tsx';
import { formatClock, formatTime } from '../format.ts';
import type { View } from '../view.ts';

/** Links under one kind; the rest is in the queue. */
const mostLinks = 10;

/** Kinds whose time is when they end. */
const ending: ReadonlySet<string> = new Set(['lease_ending', 'handed_over']);

interface NoticesProps {
  readonly view: View;
  readonly notices: readonly Notice[];
  /** First words of the posts they are about, by id. */
  readonly openings: ReadonlyMap<string, Opening>;
}

export function NoticesPage({ view, notices, openings }: NoticesProps) {
  const { t } = view;
  return (
    <Layout view={view} title={t.noticePage.title}>
      <h1>{t.noticePage.title}</h1>
      <p class="lead">{t.noticePage.intro}</p>
      {notices.length === 0 ? (
        <div class="empty">
          <p>{t.noticePage.empty}</p>
        </div>
      ) : (
        notices.map((notice) => <Kind view={view} notice={notice} openings={openings} />)
      )}
    </Layout>
  );
}

function Kind(props: Omit<NoticesProps, 'notices'> & { readonly notice: Notice }) {
  const { view, notice, openings } = props;
  const { t } = view;
  const { title, hint } = t.noticeKinds[notice.kind];
  const shown = notice.entries.slice(0, mostLinks);
  return (
    <section aria-labelledby={`notice-${notice.kind}`}>
      <h2 id={`notice-${notice.kind}`}>
        {title}: {countText(view, notice.count)}
      </h2>
      <p class="muted">{hint}</p>
      {shown.length === 0 || notice.kind === 'waiting' ? null : (
        <ul>
          {shown.map(({ postId, at }) => (
            <li>
              <a href={`/posts/${postId}`} lang={openings.get(postId)?.language}>
                {openings.get(postId)?.text ?? t.item.title}
              </a>
              {at === null ? null : <> · {timeText(view, notice.kind, at)}</>}
            </li>
          ))}
          {notice.count > shown.length ? <li>{t.noticePage.more}</li> : null}
        </ul>
      )}
      {notice.kind === 'waiting' ? (
        <p>
          <a href="/">{t.layout.queue}</a>
        </p>
      ) : null}
    </section>
  );
}

function timeText(view: View, kind: string, at: Date): string {
  const { t, locale } = view;
  return ending.has(kind)
    ? t.noticePage.ends(formatClock(at, locale))
    : t.noticePage.since(formatTime(at, locale));
}

/** 100 is where counting stops. */
export function countText({ t }: View, count: number): string {
  return count > 99 ? t.noticePage.many : String(count);
}
