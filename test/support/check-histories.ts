import { prepareQueries, type RetrievalContext, searchPassages } from '#retrieval/index.ts';
import { gridDay, type History, meantInForce } from './histories.ts';

export interface HistoryFaults {
  readonly searches: number;
  readonly found: number;
  /** One line for each passage that was found out of force, or not found though in force. */
  readonly faults: readonly string[];
}

/** More than both legs bring: ranking is not what is checked. */
const everyCandidate = 200;

/**
 * Searches for documents as of random days through the whole of retrieval and holds every passage that
 * comes back against what the histories meant; a document in force must be among what its own words find.
 */
export async function checkHistories(
  ctx: RetrievalContext,
  histories: readonly History[],
  searches: number,
  random: () => number,
): Promise<HistoryFaults> {
  const versionOf = await versionsByPassage(ctx);
  const historyOf = new Map(
    histories.flatMap((history) => history.versions.map(({ id }) => [id, history] as const)),
  );
  const faults: string[] = [];
  let found = 0;
  for (let done = 0; done < searches; done += 1) {
    const wanted = histories[Math.floor(random() * histories.length)] as History;
    const asOf = gridDay(Math.floor(random() * 60));
    const batch = await prepareQueries(ctx, [`Quy định số ${wanted.key}`]);
    const [query] = batch.queries;
    if (query === undefined) continue;
    const matches = await searchPassages(ctx, batch, query, {
      filter: { asOf },
      limit: everyCandidate,
    });
    const versionIds = matches.map((match) => versionOf.get(match.passageId) ?? '');
    found += versionIds.length;
    for (const id of versionIds) {
      const history = historyOf.get(id);
      if (history === undefined || meantInForce(history, asOf)?.id !== id) {
        faults.push(`${history?.key ?? id} was found out of force on ${asOf}`);
      }
    }
    const meant = meantInForce(wanted, asOf);
    if (meant !== null && !versionIds.includes(meant.id)) {
      faults.push(`version ${meant.number} of ${wanted.key} was not found on ${asOf}`);
    }
  }
  return { searches, found, faults };
}

async function versionsByPassage(ctx: RetrievalContext): Promise<Map<number, string>> {
  const rows = await ctx.db.selectFrom('passage').select(['id', 'version_id']).execute();
  return new Map(rows.map((row) => [row.id, row.version_id]));
}
