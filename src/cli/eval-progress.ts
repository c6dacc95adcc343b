import type { EvalProgress } from '#evals/progress.ts';
import { type Progress, startProgress } from '../terminal/progress.ts';

/** One bar after the other, as the stages come. */
export function stagedProgress(): Disposable & { readonly update: EvalProgress } {
  let current: { readonly stage: string; readonly progress: Progress } | null = null;
  const end = (): void => {
    current?.progress[Symbol.dispose]();
    current = null;
  };
  return {
    update(stage, done, total) {
      if (current?.stage !== stage) {
        end();
        current = { stage, progress: startProgress(stage, total) };
      }
      current.progress.update(done);
    },
    [Symbol.dispose]: end,
  };
}
