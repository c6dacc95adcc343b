import { readFile, writeFile } from 'node:fs/promises';
import { mulberry32 } from '#evals/bootstrap.ts';
import {
  fitSparseLogistic,
  type SparseExample,
  type SparseModel,
  sparseLogOdds,
} from '#evals/sparse-logistic.ts';
import { fold } from '#language/fold.ts';
import { checkabilityFeatures } from '#posts/checkability-features.ts';
import { assertedText } from '#posts/checkability.ts';
import { applyRules } from '#posts/checkability-rules.ts';
import { preparePost, splitClaims } from '#posts/index.ts';

/**
 * Fits the checkability classifier on `evals/gold/*.train.jsonl` and `evals/checkability-examples.jsonl`
 * and writes `src/posts/checkability-model.json`; prints cross-validated figures as one line of JSON.
 * Usage: node --import tsx evals/fit-checkability.ts
 */
const lambda = 2;
/** A checkable text weighs more, there are fewer of them. */
const checkableWeight = 1.5;
/** Copies without diacritics, capitals and full stop, and the bare claim of a longer text. */
const copyWeight = 0.5;
const folds = 5;
const seeds = [1, 2, 3];
/** Share of checkable texts that have to pass in cross-validation. */
const wantedPassed = 0.92;
/** How much surer the classifier must be where the rules doubt; log-odds. */
const doubtMargin = 0.5;
const smallestWeight = 0.02;

interface Text {
  readonly id: string;
  readonly text: string;
  readonly checkable: boolean;
  readonly claim?: string;
  readonly kind?: string;
  readonly style?: string;
}

interface Candidate {
  readonly features: ReadonlyMap<string, number>;
  /** What is added to its log-odds; null where the rules forbid it. */
  readonly margin: number | null;
}

interface Prepared extends Text {
  readonly candidates: readonly Candidate[];
  readonly examples: readonly SparseExample[];
}

async function readTexts(path: string): Promise<Text[]> {
  const lines = (await readFile(new URL(path, import.meta.url), 'utf8')).split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Text);
}

async function prepare(text: Text): Promise<Prepared> {
  const post = await preparePost({ text: text.text });
  const { language } = post;
  const candidates: Candidate[] = [];
  const examples: SparseExample[] = [];
  const add = (wording: string, weight: number): void => {
    examples.push({
      features: checkabilityFeatures({ text: wording, language }),
      positive: text.checkable,
      weight: weight * (text.checkable ? checkableWeight : 1),
      group: text.id,
    });
  };
  for (const span of splitClaims(post.text)) {
    if (text.claim !== undefined && !overlaps(span.text, text.claim)) continue;
    const told = assertedText(span.text);
    const { checkable, unsure } = applyRules({ text: told, language });
    candidates.push({
      features: checkabilityFeatures({ text: told, language }),
      margin: checkable ? 0 : unsure ? -doubtMargin : null,
    });
    if (candidates.at(-1)?.margin !== null || text.checkable) add(told, 1);
    add(fold(told).replace(/[.!]+$/u, ''), copyWeight);
    if (text.claim !== undefined && text.claim !== span.text) add(text.claim, copyWeight);
  }
  return { ...text, candidates, examples };
}

function overlaps(span: string, claim: string): boolean {
  return span.includes(claim.slice(0, 12)) || claim.includes(span);
}

/** The highest threshold at which something in the text still passes. */
function passingOdds(model: SparseModel, { candidates }: Prepared): number {
  const odds = candidates.map(({ features, margin }) =>
    margin === null ? -Infinity : sparseLogOdds(model, features) + margin,
  );
  return Math.max(-Infinity, ...odds);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const gold = await Promise.all(
  [
    ...(await readTexts('./gold/opinions.train.jsonl')),
    ...(await readTexts('./gold/checkable.train.jsonl')),
  ].map(prepare),
);
const examples = await Promise.all((await readTexts('./checkability-examples.jsonl')).map(prepare));

const held: { readonly text: Prepared; readonly odds: number }[] = [];
for (const seed of seeds) {
  const order = shuffled(gold, mulberry32(seed));
  for (let fold = 0; fold < folds; fold += 1) {
    const rest = order.filter((_, index) => index % folds !== fold);
    const model = fitSparseLogistic(
      [...rest, ...examples].flatMap((text) => text.examples),
      lambda,
    );
    for (const text of order.filter((_, index) => index % folds === fold)) {
      held.push({ text, odds: passingOdds(model, text) });
    }
  }
}
const share = (rows: typeof held, threshold: number): number =>
  rows.length === 0 ? 0 : rows.filter(({ odds }) => odds >= threshold).length / rows.length;
const right = held.filter(({ text }) => text.checkable);
const wrong = held.filter(({ text }) => !text.checkable);
const descending = right.map(({ odds }) => odds).toSorted((a, b) => b - a);
const thresholdFor = (passed: number): number =>
  descending[Math.ceil(passed * descending.length) - 1] ?? 0;
const byField = (rows: typeof held, field: 'kind' | 'style', threshold: number) =>
  Object.fromEntries(
    [...new Set(rows.map(({ text }) => text[field] ?? ''))].map((name) => [
      name,
      rounded(
        share(
          rows.filter(({ text }) => text[field] === name),
          threshold,
        ),
        3,
      ),
    ]),
  );
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const pass = Math.floor(thresholdFor(wantedPassed) * 100) / 100;
const model = fitSparseLogistic(
  [...gold, ...examples].flatMap((text) => text.examples),
  lambda,
);
const weights = [...model.weights].filter(([, weight]) => Math.abs(weight) >= smallestWeight);
await writeFile(
  new URL('../src/posts/checkability-model.json', import.meta.url),
  `${JSON.stringify(
    {
      bias: rounded(model.bias, 2),
      thresholds: { pass, sure: rounded(pass + doubtMargin, 2) },
      weights: Object.fromEntries(weights.map(([name, weight]) => [name, rounded(weight, 2)])),
    },
    null,
    1,
  )}\n`,
);
const report = {
  texts: gold.length,
  examples: examples.length,
  weights: weights.length,
  pass,
  passed: rounded(share(right, pass), 3),
  opinionsPassed: rounded(share(wrong, pass), 3),
  curve: [0.96, 0.95, 0.94, 0.93, 0.92, 0.91, 0.9, 0.88, 0.85].map((wanted) => ({
    passed: wanted,
    opinionsPassed: rounded(share(wrong, thresholdFor(wanted)), 4),
  })),
  opinionsByKind: byField(wrong, 'kind', pass),
  opinionsByStyle: byField(wrong, 'style', pass),
  checkableByStyle: byField(right, 'style', pass),
};
process.stdout.write(`${JSON.stringify(report)}\n`);
