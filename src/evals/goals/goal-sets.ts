import type { MetricName } from '#evaluations/index.ts';
import type { NoiseName } from '../noise/noises.ts';

/** What is to be reached on one data set. */
export interface GoalSet {
  /** As `--only` names it. */
  readonly name: string;
  readonly folder: string;
  readonly split: string;
  /** Documents and queries in this language; null for all. */
  readonly language: string | null;
  /** The measure by which the fused ranking must not be below the better leg. */
  readonly leg: MetricName;
  readonly least: ReadonlyArray<{
    readonly metric: MetricName;
    readonly target: number;
    /** Only queries of this part. */
    readonly part?: string;
  }>;
  readonly hasNoise: boolean;
  /** Least AUROC of answerable queries against unanswerable ones, or the answers held out. */
  readonly auroc?: { readonly against: 'unanswerable' | 'held_out'; readonly target: number };
  /** Which of its best matches say how well the probability is calibrated. */
  readonly calibration: 'held_out' | 'unanswerable' | null;
}

/** The noises a Vietnamese query has to withstand, and the least share of success@10 that remains. */
export const noiseGoals: readonly NoiseName[] = ['no_diacritics', 'teencode', 'nfd', 'upper'];
export const noiseTarget = 0.98;

export const goalSets: readonly GoalSet[] = [
  {
    name: 'ct20',
    folder: 'ct20_task2_en',
    split: 'test',
    language: null,
    leg: 'map@5',
    least: [{ metric: 'map@5', target: 0.945 }],
    hasNoise: false,
    calibration: 'held_out',
  },
  {
    name: 'vihallu',
    folder: 'vihallu_vi_dev',
    split: 'all',
    language: null,
    leg: 'success@1',
    least: [{ metric: 'success@1', target: 0.94 }],
    hasNoise: true,
    auroc: { against: 'held_out', target: 0.97 },
    calibration: 'held_out',
  },
  {
    name: 'alqac',
    folder: 'alqac23_vi',
    split: 'all',
    language: null,
    leg: 'success@1',
    least: [
      { metric: 'success@1', target: 0.8, part: 'train' },
      { metric: 'success@10', target: 0.97, part: 'train' },
    ],
    hasNoise: true,
    auroc: { against: 'held_out', target: 0.97 },
    calibration: 'held_out',
  },
  {
    name: 'zalo',
    folder: 'zalo_wikiqa_vi',
    split: 'all',
    language: null,
    leg: 'success@1',
    least: [{ metric: 'success@1', target: 0.63 }],
    hasNoise: true,
    auroc: { against: 'unanswerable', target: 0.75 },
    calibration: 'unanswerable',
  },
  {
    name: 'xquad',
    folder: 'xquad_vi_en_zh',
    split: 'mono',
    language: 'vi',
    leg: 'success@1',
    least: [],
    hasNoise: true,
    calibration: 'held_out',
  },
  {
    name: 'mlqa',
    folder: 'mlqa_dev_vi',
    split: 'all',
    language: 'vi',
    leg: 'success@1',
    least: [],
    hasNoise: false,
    calibration: null,
  },
];
