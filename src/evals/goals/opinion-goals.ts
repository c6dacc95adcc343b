import { bootstrapInterval, mean } from '#evaluations/index.ts';
import { measureOpinions } from '../gold/measure-opinions.ts';
import type { GoalOptions } from './goal-options.ts';
import { type GoalRow, type GoalSpec, measuredRow } from './goal-row.ts';

const command = 'doichung eval goals --data-root DIR --only opinions';
const draftsSpec: GoalSpec = {
  goal: 'drafts that answer opinion, criticism, prayer, satire, question or prediction',
  target: 0,
  bound: 'most',
  command,
};
const passSpec: GoalSpec = {
  goal: 'checkable claims that pass as checkable',
  target: 0.9,
  bound: 'least',
  command,
};

/** False rebuttals on the project's own gold set: none may be drafted, and checkable claims still pass. */
export async function opinionGoals(options: GoalOptions): Promise<GoalRow[]> {
  const { goldDir, embedders } = options;
  const { legitimate, answered, passed, drafted } = await measureOpinions({
    goldDir,
    embedders,
    onProgress: (stage, done, total) => options.onProgress(`opinions: ${stage}`, done, total),
  });
  const named = answered.length === 0 ? '' : `: ${answered.slice(0, 20).join(', ')}`;
  const rows = [
    measuredRow(
      draftsSpec,
      answered.length,
      null,
      `of ${legitimate} texts, each with a passage in its own words to be quoted from${named}`,
    ),
    measuredRow(
      passSpec,
      mean(passed),
      bootstrapInterval(passed, mean),
      `of ${passed.length}; ${drafted} of them got a draft from the same corpus`,
    ),
  ];
  for (const row of rows) options.onRow(row);
  return rows;
}

export function opinionSpecs(): GoalSpec[] {
  return [draftsSpec, passSpec];
}
