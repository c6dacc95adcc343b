import type { EmbedderSet } from '#ai/ports.ts';
import type { EvalProgress } from '../progress.ts';
import type { GoalRow } from './goal-row.ts';

export interface GoalOptions {
  /** The folder that holds the folders of the data sets. */
  readonly dataRoot: string;
  /** The project's own gold sets of opinions and checkable claims. */
  readonly goldDir: string;
  /** YAML of name groups to put in force, as an installation has them; null for none. */
  readonly namesFile: string | null;
  readonly embedders: EmbedderSet;
  readonly onProgress: EvalProgress;
  readonly onRow: (row: GoalRow) => void;
}
