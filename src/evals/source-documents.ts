import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { chunkText } from '#corpus/chunk.ts';
import { parseMarkdown } from '#corpus/import/markdown.ts';
import { parseUdhr } from '#corpus/import/udhr.ts';
import type { SourcePassage } from '#drafting/index.ts';
import { readJsonLines } from './json-lines.ts';

/** A document as a draft meets it: its canonical text and the passages cut out of it. */
export interface SourceDocument {
  readonly set: string;
  readonly language: 'vi' | 'en';
  readonly versionId: string;
  readonly canonical: string;
  readonly passages: readonly SourcePassage[];
}

interface DocumentText {
  readonly set: string;
  readonly key: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly language: 'vi' | 'en';
  readonly text: string;
}

const row = z.object({
  id: z.string().optional(),
  _id: z.string().optional(),
  title: z.string().optional(),
  text: z.string(),
  lang: z.string().optional(),
});

/** Sets of the shared layout that hold statements, and the language to take of each. */
const sets = [
  ['alqac23_vi', 'vi'],
  ['vihallu_vi_dev', 'vi'],
  ['xquad_vi_en_zh', 'vi'],
  ['xquad_vi_en_zh', 'en'],
  ['ct20_task2_en', 'en'],
  ['healthver_en', 'en'],
] as const;

/** The texts the project may ship or depends on: the demonstration sheets and the declaration in `udhr`. */
export async function ownDocuments(demoDir: string): Promise<SourceDocument[]> {
  const folder = join(demoDir, 'corpus');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted();
  const sheets = await Promise.all(
    names.map(async (name) =>
      parseMarkdown(await readFile(join(folder, name), 'utf8'), { fileName: name }),
    ),
  );
  const udhr = dirname(createRequire(import.meta.url).resolve('udhr'));
  const declarations = await Promise.all(
    (['vi', 'en'] as const).map(async (language) => {
      const file = `declaration/${language === 'vi' ? 'vie' : 'eng'}.html`;
      return parseUdhr(await readFile(join(udhr, file), 'utf8'), language);
    }),
  );
  return [...declarations, ...sheets].map(({ key, title, text, language, number, issuer }) =>
    cut({
      set: key.startsWith('udhr') ? 'udhr' : 'demo',
      key,
      title,
      text,
      language: language === 'en' ? 'en' : 'vi',
      number: number ?? null,
      issuer: issuer ?? null,
    }),
  );
}

/**
 * Documents of the data sets in a folder, `perSet` of each, evenly drawn. Titles, numbers and issuers
 * are made up where a set has none, so that there is something to attribute to.
 * @throws ValidationError for a set that is missing.
 */
export async function dataDocuments(dataDir: string, perSet: number): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = [];
  for (const [set, language] of sets) {
    const rows = await readRows(dataDir, set, language);
    const step = Math.max(1, Math.floor(rows.length / perSet));
    const drawn = rows.filter((_, index) => index % step === 0).slice(0, perSet);
    documents.push(...drawn.map((each, index) => cut(named(each, set, language, index))));
  }
  return documents;
}

/** Every document of one data set in a language. @throws ValidationError when it is missing. */
export async function wholeDataSet(
  dataDir: string,
  set: string,
  language: 'vi' | 'en',
): Promise<SourceDocument[]> {
  const rows = await readRows(dataDir, set, language);
  return rows.map((each, index) => cut(named(each, set, language, index)));
}

async function readRows(dataDir: string, set: string, language: 'vi' | 'en') {
  const rows = await readJsonLines(join(dataDir, set, 'corpus.jsonl'), row);
  return rows.filter(({ lang, text }) => (lang ?? language) === language && text.length > 20);
}

function named(
  { id, _id, title, text }: z.infer<typeof row>,
  set: string,
  language: 'vi' | 'en',
  index: number,
): DocumentText {
  const body = text.normalize('NFC');
  const vietnamese = language === 'vi';
  // Of one width, so that no title is the beginning of another.
  const place = String(index + 1).padStart(5, '0');
  return {
    set,
    key: `${set}/${language}/${id ?? _id ?? index}`,
    title: (title ?? '').trim() || (vietnamese ? `Tài liệu thử ${place}` : `Trial text ${place}`),
    number: index % 3 === 0 ? `${index + 11}/TL-GĐ` : null,
    issuer: vietnamese ? `Thư viện giả định ${index % 7}` : `Imaginary Library ${index % 7}`,
    language,
    // A character outside the basic plane shifts every offset that is counted in UTF-16.
    text: `𝟚 ${vietnamese ? 'Lời nói đầu' : 'Opening words'}\n\n${body}`,
  };
}

function cut({ key, title, number, issuer, language, set, text }: DocumentText): SourceDocument {
  const passages = chunkText(text, { language, title }).map((chunk, index) => ({
    passageId: `${key}#${index}`,
    versionId: key,
    start: chunk.start,
    end: chunk.end,
    text: chunk.text,
    headingPath: chunk.headingPath,
    language,
    documentTitle: title.normalize('NFC'),
    documentNumber: number,
    issuer,
    citable: true,
    status: 'approved' as const,
    validFrom: '1948-12-10',
    endsOn: null,
  }));
  return { set, language, versionId: key, canonical: text, passages };
}
