import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ValidationError } from '#platform/errors.ts';
import {
  type BeirQuery,
  parseCorpusIds,
  parseQrels,
  parseQueries,
  type Qrels,
} from './beir-rows.ts';

/** One split of a BEIR folder. */
export interface BeirSplit {
  readonly name: string;
  readonly split: string;
  /** Lines of `corpus.jsonl`, parsed by the importer that real corpora go through. */
  readonly corpusLines: readonly string[];
  /** Queries with at least one relevant document. */
  readonly queries: readonly BeirQuery[];
  /** Queries marked `answerable: false`; ranking is not measured on them, abstaining is. */
  readonly unanswerable: readonly BeirQuery[];
  readonly qrels: Qrels;
}

/**
 * Reads `corpus.jsonl`, `queries.jsonl` and the judgements of a split: `qrels.S.tsv` if there is one,
 * else `qrels.tsv` for the queries whose `split` field is S, or every query when S is `all`. A query
 * nobody judged is left out.
 * @throws ValidationError naming file, line and field; for an unknown split, the splits there are.
 */
export async function readBeir(dir: string, split: string): Promise<BeirSplit> {
  const files = await readdir(dir).catch(() => {
    throw new ValidationError(`${dir} is not a folder that can be read`, {
      field: 'data',
      remedy: 'Give a folder with corpus.jsonl, queries.jsonl and qrels.tsv.',
    });
  });
  const corpusText = await readPart(dir, files, 'corpus.jsonl');
  const documents = parseCorpusIds(corpusText, 'corpus.jsonl');
  if (documents.size === 0) {
    throw new ValidationError('corpus.jsonl holds no document', { field: 'corpus.jsonl' });
  }
  const all = parseQueries(await readPart(dir, files, 'queries.jsonl'), 'queries.jsonl');
  const qrelsName = qrelsOf(files, all, split);
  const qrels = parseQrels(await readPart(dir, files, qrelsName), qrelsName, {
    queries: new Set(all.map((query) => query.id)),
    documents,
  });
  const inSplit = all.filter((query) => belongs(query, split, qrelsName, qrels));
  const queries = inSplit.filter((query) => query.answerable && qrels.has(query.id));
  if (queries.length === 0) {
    throw new ValidationError(`no query of the split ${split} has a relevant document`, {
      field: 'split',
    });
  }
  return {
    name: basename(join(dir, '.')),
    split,
    corpusLines: corpusText.replace(/^\uFEFF/, '').split(/\r?\n/),
    queries,
    unanswerable: inSplit.filter((query) => !query.answerable),
    qrels,
  };
}

function qrelsOf(files: readonly string[], queries: readonly BeirQuery[], split: string): string {
  const named = `qrels.${split}.tsv`;
  if (files.includes(named)) return named;
  const splits = new Set(queries.flatMap((query) => query.split ?? []));
  const shared = files.includes('qrels.tsv');
  if (shared && (split === 'all' || splits.has(split))) return 'qrels.tsv';
  const available = [
    ...files.flatMap((file) => /^qrels\.(.+)\.tsv$/.exec(file)?.[1] ?? []),
    ...(shared ? [...splits, 'all'] : []),
  ];
  throw new ValidationError(`there is no split ${split}`, {
    field: 'split',
    remedy:
      available.length === 0
        ? 'The folder has no qrels.tsv and no qrels.SPLIT.tsv.'
        : `Choose one of: ${[...new Set(available)].toSorted().join(', ')}.`,
  });
}

function belongs(query: BeirQuery, split: string, qrelsName: string, qrels: Qrels): boolean {
  if (qrelsName === 'qrels.tsv') return split === 'all' || query.split === split;
  return qrels.has(query.id) || query.split === split;
}

async function readPart(dir: string, files: readonly string[], name: string): Promise<string> {
  if (!files.includes(name)) {
    throw new ValidationError(`${name} is missing in ${dir}`, {
      field: 'data',
      remedy: 'Give a folder with corpus.jsonl, queries.jsonl and qrels.tsv.',
    });
  }
  return readFile(join(dir, name), 'utf8');
}
