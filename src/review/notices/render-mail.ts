import type { MailedKind } from './notice.ts';

/** Links to posts in one mail; the rest is behind the last link. */
const mostLinks = 10;

const words: Readonly<Record<MailedKind, { readonly vi: string; readonly en: string }>> = {
  mention: { vi: 'Có người nhắc đến bạn', en: 'Mentions of you' },
  handed_over: { vi: 'Mục duyệt được chuyển cho bạn', en: 'Handed over to you' },
  left_force: { vi: 'Câu trả lời không còn hiệu lực', en: 'Answers out of force' },
  returned: { vi: 'Dự thảo được trả lại', en: 'Returned drafts' },
};

export interface MailNews {
  readonly kind: MailedKind;
  readonly postId: string | null;
}

/**
 * One mail in both languages: how many of what, and links. Nothing that a post, a claim, a draft or a
 * comment says is in it: mail leaves the service, and lies about.
 */
export function renderMail(
  news: readonly MailNews[],
  publicUrl: string,
): { subject: string; text: string } {
  const counts = Map.groupBy(news, ({ kind }) => kind);
  const lines = (language: 'vi' | 'en') =>
    [...counts].map(([kind, some]) => `- ${words[kind][language]}: ${some.length}`);
  const postIds = [...new Set(news.flatMap(({ postId }) => postId ?? []))];
  const links = postIds.slice(0, mostLinks).map((id) => new URL(`/posts/${id}`, publicUrl).href);
  const one = news.length === 1;
  return {
    subject: `Đối Chứng: ${news.length} việc mới · ${news.length} new notice${one ? '' : 's'}`,
    text: [
      'Đối Chứng có việc mới dành cho bạn:',
      ...lines('vi'),
      '',
      'New for you in Đối Chứng:',
      ...lines('en'),
      '',
      ...links,
      '',
      `Tất cả · All: ${new URL('/notices', publicUrl).href}`,
      '',
    ].join('\n'),
  };
}
