import Table from 'cli-table3';
import type { Context } from '../context.ts';

export interface DemoRow {
  readonly post: string;
  readonly claim: string;
  readonly outcome: string;
  readonly passage: string;
  readonly draft: boolean;
  readonly ms: number;
}

/** One row per post: its best matched claim, or its first when nothing matched. */
export async function demoRows(ctx: Context): Promise<DemoRow[]> {
  const rows = await ctx.db
    .selectFrom('post as p')
    .innerJoin('submission as n', 'n.post_id', 'p.id')
    .leftJoin('claim as c', 'c.post_id', 'p.id')
    .leftJoin('assessment as a', (join) =>
      join.onRef('a.claim_id', '=', 'c.id').on('a.current', '=', true),
    )
    .leftJoin('match as m', (join) =>
      join.onRef('m.claim_id', '=', 'c.id').on('m.rank', '=', 1).on('m.guidance', '=', false),
    )
    .leftJoin('passage as s', 's.id', 'm.passage_id')
    .leftJoin('document_version as v', 'v.id', 's.version_id')
    .leftJoin('document as d', 'd.id', 'v.document_id')
    .leftJoin('draft as t', (join) =>
      join.onRef('t.claim_id', '=', 'c.id').on('t.revision', '=', 1),
    )
    .distinctOn('p.id')
    .select([
      'p.text as post',
      'p.analysis_ms',
      'c.text as claim',
      'a.outcome',
      'a.suggestion',
      'd.title',
      's.heading_path',
      't.id as draft_id',
      'n.item_number',
    ])
    .orderBy('p.id')
    .orderBy((eb) => eb.case().when('t.id', 'is', null).then(1).else(0).end())
    .orderBy((eb) =>
      eb.case('a.outcome').when('RELATED').then(0).when('NO_POSITION').then(1).else(2).end(),
    )
    .orderBy('c.ordinal')
    .orderBy('n.item_number')
    .execute();
  return rows
    .toSorted((a, b) => a.item_number - b.item_number)
    .map((row) => ({
      post: row.post,
      claim: row.claim ?? '',
      outcome: `${row.outcome ?? '–'}${row.suggestion === null ? '' : ` (${row.suggestion}?)`}`,
      // Only a related claim has a passage worth naming.
      passage:
        row.outcome === 'RELATED' ? [...(row.heading_path ?? []), row.title].join(' · ') : '',
      draft: row.draft_id !== null,
      ms: row.analysis_ms ?? 0,
    }));
}

export function renderDemoTable(rows: readonly DemoRow[]): string {
  const table = new Table({
    head: ['post', 'claim', 'outcome', 'best passage', 'draft', 'ms'],
    style: { head: [], border: [], compact: true },
    // Cuts by display width: a Chinese character takes two columns.
    colWidths: [30, 26, 25, 32, 7, 6],
  });
  for (const row of rows) {
    table.push([
      oneLine(row.post),
      oneLine(row.claim),
      row.outcome,
      oneLine(row.passage),
      row.draft ? 'yes' : 'no',
      row.ms,
    ]);
  }
  return table.toString();
}

/** How many posts ended in each outcome, by their leading claim. */
export function countOutcomes(rows: readonly DemoRow[]): Record<string, number> {
  const groups = Map.groupBy(rows, (row) => row.outcome.split(' ')[0] ?? '–');
  return Object.fromEntries([...groups].map(([outcome, group]) => [outcome, group.length]));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
