import { Feed } from 'feed';
import { answerWords } from './answer-words.ts';
import type { FeedEntry } from './feed.ts';

/** Addresses in a feed, absolute. */
export interface FeedLinks {
  /** The service's own, without a slash at its end. */
  readonly base: string;
  /** Of this feed. */
  readonly self: string;
}

const title = 'Đối Chứng';

/** Atom 1.0. Pure. */
export function renderAtom(entries: readonly FeedEntry[], links: FeedLinks): string {
  const feed = new Feed({
    id: links.self,
    title,
    updated: newest(entries),
    generator: false,
    feed: links.self,
    link: links.base,
    author: { name: title },
  });
  for (const entry of entries) {
    feed.addItem({
      id: idOf(entry),
      // The library declares titles and contents to be HTML, so plain text is written as HTML.
      title: escapeHtml(entry.headline),
      link: linkOf(entry, links),
      date: entry.updatedAt,
      published: entry.approvedAt,
      content: toHtml(entry),
    });
  }
  return feed.atom1();
}

/** JSON Feed 1.1, with the language of each answer. Pure. */
export function renderJsonFeed(entries: readonly FeedEntry[], links: FeedLinks): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: links.base,
    feed_url: links.self,
    authors: [{ name: title }],
    items: entries.map((entry) => ({
      id: idOf(entry),
      url: linkOf(entry, links),
      title: entry.headline,
      content_html: toHtml(entry),
      content_text: entry.sentences.join('\n'),
      date_published: entry.approvedAt.toISOString(),
      date_modified: entry.updatedAt.toISOString(),
      language: entry.language,
    })),
  });
}

function idOf(entry: FeedEntry): string {
  return `urn:uuid:${entry.approvalId}`;
}

function linkOf(entry: FeedEntry, links: FeedLinks): string {
  return `${links.base}/v1/approvals/${entry.approvalId}/export?format=markdown`;
}

/** The same answers always make the same feed: what it was read at plays no part. */
function newest(entries: readonly FeedEntry[]): Date {
  return new Date(Math.max(0, ...entries.map((entry) => entry.updatedAt.getTime())));
}

function toHtml(entry: FeedEntry): string {
  const sources = entry.sources.map(({ issuer, title, number, url }) => {
    const name = escapeHtml([issuer, title, number].filter((part) => part !== null).join(', '));
    const linked = url !== null && /^https?:/.test(url);
    return `<li>${linked ? `<a href="${escapeHtml(url)}">${name}</a>` : name}</li>`;
  });
  return [
    `<div lang="${escapeHtml(entry.language)}">`,
    ...entry.sentences.map((text) => `<p>${escapeHtml(text)}</p>`),
    `<p>${answerWords(entry.language).sources}</p>`,
    `<ul>${sources.join('')}</ul></div>`,
  ].join('');
}

/** Also leaves out what XML cannot carry. */
function escapeHtml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
