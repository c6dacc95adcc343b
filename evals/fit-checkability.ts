import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '#config/env.ts';
import { fitLogistic, logisticProbability } from '#evals/logistic.ts';
import { fitSparseLogistic, type SparseExample, sparseLogOdds } from '#evals/sparse-logistic.ts';
import { cachedEmbedders } from '#evals/vector-cache.ts';
import { detectLanguage } from '#language/detect-language.ts';
import { fold } from '#language/fold.ts';
import { checkabilityFeatures } from '#posts/checkability-features.ts';
import { assertedText } from '#posts/checkability.ts';
import { applyRules } from '#posts/checkability-rules.ts';
import { preparePost, splitClaims } from '#posts/index.ts';
import { createEmbedders } from '../src/context.ts';
import { embedTexts } from '../src/retrieval/embed-texts.ts';
import { queryText } from '../src/retrieval/query-text.ts';

/**
 * Fits the two classifiers that veto what the rules let through, on `evals/gold/*.train.jsonl` and
 * `evals/checkability-*.jsonl`: one of words (`src/posts/checkability-model.json`), one of the words'
 * verdict and the claim's vector by the configured model (`src/drafting/statement-model.json`). Prints
 * what holds for the texts of each source when both are fitted on the others, as one line of JSON.
 * Usage: node --import tsx evals/fit-checkability.ts [--vector-cache DIR]
 */
const { values } = parseArgs({ options: { 'vector-cache': { type: 'string' } } });
const lambda = 2;
/** Vectors have many directions that say nothing. */
const vectorLambda = 400;
/** A checkable text weighs more, there are fewer of them. */
const checkableWeight = 1.5;
/** Copies without diacritics, capitals and full stop, and the bare claim of a longer text. */
const copyWeight = 0.5;
/** Shares of the checkable texts of sources left out that have to pass by words alone, and in the end. */
const wantedByWords = 0.96;
const wantedPassed = 0.92;
/** How much surer the classifier must be where the rules doubt; log-odds. */
const doubtMargin = 0.5;
const smallestWeight = 0.02;

interface Text {
  readonly id: string;
  readonly text: string;
  readonly checkable: boolean;
  readonly claim?: string;
}

/** A span of a text that the rules leave open. */
interface Candidate {
  readonly text: string;
  readonly features: ReadonlyMap<string, number>;
  /** What the rules' doubt takes off its log-odds. */
  readonly margin: number;
}

interface Prepared extends Text {
  readonly source: number;
  readonly candidates: readonly Candidate[];
  readonly examples: readonly SparseExample[];
}

/** Each written on its own: what holds for a source the others say nothing of should hold for posts. */
const sources = [
  ['./gold/opinions.train.jsonl', './gold/checkable.train.jsonl'],
  ['./checkability-examples.jsonl'],
  ['./checkability-opinions.jsonl', './checkability-claims.jsonl'],
];
const everything: Prepared[] = [];
for (const [source, paths] of sources.entries()) {
  const texts = (await Promise.all(paths.map(readTexts))).flat();
  everything.push(...(await Promise.all(texts.map((text) => prepare(text, source)))));
}
const vectors = await embedCandidates();

const fitWords = (texts: readonly Prepared[]) =>
  fitSparseLogistic(
    texts.flatMap((text) => text.examples),
    lambda,
  );
/** Log-odds by words, each source by what was fitted on the others. */
const heldWords = new Map<Candidate, number>();
for (const source of sources.keys()) {
  const model = fitWords(everything.filter((text) => text.source !== source));
  for (const { candidates } of everything.filter((text) => text.source === source)) {
    for (const one of candidates) {
      heldWords.set(one, sparseLogOdds(model, one.features) - one.margin);
    }
  }
}
const rows = everything.flatMap((text) =>
  text.candidates.map((candidate) => ({
    text,
    candidate,
    features: [heldWords.get(candidate) ?? 0, ...(vectors.get(candidate) ?? [])],
    positive: text.checkable,
    weight: text.checkable ? checkableWeight : 1,
  })),
);
const heldOdds = new Map<Candidate, number>();
for (const source of sources.keys()) {
  const model = fitLogistic(
    rows.filter(({ text }) => text.source !== source),
    vectorLambda,
  );
  for (const { candidate, features } of rows.filter(({ text }) => text.source === source)) {
    heldOdds.set(candidate, logOdds(logisticProbability(model, features)));
  }
}

