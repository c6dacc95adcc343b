import { z } from 'zod';
import { ValidationError } from '#platform/errors.ts';

export const arms = ['lexical', 'dense', 'fused'] as const;
export type Arm = (typeof arms)[number];

/** Raised when a run's shape changes: older files are then refused, never misread. */
const format = 'doichung-eval-run/1';

/** JSON has no NaN: a measure that could not be taken is null. */
const measure = z.number().nullable();
const interval = z.object({ low: measure, high: measure });
const rank = z.number().int().positive().nullable();
const returned = z.object({ id: z.string(), score: z.number(), probability: z.number() });
const armValues = z.partialRecord(z.enum(arms), z.record(z.string(), measure));
const armIntervals = z.partialRecord(z.enum(arms), z.record(z.string(), interval));

const FoundQuery = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string().nullable(),
  split: z.string().nullable(),
  answerable: z.boolean(),
  /** Each relevant document and where every arm put it, 1 for the first place, null for nowhere. */
  relevant: z.array(
    z.object({ id: z.string(), grade: z.number(), ranks: z.record(z.enum(arms), rank) }),
  ),
  /** What every arm returned, best first, at most ten: document, that arm's score, probability. */
  returned: z.record(z.enum(arms), z.array(returned)),
  /** The best match of all: its probability, and whether it is relevant. */
  best: z.object({ probability: z.number(), right: z.boolean() }),
  /** Probability of the best match once the relevant documents are taken out; null if nothing was. */
  heldOut: z.number().nullable(),
  /** Milliseconds of the search, without embedding the query. */
  ms: z.number(),
});
export type FoundQuery = z.infer<typeof FoundQuery>;

const Slice = z.object({
  name: z.string(),
  /** A noise is a changed copy of queries, searched again; a subset is some of the queries as they are. */
  kind: z.enum(['noise', 'subset']),
  queries: z.number(),
  values: armValues,
  /** success@10 ÷ that of the same queries unchanged; null for a subset. */
  ratio: z.partialRecord(z.enum(arms), interval.extend({ value: measure })).nullable(),
});
export type Slice = z.infer<typeof Slice>;

const bin = z.object({
  from: z.number(),
  to: z.number(),
  count: z.number(),
  predicted: measure,
  observed: measure,
});
const Abstention = z.object({
  /** Best matches judged: of every query, and again without its relevant documents. */
  examples: z.number(),
  ece: measure,
  brier: measure,
  /** Area under the risk–coverage curve, and the share that can be answered at 5 % risk. */
  aurc: measure,
  coverageAt5: measure,
  /** Answerable against unanswerable queries, and against the same with the answers held out. */
  aurocUnanswerable: measure,
  aurocHeldOut: measure,
  intervals: z.record(z.string(), interval),
  points: z.array(z.object({ threshold: z.number(), coverage: z.number(), risk: z.number() })),
  bins: z.array(bin),
});
export type Abstention = z.infer<typeof Abstention>;

const EvalRun = z.object({
  format: z.literal(format),
  createdAt: z.string(),
  code: z.object({ version: z.string(), revision: z.string().nullable() }),
  model: z.object({ name: z.string(), fingerprint: z.string() }),
  retriever: z.string(),
  /** Weights, calibration and threshold in use, as the retriever names them. */
  configuration: z.record(z.string(), z.unknown()),
  engine: z.enum(['pglite', 'postgres']),
  data: z.object({
    name: z.string(),
    split: z.string(),
    language: z.string().nullable(),
    /** SHA-256 of corpus, and of queries with their judgements: two runs compare only where both agree. */
    corpusSha256: z.string(),
    queriesSha256: z.string(),
  }),
  documents: z.number(),
  passages: z.number(),
  refused: z.array(z.string()),
  arms: z.array(z.enum(arms)),
  values: armValues,
  intervals: armIntervals,
  abstention: Abstention,
  slices: z.array(Slice),
  queries: z.array(FoundQuery),
  /** Of every document named in the run: its title, or how its text begins. */
  titles: z.record(z.string(), z.string()),
  timings: z.object({
    import: z.number(),
    embed: z.number(),
    searchP50: z.number(),
    searchP95: z.number(),
  }),
  ms: z.number(),
});
export type EvalRun = z.infer<typeof EvalRun>;

export const runFormat: EvalRun['format'] = format;

/** @throws ValidationError naming the file and what is wrong with it. */
export function parseRun(text: string, name: string): EvalRun {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new ValidationError(`${name} is not JSON`, { field: 'run', cause });
  }
  const found = z.object({ format: z.string() }).safeParse(raw).data?.format;
  if (found !== format) {
    throw new ValidationError(
      `${name} is ${found === undefined ? 'no evaluation run' : `a run of another version (${found})`}`,
      { field: 'run', remedy: `Measure again: this version reads ${format}.` },
    );
  }
  const parsed = EvalRun.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ValidationError(
    `${name}: ${issue?.path.join('.') ?? 'run'}: ${issue?.message ?? 'is wrong'}`,
    { field: 'run', remedy: 'Measure again; the file was changed or cut short.' },
  );
}
