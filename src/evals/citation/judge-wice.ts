import { join } from 'node:path';
import { z } from 'zod';
import { auroc } from '#evaluations/index.ts';
import { readJsonLines } from '../json-lines.ts';
import { isSupported, judgeSupport, wiceCoverage } from './support-judge.ts';

const WiceClaim = z.object({
  id: z.string(),
  claim: z.string(),
  evidence_sentences: z.array(z.string()),
  label: z.enum(['supported', 'partially_supported', 'not_supported']),
});

/** How well the judge of words tells supported claims from the others; the judge's own error. */
export interface JudgeQuality {
  readonly claims: number;
  readonly supported: number;
  readonly accuracy: number;
  /** Of always answering with the more frequent label. */
  readonly majority: number;
  /** Of "supported". */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Of the coverage alone. */
  readonly auroc: number;
  readonly threshold: number;
}

/**
 * The judge on WiCE's claims against their whole cited articles, `dev` and `test`.
 * @throws ValidationError when the folder is missing.
 */
export async function judgeWice(
  dataDir: string,
  part: 'dev' | 'test',
  threshold: number = wiceCoverage,
): Promise<JudgeQuality> {
  const claims = await readJsonLines(join(dataDir, 'wice_en', `claim.${part}.jsonl`), WiceClaim);
  const judged = claims.map(({ claim, evidence_sentences: evidence, label }) => {
    const support = judgeSupport(evidence.join('\n'), claim);
    return {
      label: label === 'supported',
      score: support.coverage,
      said: isSupported(support, threshold),
    };
  });
  const count = (test: (one: (typeof judged)[number]) => boolean): number =>
    judged.filter(test).length;
  const supported = count(({ label }) => label);
  const right = count(({ label, said }) => label && said);
  const said = count((one) => one.said);
  const precision = said === 0 ? 0 : right / said;
  const recall = supported === 0 ? 0 : right / supported;
  return {
    claims: judged.length,
    supported,
    accuracy: count(({ label, said }) => label === said) / judged.length,
    majority: Math.max(supported, judged.length - supported) / judged.length,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    auroc: auroc(judged.map(({ label, score }) => ({ positive: label, score }))),
    threshold,
  };
}