const byWords = thresholdFor(heldWords, wantedByWords);
const pass = thresholdFor(heldOdds, wantedPassed);
const words = fitWords(everything);
await write('../src/posts/checkability-model.json', {
  bias: rounded(words.bias, 2),
  thresholds: { pass: rounded(byWords, 2), sure: rounded(byWords + doubtMargin, 2) },
  weights: Object.fromEntries(
    [...words.weights]
      .filter(([, weight]) => Math.abs(weight) >= smallestWeight)
      .map(([name, weight]) => [name, rounded(weight, 2)]),
  ),
});
const meaning = fitLogistic(rows, vectorLambda);
const [odds = 0, ...vector] = meaning.weights;
await using embedders = await createEmbedders(readConfig());
await write('../src/drafting/statement-model.json', {
  [embedders.configured.info.name]: {
    bias: rounded(meaning.bias, 3),
    odds: rounded(odds, 3),
    pass: rounded(pass, 3),
    vector: vector.map((weight) => rounded(weight, 2)),
  },
});
const curve = [0.95, 0.94, 0.93, 0.92, 0.91, 0.9, 0.88, 0.85].map((wanted) => ({
  passed: wanted,
  opinionsPassedByWords: shareOf(heldWords, thresholdFor(heldWords, wanted), false),
  opinionsPassed: shareOf(heldOdds, thresholdFor(heldOdds, wanted), false),
}));
const bySource = [...sources.keys()].map((source) => ({
  passed: shareOf(heldOdds, pass, true, source),
  opinionsPassed: shareOf(heldOdds, pass, false, source),
}));
process.stdout.write(`${JSON.stringify({ texts: everything.length, pass, curve, bySource })}\n`);

async function readTexts(path: string): Promise<Text[]> {
  const lines = (await readFile(new URL(path, import.meta.url), 'utf8')).split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Text);
}

async function prepare(text: Text, source: number): Promise<Prepared> {
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
    const isOpen = checkable || unsure;
    if (isOpen) {
      const features = checkabilityFeatures({ text: told, language });
      candidates.push({ text: span.text, features, margin: unsure ? doubtMargin : 0 });
    }
    if (isOpen || text.checkable) add(told, 1);
    add(fold(told).replace(/[.!]+$/u, ''), copyWeight);
    if (text.claim !== undefined && text.claim !== span.text) add(text.claim, copyWeight);
  }
  return { ...text, source, candidates, examples };
}

function overlaps(span: string, claim: string): boolean {
  return span.includes(claim.slice(0, 12)) || claim.includes(span);
}

/** The query vector of each candidate, as analysis has it. */
async function embedCandidates(): Promise<Map<Candidate, Float32Array>> {
  const own = await createEmbedders(readConfig());
  const cache = values['vector-cache'];
  await using embedders = cache === undefined ? own : cachedEmbedders(own, cache);
  const candidates = everything.flatMap((text) => text.candidates);
  const texts = candidates.map(({ text }) => {
    const query = queryText(text);
    return { text: query, language: detectLanguage(query).language };
  });
  const made = await embedTexts(embedders.configured, texts, 'query');
  return new Map(candidates.map((one, index) => [one, made[index]]));
}

/** The highest threshold at which something in the text still passes. */
function best(text: Prepared, odds: ReadonlyMap<Candidate, number>): number {
  return Math.max(-Infinity, ...text.candidates.map((one) => odds.get(one) ?? -Infinity));
}

/** The log-odds that this share of the checkable texts reaches. */
function thresholdFor(odds: ReadonlyMap<Candidate, number>, share: number): number {
  const reached = everything.filter((text) => text.checkable).map((text) => best(text, odds));
  return reached.toSorted((a, b) => b - a)[Math.ceil(share * reached.length) - 1] ?? 0;
}

function shareOf(
  odds: ReadonlyMap<Candidate, number>,
  threshold: number,
  checkable: boolean,
  source: number | null = null,
): number {
  const texts = everything.filter(
    (text) => text.checkable === checkable && (source === null || text.source === source),
  );
  const passing = texts.filter((text) => best(text, odds) >= threshold);
  return rounded(passing.length / texts.length, 3);
}

function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability));
}

async function write(path: string, value: object): Promise<void> {
  await writeFile(new URL(path, import.meta.url), `${JSON.stringify(value, null, 1)}\n`);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
