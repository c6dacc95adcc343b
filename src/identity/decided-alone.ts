import type { DbContext } from '#db/context.ts';

/** Ids of what stands although one person, through these accounts, both made and approved it. */
export interface DecidedAlone {
  readonly versions: readonly string[];
  readonly names: readonly string[];
  readonly alignments: readonly string[];
  readonly thresholds: readonly string[];
}

/** What a corpus approver or an admin has to decide anew; nothing of it ends by itself. */
export async function decidedAlone(
  ctx: Pick<DbContext, 'db'>,
  userIds: readonly string[],
): Promise<DecidedAlone> {
  const ids = [...userIds];
  const versions = await ctx.db
    .selectFrom('document_version as v')
    .select('v.id')
    .where('v.status', '=', 'approved')
    .where('v.withdrawn_on', 'is', null)
    .where('v.approved_by', 'in', ids)
    .where((eb) =>
      eb.or([
        eb('v.created_by', 'in', ids),
        eb.exists(
          eb
            .selectFrom('version_contribution as c')
            .select('c.user_id')
            .whereRef('c.version_id', '=', 'v.id')
            .where('c.user_id', 'in', ids),
        ),
      ]),
    )
    .orderBy('v.id')
    .execute();
  const proposals = async (table: 'name_version' | 'version_alignment'): Promise<string[]> => {
    const rows = await ctx.db
      .selectFrom(table)
      .select('id')
      .where('created_by', 'in', ids)
      .where('approved_by', 'in', ids)
      .where('withdrawn_at', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map((row) => row.id);
  };
  const thresholds = await ctx.db
    .selectFrom('threshold_decision')
    .select('id')
    .where('created_by', 'in', ids)
    .where('approved_by', 'in', ids)
    .orderBy('id')
    .execute();
  return {
    versions: versions.map((row) => row.id),
    names: await proposals('name_version'),
    alignments: await proposals('version_alignment'),
    thresholds: thresholds.map((row) => row.id),
  };
}
