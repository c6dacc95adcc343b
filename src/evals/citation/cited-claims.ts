import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SourcePassage } from '#drafting/index.ts';
import { readGoldPairs } from '../gold/gold-pairs.ts';
import { readJsonLines } from '../json-lines.ts';
import { type SourceDocument, wholeDataSet } from '../source-documents.ts';

/** A claim with the passages somebody judged to answer it, and others that do not. */
export interface CitedClaim {
  readonly id: string;
  readonly set: string;
  readonly text: string;
  readonly language: string;
  readonly sources: readonly SourcePassage[];
  readonly canonicalTexts: ReadonlyMap<string, string>;
}

const Query = z.object({ id: z.string(), text: z.string() });
const distractors = 4;

/** The project's gold pairs over its own documents; pairs without an answer are left out. */
export async function ownClaims(
  goldDir: string,
  documents: readonly SourceDocument[],
): Promise<CitedClaim[]> {
  const pairs = await readGoldPairs(join(goldDir, 'pairs.jsonl'));
  return pairs.flatMap(({ id, text, lang, relevant }) => {
    const right = documents.flatMap((document) =>
      document.passages.filter((passage) =>
        relevant.some(
          ({ document: key, quote }) =>
            key === document.versionId && oneSpaced(passage.text).includes(oneSpaced(quote)),
        ),
      ),
    );
    const known = { id, set: 'gold pairs', text, language: lang };
    return right.length === 0 ? [] : [withDistractors(known, right, documents)];
  });
}

/** Questions and tweets of ct20 and alqac with the documents judged relevant to them. @throws ValidationError */
export async function dataClaims(dataDir: string): Promise<CitedClaim[]> {
  const claims: CitedClaim[] = [];
  for (const [set, language, files] of [
    ['ct20_task2_en', 'en', ['qrels.train.tsv', 'qrels.dev.tsv', 'qrels.test.tsv']],
    ['alqac23_vi', 'vi', ['qrels.tsv']],
  ] as const) {
    const documents = await wholeDataSet(dataDir, set, language);
    const byKey = new Map(documents.map((one) => [one.versionId, one]));
    const texts = await readJsonLines(join(dataDir, set, 'queries.jsonl'), Query);
    const textOf = new Map(texts.map(({ id, text }) => [id, text]));
    for (const file of files) {
      const rows = (await readFile(join(dataDir, set, file), 'utf8')).split('\n').slice(1);
      for (const row of rows) {
        const [query = '', document = '', score] = row.split('\t');
        const text = textOf.get(query);
        const right = byKey.get(`${set}/${language}/${document}`);
        if (text === undefined || right === undefined || Number(score) <= 0) continue;
        const known = { id: `${set}/${query}`, set, text, language };
        claims.push(withDistractors(known, right.passages, documents));
      }
    }
  }
  return claims;
}

/** The right passages first, as a good search would rank them, then others of the documents around them. */
function withDistractors(
  known: Pick<CitedClaim, 'id' | 'set' | 'text' | 'language'>,
  right: readonly SourcePassage[],
  documents: readonly SourceDocument[],
): CitedClaim {
  const at = documents.findIndex(({ versionId }) => versionId === right[0]?.versionId);
  const near = documents
    .slice(Math.max(0, at - 2), at + 3)
    .flatMap(({ passages }) => passages)
    .filter((passage) => !right.includes(passage) && passage.language === right[0]?.language);
  const sources = [...right, ...near.slice(0, distractors)];
  const cited = new Set(sources.map(({ versionId }) => versionId));
  const canonicalTexts = new Map(
    documents
      .filter((one) => cited.has(one.versionId))
      .map((one) => [one.versionId, one.canonical]),
  );
  return { ...known, sources, canonicalTexts };
}

function oneSpaced(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
