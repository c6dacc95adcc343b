import type { EmbedderSet } from '#ai/ports.ts';
import type { Interval } from '#evaluations/index.ts';
import { type GoldPart, measureOpinions, type OpinionMeasures } from '../gold/measure-opinions.ts';
import type { EvalProgress } from '../progress.ts';
import { wilsonInterval } from '../wilson.ts';

interface OpinionCounts {
  /** Opinions, criticisms, prayers, satire, questions and predictions. */
  readonly posts: number;
  /** Those of them that got a draft. */
  readonly drafts: number;
  readonly draftsHigh: number;
  readonly answered: readonly string[];
  readonly checkable: number;
  /** Checkable posts in which something was found checkable. */
  readonly passed: number;
  readonly passRate: number;
  readonly passInterval: Interval;
  /** Checkable posts that got a draft from the same corpus. */
  readonly drafted: number;
}

export interface OpinionReport extends OpinionCounts {
  readonly parts: ReadonlyArray<OpinionCounts & { readonly part: GoldPart }>;
}

/** False rebuttals on the project's gold posts, the parts apart and together. */
export async function measureOpinion(options: {
  readonly goldDir: string;
  readonly parts: readonly GoldPart[];
  readonly embedders: EmbedderSet;
  readonly onProgress: EvalProgress;
}): Promise<OpinionReport> {
  const measured: Array<{ readonly part: GoldPart; readonly measures: OpinionMeasures }> = [];
  for (const part of options.parts) {
    measured.push({ part, measures: await measureOpinions({ ...options, part }) });
  }
  return {
    ...count(measured.map(({ measures }) => measures)),
    parts: measured.map(({ part, measures }) => ({ part, ...count([measures]) })),
  };
}

function count(measures: readonly OpinionMeasures[]): OpinionCounts {
  const posts = measures.reduce((sum, { legitimate }) => sum + legitimate, 0);
  const answered = measures.flatMap((one) => one.answered);
  const passes = measures.flatMap((one) => one.passed);
  const passed = passes.filter((pass) => pass === 1).length;
  return {
    posts,
    drafts: answered.length,
    draftsHigh: wilsonInterval(answered.length, posts).high,
    answered,
    checkable: passes.length,
    passed,
    passRate: passes.length === 0 ? 0 : passed / passes.length,
    passInterval: wilsonInterval(passed, passes.length),
    drafted: measures.reduce((sum, { drafted }) => sum + drafted, 0),
  };
}
