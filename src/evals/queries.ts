import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import type { PassageText } from './gold/gold-pairs.ts';
import type { CitedPassage, GoldPassage } from './gold/gold-set.ts';

/** Which document (its key) each passage belongs to. */
export async function passageDocuments(ctx: Pick<DbContext, 'db'>): Promise<Map<number, string>> {
  const rows = await ctx.db
    .selectFrom('passage')
    .innerJoin('document_version', 'document_version.id', 'passage.version_id')
    .innerJoin('document', 'document.id', 'document_version.document_id')
    .select(['passage.id', 'document.key'])
    .execute();
  return new Map(rows.map((row) => [row.id, row.key]));
}

/** Every citation of every draft revision, but of golden items, with what reviewers said of its sentence. */
export async function citedPassages(ctx: Pick<DbContext, 'db'>): Promise<CitedPassage[]> {
  const rows = await ctx.db
    .selectFrom('citation as c')
    .innerJoin('draft as r', 'r.id', 'c.draft_id')
    .innerJoin('claim as l', 'l.id', 'r.claim_id')
    .innerJoin('passage as p', 'p.id', 'c.passage_id')
    .innerJoin('document_version as v', 'v.id', 'c.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .innerJoin('post as o', 'o.id', 'r.post_id')
    .leftJoin('approval as a', 'a.draft_id', 'r.id')
    .select([
      'l.id as claim_id',
      'l.text as claim',
      'l.language',
      'r.id as draft_id',
      'r.revision',
      'c.sentence_ordinal',
      'd.key',
      'v.version_number',
      'p.ordinal',
      'a.status',
    ])
    .where('o.golden', '=', false)
    .orderBy('l.id')
    .orderBy('r.revision')
    .orderBy('c.sentence_ordinal')
    .orderBy('c.ordinal')
    .execute();
  const labels = await sentenceLabels(ctx);
  return rows.map((row) => ({
    claimId: row.claim_id,
    claim: row.claim,
    language: row.language,
    draftId: row.draft_id,
    revision: row.revision,
    sentence: row.sentence_ordinal,
    passage: passageKey(row),
    // An approval that has expired, or has to be checked again, was given all the same.
    approved: row.status !== null && row.status !== 'revoked',
    labels: labels.get(`${row.draft_id}/${row.sentence_ordinal}`) ?? [],
  }));
}

/** Draft and sentence → the label each reviewer gave it. */
async function sentenceLabels(ctx: Pick<DbContext, 'db'>): Promise<Map<string, string[]>> {
  const decisions = await ctx.db
    .selectFrom('review_decision')
    .select(['draft_id', 'labels'])
    .orderBy('stage')
    .execute();
  const found = new Map<string, string[]>();
  for (const { draft_id: draftId, labels } of decisions) {
    for (const entry of labels as ReadonlyArray<{ ordinal?: unknown; label?: unknown }>) {
      if (typeof entry.label !== 'string') continue;
      const key = `${draftId}/${String(entry.ordinal)}`;
      found.set(key, [...(found.get(key) ?? []), entry.label]);
    }
  }
  return found;
}

/** The citable passages of versions in force, and the ones named, whatever became of them. */
export async function goldPassages(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  named: ReadonlySet<string>,
): Promise<GoldPassage[]> {
  const rows = await ctx.db
    .selectFrom('passage as p')
    .innerJoin('document_version as v', 'v.id', 'p.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select([
      'd.key',
      'd.title',
      'd.citable',
      'v.version_number',
      'v.status',
      'v.valid_from',
      'v.ends_on',
      'p.ordinal',
      'p.text',
      'p.language',
    ])
    .orderBy('p.id')
    .execute();
  const today = isoDay(ctx.clock());
  return rows.flatMap((row) => {
    const id = passageKey(row);
    const inForce =
      row.status === 'approved' &&
      row.valid_from <= today &&
      (row.ends_on === null || row.ends_on > today);
    if (!named.has(id) && !(inForce && row.citable)) return [];
    return [{ id, title: row.title, text: row.text, language: row.language }];
  });
}

function passageKey(row: { key: string; version_number: number; ordinal: number }): string {
  return `${row.key}@${row.version_number}#${row.ordinal}`;
}

/** The passages of every version that was approved. */
export async function passageTexts(ctx: Pick<DbContext, 'db'>): Promise<PassageText[]> {
  return ctx.db
    .selectFrom('passage as p')
    .innerJoin('document_version as v', 'v.id', 'p.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['p.id', 'd.key as document', 'p.language', 'p.text'])
    .where('v.status', '=', 'approved')
    .orderBy('p.id')
    .execute();
}
