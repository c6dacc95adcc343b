/** Called often; `stage` changes when the next part of the work begins. */
export interface EvalProgress {
  (stage: string, done: number, total: number): void;
}
