import type { DbContext } from '#db/context.ts';
import type { Period } from './period.ts';
import { share } from './share.ts';
import { type GoldenRow, goldenFigures } from './statistics-queries.ts';

/** How often golden items were read as they should be; shares 0 to 1, null of nothing. */
export interface GoldenFigures {
  readonly readings: number;
  readonly rightVerdicts: number | null;
  readonly rightLabels: number | null;
}

export interface GoldenOverall {
  readonly all: GoldenFigures;
  /** Of the acting person; null: they read none. */
  readonly own: GoldenFigures | null;
  /** Only for an evaluator. */
  readonly people: ReadonlyArray<GoldenFigures & { readonly name: string }> | null;
}

/** Of readings in the period, today left out. */
export async function readGolden(
  ctx: Pick<DbContext, 'db' | 'actor'>,
  period: Period,
  now: Date,
): Promise<GoldenOverall> {
  const rows = await goldenFigures(ctx, period, now);
  const people = rows.filter((row) => row.person !== null);
  const person = await personOf(ctx);
  const own = people.find((row) => row.person === person);
  return {
    all: toFigures(rows.find((row) => row.person === null)),
    own: own === undefined ? null : toFigures(own),
    people: ctx.actor.roles.includes('evaluator')
      ? people.map((row) => ({ name: row.name ?? '', ...toFigures(row) }))
      : null,
  };
}

async function personOf({ db, actor }: Pick<DbContext, 'db' | 'actor'>): Promise<string | null> {
  if (actor.userId === null) return null;
  const row = await db
    .selectFrom('app_user')
    .select('person')
    .where('id', '=', actor.userId)
    .executeTakeFirst();
  return row?.person ?? null;
}

function toFigures(row: GoldenRow | undefined): GoldenFigures {
  const { readings = 0, right_verdicts: right = 0, right_labels: rightLabels = null } = row ?? {};
  return { readings, rightVerdicts: share(right, readings), rightLabels };
}
