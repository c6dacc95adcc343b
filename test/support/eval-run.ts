import { type EvalRun, type FoundQuery, runFormat } from '#evaluations/index.ts';

/** A query with one relevant document at these places; null where an arm did not find it. */
export function foundQuery(
  id: string,
  fused: number | null,
  more: Partial<FoundQuery> = {},
): FoundQuery {
  return {
    id,
    text: `question ${id}`,
    language: 'en',
    split: null,
    answerable: true,
    relevant: [{ id: `d${id}`, grade: 1, ranks: { lexical: fused, dense: fused, fused } }],
    returned: { lexical: [], dense: [], fused: [{ id: `d${id}`, score: 1, probability: 0.9 }] },
    best: { probability: 0.9, right: fused === 1 },
    heldOut: 0.1,
    ms: 1,
    ...more,
  };
}

/** A stored run over these queries; everything else is made up. */
export function evalRun(queries: FoundQuery[], more: Partial<EvalRun> = {}): EvalRun {
  return {
    format: runFormat,
    createdAt: '2026-11-22T08:00:00.000Z',
    code: { version: '0.1.0', revision: null },
    model: { name: 'scripted', fingerprint: 'f'.repeat(64) },
    retriever: 'hybrid',
    configuration: { threshold: 0.5 },
    engine: 'pglite',
    data: { name: 'made-up', split: 'all', language: null, corpusSha256: 'c', queriesSha256: 'q' },
    documents: 2,
    passages: 2,
    refused: [],
    arms: ['lexical', 'fused'],
    values: { fused: { 'map@5': 0.5 } },
    intervals: { fused: { 'map@5': { low: 0.4, high: 0.6 } } },
    abstention: {
      examples: 2,
      ece: 0.1,
      brier: 0.1,
      aurc: 0.1,
      coverageAt5: 0.5,
      aurocUnanswerable: null,
      aurocHeldOut: 0.9,
      intervals: {},
      points: [{ threshold: 0.5, coverage: 1, risk: 0.2 }],
      bins: [{ from: 0, to: 0.1, count: 0, predicted: null, observed: null }],
    },
    slices: [],
    queries,
    titles: {},
    timings: { import: 1, embed: 1, searchP50: 1, searchP95: 2 },
    ms: 3,
    ...more,
  };
}
