import { parseArgs } from 'node:util';
import { parseConfig } from '#config/config.ts';
import { type ImportItem, importDocuments } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
import { openTemporaryDatabase } from '#db/temporary-database.ts';
import { createUser } from '#identity/index.ts';
import { silentLog } from '#platform/log.ts';
import { sha256Hex } from '#platform/hash.ts';
import { embedPassages } from '#retrieval/index.ts';
import { approveVersions } from '#standing/index.ts';
import { startProgress } from '../src/terminal/progress.ts';
import { createContext } from '../src/context.ts';
import { declarationSentences } from './support/main-job-data.ts';
import { measureAsOf } from './support/measure-as-of.ts';
import { measureSupersession } from './support/measure-supersession.ts';
import { seededRandom } from './support/random.ts';

const importBatch = 20;
const parts = 4;
const articlesPerDocument = 10;
/** At least; the mean is then 119 tokens, as in the passages of Vietnamese statutes. */
const wordsPerArticle = 72;

/**
 * Import with the bundled model (in quarters, to see whether it stays linear), a supersession that
 * touches many passages and approved answers, and what the as-of filter costs a search.
 * Options: --passages N (imported), --superseded N, --answers N, --searched N, --seed N,
 * --only import|supersession|as-of, --database-url URL (temporary databases are made on that server;
 * else import and supersession run on the embedded database and as-of on a server of its own).
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      passages: { type: 'string', default: '4000' },
      superseded: { type: 'string', default: '10000' },
      answers: { type: 'string', default: '1000' },
      searched: { type: 'string', default: '30000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      'database-url': { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  const wanted = (part: string): boolean => values.only === undefined || values.only === part;
  const serverUrl = values['database-url'] ?? null;
  const result: Record<string, unknown> = { engine: serverUrl === null ? 'pglite' : 'postgres' };
  if (wanted('import')) {
    await using database = await openTemporaryDatabase(serverUrl, silentLog);
    await using ctx = await createContext(parseConfig({}), { database, log: silentLog });
    result['import'] = await measureImport(ctx, Number(values.passages), seed);
  }
  if (wanted('supersession')) {
    await using database = await openTemporaryDatabase(serverUrl, silentLog);
    await using ctx = await createContext(parseConfig({}), { database, log: silentLog });
    const [passages, answers] = [Number(values.superseded), Number(values.answers)];
    result['supersession'] = await measureSupersession(ctx, { passages, answers, seed });
  }
  if (wanted('as-of')) {
    result['asOf'] = await measureAsOf({ passages: Number(values.searched), seed, serverUrl });
  }
  return result;
}

async function measureImport(
  ctx: Parameters<typeof embedPassages>[0],
  passages: number,
  seed: number,
): Promise<Record<string, unknown>> {
  const as = async (name: string, role: 'corpus_editor' | 'corpus_approver') => ({
    ...ctx,
    actor: await createUser(ctx, { name, roles: [role] }),
  });
  const editor = await as('import-editor', 'corpus_editor');
  const approver = await as('import-approver', 'corpus_approver');
  const items = await itemsOf(passages, seed);
  const startedAt = performance.now();
  const storeMarks = [startedAt];
  let stored = 0;
  {
    using progress = startProgress('storing documents', items.length);
    const perPart = Math.ceil(items.length / parts);
    for (let part = 0; part < parts; part += 1) {
      const batch = items.slice(part * perPart, (part + 1) * perPart);
      stored += await store(editor, approver, batch);
      storeMarks.push(performance.now());
      progress.update((part + 1) * perPart);
    }
  }
  const embedMarks = [performance.now()];
  {
    using progress = startProgress('embedding passages', stored);
    let embedded = 0;
    await embedPassages(ctx, {
      onProgress: (count) => {
        embedded += count;
        progress.update(embedded);
        if (embedded >= (stored * embedMarks.length) / parts) embedMarks.push(performance.now());
      },
    });
  }
  const endedAt = performance.now();
  const storeSeconds = between(storeMarks);
  const embedSeconds = between(embedMarks);
  return {
    passages: stored,
    seconds: seconds(endedAt - startedAt),
    /** Of each quarter of the passages. */
    storeSeconds,
    embedSeconds,
    /** The vector index, built once all vectors are there. */
    indexSeconds: seconds(endedAt - (embedMarks.at(-1) ?? endedAt)),
    /** Time of the last quarter as a multiple of the first: 1 is linear. */
    lastToFirst: ratio(
      (storeSeconds.at(-1) ?? 0) + (embedSeconds.at(-1) ?? 0),
      (storeSeconds[0] ?? 0) + (embedSeconds[0] ?? 0),
    ),
  };
}

function between(marks: readonly number[]): number[] {
  return marks.slice(1).map((mark, index) => seconds(mark - (marks[index] ?? mark)));
}

function ratio(a: number, b: number): number {
  return Math.round((a / b) * 100) / 100;
}

async function store(
  editor: DbContext,
  approver: DbContext,
  items: readonly ImportItem[],
): Promise<number> {
  let passages = 0;
  for (let start = 0; start < items.length; start += importBatch) {
    const batch = items.slice(start, start + importBatch);
    const results = await importDocuments(editor, { items: batch });
    await approveVersions(approver, {
      versionIds: results.flatMap((result) => result.versionId ?? []),
    });
    passages += results.reduce((sum, result) => sum + result.passages, 0);
  }
  return passages;
}

/** Documents of ten articles of real words, each with a number of its own; three in five are Vietnamese. */
async function itemsOf(passages: number, seed: number): Promise<ImportItem[]> {
  const random = seededRandom(seed);
  const sentences = await declarationSentences();
  const items: ImportItem[] = [];
  for (let number = 0; number * articlesPerDocument < passages; number += 1) {
    const language = random() < 0.6 ? ('vi' as const) : ('en' as const);
    const articles = Array.from({ length: articlesPerDocument }, (_, index) => {
      let article = `Điều ${index + 1}. ${Math.floor(random() * 1_000_000)}.`;
      while (article.split(' ').length < wordsPerArticle) {
        article += ` ${sentences[language][Math.floor(random() * sentences[language].length)]}`;
      }
      return article;
    });
    const text = articles.join('\n\n');
    const document = {
      key: `bench-${number}`,
      title: `Văn bản giả định ${number}`,
      text,
      language,
      topics: [],
      citable: true,
      valid_from: '2020-01-01',
    };
    items.push({ document, sourceName: document.key, sourceSha256: await sha256Hex(text) });
  }
  return items;
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
