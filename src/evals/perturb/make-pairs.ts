import { mulberry32 } from '#evaluations/index.ts';
import { codePointLength } from '#language/code-points.ts';
import { splitSentences } from '#language/sentences.ts';
import { shuffled } from '../shuffle.ts';
import { applyChange, type Change, type Perturber, type PerturbTools } from './change.ts';
import { CONTROLS } from './controls.ts';
import { perturbDate, perturbNumber, perturbUnit } from './perturb-values.ts';
import {
  namesIn,
  perturbAttribution,
  perturbEntity,
  perturbNegation,
  perturbQuantifier,
} from './perturb-words.ts';

export const PERTURBERS = {
  number: perturbNumber,
  date: perturbDate,
  negation: perturbNegation,
  entity: perturbEntity,
  quantifier: perturbQuantifier,
  unit: perturbUnit,
  attribution: perturbAttribution,
} satisfies Record<string, Perturber>;

/** Code points into the claim and into the evidence. */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
}

export interface PerturbedPair {
  readonly id: string;
  /** What was done: a key of `PERTURBERS`, the same with `_restated`, or a key of `CONTROLS`. */
  readonly type: string;
  readonly label: 'REFUTED' | 'SUPPORTED';
  readonly claim: string;
  readonly evidence: string;
  /** Where a perturbed claim differs; null for a control and for a restated claim. */
  readonly claimSpan: LabelledSpan | null;
  readonly evidenceSpan: LabelledSpan | null;
}

export interface MakePairsOptions {
  readonly seed: number;
  /** Pairs of each type at most. */
  readonly perType: number;
}

const SHORTEST = 40;
const LONGEST = 320;

/**
 * Sentences of real passages, each changed in one place by the types in turn, and as many left true.
 * The same passages and options give the same pairs. Passages are NFC.
 */
export function makePairs(
  passages: ReadonlyArray<{ readonly id: string; readonly text: string }>,
  { seed, perType }: MakePairsOptions,
): PerturbedPair[] {
  const random = mulberry32(seed);
  const drawn = shuffled(passages, random);
  const names = [...new Set(drawn.flatMap(({ text }) => namesIn(text)))];
  const counts = new Map<string, number>();
  const pairs: PerturbedPair[] = [];
  const add = (pair: PerturbedPair): void => {
    counts.set(pair.type, (counts.get(pair.type) ?? 0) + 1);
    pairs.push(pair);
  };
  const open = (type: string): boolean => (counts.get(type) ?? 0) < perType;
  for (const { id, text } of drawn) {
    const sentences = splitSentences(text).filter(
      ({ text: { length } }) => length >= SHORTEST && length <= LONGEST,
    );
    for (const [index, sentence] of shuffled(sentences, random).slice(0, 3).entries()) {
      const base = { id: `${id}#${index}`, evidence: text };
      for (const [type, perturb] of Object.entries(PERTURBERS)) {
        const change = open(type) ? perturb(sentence.text, { random, names }) : null;
        if (change === null) continue;
        const perturbed = labelled(type, change, sentence);
        add({ ...base, ...perturbed });
        const restated = restateAlso(perturbed.claim, { random, names });
        if (restated === null) continue;
        add({
          ...base,
          ...perturbed,
          type: `${type}_restated`,
          claim: restated,
          claimSpan: null,
          evidenceSpan: null,
        });
      }
      for (const [type, restate] of Object.entries(CONTROLS)) {
        const claim = open(type) ? restate(sentence.text, { random, names }) : null;
        if (claim === null) continue;
        add({ ...base, type, label: 'SUPPORTED', claim, claimSpan: null, evidenceSpan: null });
      }
    }
  }
  return pairs;
}

/** A perturbed claim in other words as well: few people copy a sentence as it stands. */
function restateAlso(claim: string, tools: PerturbTools): string | null {
  const { folded, chatter, synonym } = CONTROLS;
  const worded = synonym(claim, tools) ?? claim;
  const wrapped = tools.random() < 0.5 ? chatter(worded, tools) : worded;
  const typed = tools.random() < 0.5 ? folded(wrapped) : wrapped;
  return typed === claim ? null : typed;
}

function labelled(type: string, change: Change, sentence: { text: string; start: number }) {
  const claim = applyChange(sentence.text, change);
  const at = codePointLength(sentence.text.slice(0, change.at));
  return {
    type,
    label: 'REFUTED' as const,
    claim,
    claimSpan: { start: at, end: at + codePointLength(change.inserted) },
    evidenceSpan: {
      start: sentence.start + at,
      end: sentence.start + at + codePointLength(change.removed),
    },
  };
}
