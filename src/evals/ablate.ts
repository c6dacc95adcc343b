import type { EmbedderSet } from '#ai/ports.ts';
import { mean, type MetricName, perQuery } from '#evaluations/index.ts';
import { type RetrievalPart, retrievalParts } from '#retrieval/index.ts';
import { readBeir } from './beir.ts';
import { measured } from './measure-arms.ts';
import { type NoiseName, noisy } from './noise/noises.ts';
import { openCorpus } from './open-corpus.ts';
import type { EvalProgress } from './progress.ts';
import { type Languages, restrictLanguages } from './restrict-languages.ts';
import { judgedSearch } from './search-judged.ts';

/** `nothing`: everything is on. */
export const ablations = ['nothing', ...retrievalParts, 'centring'] as const;
export type Ablation = (typeof ablations)[number];

const metrics: readonly MetricName[] = ['success@1', 'success@10', 'mrr', 'map@5'];
/** What the parts are there for; each is also measured without. */
const noises: readonly NoiseName[] = ['no_diacritics', 'teencode'];

export interface AblateOptions {
  readonly dataDir: string;
  readonly split: string;
  readonly languages: Languages;
  /** YAML of name groups to put in force; null for none. */
  readonly namesFile: string | null;
  readonly embedders: EmbedderSet;
  readonly onProgress: EvalProgress;
}

/** The fused ranking with one part switched off: each measure, 0 to 1, of the clean and the noisy queries. */
export interface AblationRow {
  readonly without: Ablation;
  readonly values: Readonly<Record<string, number | null>>;
}

/**
 * Measures the fused ranking with each part of retrieval switched off in turn, on one opened corpus
 * (and a second one for the vectors that are not centred).
 */
export async function ablate(options: AblateOptions): Promise<AblationRow[]> {
  const data = restrictLanguages(await readBeir(options.dataDir, options.split), options.languages);
  const rows: AblationRow[] = [];
  for (const isCentred of [true, false]) {
    await using corpus = await openCorpus({
      name: data.name,
      lines: data.corpusLines,
      language: options.languages.documents,
      namesFile: options.namesFile,
      serverUrl: null,
      embedders: isCentred ? options.embedders : withoutMeans(options.embedders),
      onProgress: options.onProgress,
    });
    const parts = isCentred ? (['nothing', ...retrievalParts] as const) : (['centring'] as const);
    for (const without of parts) {
      const off = new Set<RetrievalPart>(retrievalParts.filter((part) => part === without));
      const search = judgedSearch({ ...corpus, ctx: { ...corpus.ctx, without: off } });
      const values: Record<string, number | null> = {};
      for (const noise of [null, ...noises]) {
        const queries = data.queries.map((query) =>
          noise === null ? query : { ...query, text: noisy(noise, query.text) },
        );
        const found = await search(queries, data.qrels, {
          heldOut: false,
          onProgress: (_, done, total) =>
            options.onProgress(`without ${without}, ${noise ?? 'clean'}`, done, total),
        });
        for (const metric of metrics) {
          const name = noise === null ? metric : `${noise}.${metric}`;
          values[name] = measured(mean(perQuery(found, 'fused', metric)));
        }
      }
      rows.push({ without, values });
    }
  }
  return rows;
}

/** The same models, their vectors as they come. */
function withoutMeans(embedders: EmbedderSet): EmbedderSet {
  const plain = (embedder: EmbedderSet['configured']): EmbedderSet['configured'] => {
    const { centroids: _, ...info } = embedder.info;
    return {
      info,
      embed: embedder.embed.bind(embedder),
      [Symbol.asyncDispose]: async () => {},
    };
  };
  return {
    configured: plain(embedders.configured),
    async find(fingerprint) {
      const found = await embedders.find(fingerprint);
      return found === null ? null : plain(found);
    },
    [Symbol.asyncDispose]: async () => {},
  };
}
