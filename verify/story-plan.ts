import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportItem } from '#corpus/index.ts';
import { parseBeirLine } from '#corpus/import/beir.ts';
import { codePointLength } from '#language/code-points.ts';
import { splitSentences } from '#language/sentences.ts';
import { isoDay } from '#platform/clock.ts';
import { sha256Hex } from '#platform/hash.ts';

/** What becomes of an article when its law is changed. */
export const fates = ['unchanged', 'reworded', 'removed'] as const;
export type Fate = (typeof fates)[number];

export interface StoryPost {
  /** Key of the article it contradicts. */
  readonly key: string;
  readonly text: string;
}

export interface StoryPlan {
  readonly items: readonly ImportItem[];
  readonly posts: readonly StoryPost[];
  /** Articles with a last day of their own, and that day (YYYY-MM-DD). */
  readonly expiring: ReadonlyMap<string, string>;
}

const postCount = 50;
/** A prime, so that the posts come from all over the corpus. */
const stride = 101;
const dayMs = 86_400_000;
const lastDays = [40, 80];

/** The same plan in every process of one day: statutes as documents, and posts that change a number in one. */
export async function planStory(dataDir: string): Promise<StoryPlan> {
  const file = await readFile(join(dataDir, 'corpus.jsonl'), 'utf8');
  const lines = file.split('\n').filter((line) => line.trim() !== '');
  const documents = lines.map((line, index) =>
    parseBeirLine(line, index + 1, { valid_from: '2020-01-01' }),
  );
  const posts: StoryPost[] = [];
  for (let place = 0; place < documents.length && posts.length < postCount; place += 1) {
    const document = documents[(place * stride) % documents.length];
    const text = document === undefined ? null : contradict(document.text);
    const isNew = text !== null && posts.every((post) => post.text !== text);
    if (document !== undefined && isNew) posts.push({ key: document.key, text });
  }
  const expiring = new Map(
    lastDays.map((days, index) => [
      posts[index]?.key ?? '',
      isoDay(new Date(Date.now() + days * dayMs)),
    ]),
  );
  const items = await Promise.all(
    documents.map(async (document, index) => ({
      document: { ...document, valid_to: expiring.get(document.key) ?? null },
      sourceName: `corpus.jsonl:${index + 1}`,
      sourceSha256: await sha256Hex(lines[index] ?? ''),
    })),
  );
  return { items, posts, expiring };
}

/** A sentence of the text with one of its quantities changed; null when it has none that suits. */
function contradict(text: string): string | null {
  for (const sentence of splitSentences(text)) {
    const length = codePointLength(sentence.text);
    if (length < 80 || length > 220 || /^(?:\d|[a-zđ]\)|#)/u.test(sentence.text)) continue;
    const quantity = /\b(\d{1,3})(?= (?:ngày|tháng|năm|giờ|triệu|người|tuổi|%))/u;
    if (!quantity.test(sentence.text)) continue;
    return sentence.text.replace(quantity, (digits) => String(Number(digits) + 7));
  }
  return null;
}

/** The next version of an article. */
export function changeText(text: string, fate: Fate): string {
  if (fate === 'unchanged') return `${text}\n\nĐiều khoản này được giữ nguyên khi sửa đổi.`;
  if (fate === 'removed') return 'Nội dung của điều này không còn được áp dụng.';
  return text
    .replace(/\d+/g, (digits) => String(Number(digits) + 1))
    .replace(/(?<=[^\s.;:])([.;:]?)(?=\s|$)/g, (mark, end: string, at: number, whole: string) => {
      const lineEnds = /^\s*(?:\n|$)/.test(whole.slice(at + mark.length));
      return end === '' && !lineEnds ? '' : ` theo nội dung sửa đổi${end}`;
    });
}
