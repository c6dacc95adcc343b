import { parseBeirLine } from '#corpus/import/beir.ts';
import { AppError, ValidationError } from '#platform/errors.ts';
import type { BeirSplit } from './beir.ts';
import type { Qrels } from './beir-rows.ts';

export interface Languages {
  /** Only documents in this language (ISO 639-1); null for all. */
  readonly documents: string | null;
  /** Only queries in this language; null for all. */
  readonly queries: string | null;
}

/**
 * Keeps the queries and judgements of those languages. A query none of whose relevant documents is left
 * goes too: the corpus it is searched in has no answer that anyone judged.
 * @throws ValidationError when no query remains.
 */
export function restrictLanguages(data: BeirSplit, languages: Languages): BeirSplit {
  if (languages.documents === null && languages.queries === null) return data;
  const qrels = inDocuments(data, languages.documents);
  const isWanted = (query: { readonly language: string | null }): boolean =>
    languages.queries === null || query.language === languages.queries;
  const queries = data.queries.filter((query) => isWanted(query) && qrels.has(query.id));
  if (queries.length === 0) {
    const { documents, queries: asked } = languages;
    throw new ValidationError(
      `no query of the split ${data.split} is left in ${[...new Set([asked, documents])].filter(Boolean).join(' about documents in ')}`,
      { field: 'language', remedy: 'Check the language codes in queries.jsonl and corpus.jsonl.' },
    );
  }
  return { ...data, queries, unanswerable: data.unanswerable.filter(isWanted), qrels };
}

function inDocuments(data: BeirSplit, language: string | null): Qrels {
  if (language === null) return data.qrels;
  const others = new Set<string>();
  for (const [index, line] of data.corpusLines.entries()) {
    const document = line.trim() === '' ? null : readDocument(line, index + 1);
    if (document !== null && document.language !== language) others.add(document.key);
  }
  return new Map(
    [...data.qrels].flatMap(([query, judged]) => {
      const left = [...judged].filter(([id]) => !others.has(id));
      return left.length === 0 ? [] : [[query, new Map(left)] as const];
    }),
  );
}

/** Null for a document the importer refuses: what it should have answered counts as missed. */
function readDocument(line: string, lineNumber: number) {
  try {
    return parseBeirLine(line, lineNumber);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
