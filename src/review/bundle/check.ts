import type { EvidenceBundle } from './format.ts';

/** What is checked of a bundle, in this order. */
export const checkNames = [
  'form',
  'key',
  'signature',
  'content',
  'texts',
  'quotes',
  'labels',
  'in_force',
  'claim',
  'two_people',
  'every_sentence',
  'checkpoint',
  'inclusion',
  'trail',
] as const;
export type CheckName = (typeof checkNames)[number];

/** What is wrong, each in one sentence; none: the check holds. */
export type Check = (bundle: EvidenceBundle) => Promise<string[]> | string[];

/** Collects what does not hold. */
export class Problems {
  readonly found: string[] = [];

  expect(holds: boolean, problem: string): void {
    if (!holds) this.found.push(problem);
  }
}

/** The version a citation stands in at a moment: that of its newest anchor until then, else the drafted one. */
export function versionAt(
  citation: EvidenceBundle['draft']['sentences'][number]['citations'][number],
  at: string,
): string {
  const anchor = citation.anchors.findLast((each) => each.anchored_at <= at);
  return (anchor ?? citation).version_id;
}
