import type { DbContext } from '#db/context.ts';

/**
 * For each passage the ids of those that say the same in `language`, in the order of their text: through
 * approved alignments of versions that are both in force on `asOf` (YYYY-MM-DD), of documents that may
 * be quoted. A passage without any is not in the map.
 */
export async function alignedPassages(
  ctx: Pick<DbContext, 'db'>,
  input: { passageIds: readonly number[]; language: string; asOf: string },
): Promise<Map<number, number[]>> {
  const aligned = new Map<number, number[]>();
  if (input.passageIds.length === 0) return aligned;
  const sides = [
    ['left_passage', 'right_passage'],
    ['right_passage', 'left_passage'],
  ] as const;
  for (const [from, to] of sides) {
    const rows = await ctx.db
      .selectFrom('passage_alignment as pa')
      .innerJoin('version_alignment as a', 'a.id', 'pa.alignment_id')
      .innerJoin('document_version as l', 'l.id', 'a.left_version')
      .innerJoin('document_version as r', 'r.id', 'a.right_version')
      .innerJoin('passage as p', 'p.id', `pa.${to}`)
      .innerJoin('document_version as v', 'v.id', 'p.version_id')
      .innerJoin('document as d', 'd.id', 'v.document_id')
      .select([`pa.${from} as source`, `pa.${to} as target`])
      .where(`pa.${from}`, 'in', [...new Set(input.passageIds)])
      .where('p.language', '=', input.language)
      .where('d.citable', '=', true)
      .where('a.approved_at', 'is not', null)
      .where('a.withdrawn_at', 'is', null)
      .where('l.status', '=', 'approved')
      .where('r.status', '=', 'approved')
      .where('l.valid_from', '<=', input.asOf)
      .where('r.valid_from', '<=', input.asOf)
      .where((eb) => eb.or([eb('l.ends_on', 'is', null), eb('l.ends_on', '>', input.asOf)]))
      .where((eb) => eb.or([eb('r.ends_on', 'is', null), eb('r.ends_on', '>', input.asOf)]))
      .orderBy('p.version_id')
      .orderBy('p.ordinal')
      .execute();
    for (const { source, target } of rows) {
      const targets = aligned.get(source);
      if (targets === undefined) aligned.set(source, [target]);
      else if (!targets.includes(target)) targets.push(target);
    }
  }
  return aligned;
}
